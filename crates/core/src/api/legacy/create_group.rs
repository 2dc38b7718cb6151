//! `POST /admin/v1/orgs/{orgId}/directory/groups`

use crate::api::macros::endpoint;
use crate::model::GroupId;
use crate::model::macros::object;
use crate::response::ResponseBody;

endpoint! {
    /// Creates a group.
    ///
    /// The response holds the identifier. Searches can find the group only after a moment. The
    /// server refuses a name that is in use.
    CreateGroup: Post "/admin/v1/orgs/{orgId}/directory/groups";
    id: "v1CreateGroup"; name: legacy.create_group; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-post";
    stops: after "2026-06-30", use "groups.create";
    returns: V1CreatedGroup;
    required {
        /// The name.
        name: String = "name" body,
    }
    optional {
        /// The description.
        description: String = "description" body,
    }
}

object! {
    /// A new group.
    V1CreatedGroup {
        optional {
            /// A message by Atlassian.
            message: String = "message",
            /// Its identifier.
            group_id: GroupId = "groupId",
        }
    }
}

impl ResponseBody for V1CreatedGroup {}

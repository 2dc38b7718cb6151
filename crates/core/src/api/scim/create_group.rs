//! `POST /scim/directory/{directoryId}/Groups`

use crate::api::macros::endpoint;
use crate::model::ScimGroup;

endpoint! {
    /// Creates a group. A name that is in use in the organization is a conflict (409).
    CreateGroup: Post "/scim/directory/{directoryId}/Groups";
    id: "scimCreateGroup"; name: scim.create_group; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post";
    facts: .success(&[201]);
    returns: ScimGroup;
    document {
        /// The group.
        group: ScimGroup
    }
}

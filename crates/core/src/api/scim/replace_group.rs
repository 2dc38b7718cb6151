//! `PUT /scim/directory/{directoryId}/Groups/{id}`

use crate::api::macros::endpoint;
use crate::model::{ScimGroup, ScimId};

endpoint! {
    /// Replaces a group, including the list of its members.
    ///
    /// The name cannot be changed. An error response (400) can hold a dump of internal server
    /// state instead of a message.
    ReplaceGroup: Put "/scim/directory/{directoryId}/Groups/{id}";
    id: "scimReplaceGroup"; name: scim.replace_group; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put";
    facts: .idempotent();
    returns: ScimGroup;
    path {
        /// The SCIM identifier of the group.
        group_id: ScimId = "id",
    }
    document {
        /// The new group.
        group: ScimGroup
    }
}

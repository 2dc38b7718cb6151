//! `GET /scim/directory/{directoryId}/Groups/{id}`

use crate::api::macros::endpoint;
use crate::model::{ScimGroup, ScimId};

endpoint! {
    /// Returns a group with its members.
    GetGroup: Get "/scim/directory/{directoryId}/Groups/{id}";
    id: "scimGetGroup"; name: scim.get_group; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get";
    returns: ScimGroup;
    path {
        /// The SCIM identifier of the group.
        group_id: ScimId = "id",
    }
}

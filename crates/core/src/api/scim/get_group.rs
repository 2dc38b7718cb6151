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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&GetGroup::new("d-1", "g-1")), "GET /scim/directory/d-1/Groups/g-1");
    }
}

//! `DELETE /scim/directory/{directoryId}/Groups/{id}`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimId};

endpoint! {
    /// Deletes a group from the directory, the organization and its sites.
    ///
    /// Members lose the access and permissions that only this group grants.
    DeleteGroup -> ();
    request: Delete "/scim/directory/{directoryId}/Groups/{id}";
    name: "scimDeleteGroup" = scim.delete_group;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete";
    auth: DirectoryKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
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
        assert_eq!(wire(&DeleteGroup::new("d-1", "g-1")), "DELETE /scim/directory/d-1/Groups/g-1");
    }
}

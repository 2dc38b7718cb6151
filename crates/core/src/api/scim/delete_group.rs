//! `DELETE /scim/directory/{directoryId}/Groups/{id}`

use crate::api::macros::endpoint;
use crate::model::ScimId;

endpoint! {
    /// Deletes a group from the directory, the organization and its sites.
    ///
    /// Members lose the access and permissions that only this group grants.
    DeleteGroup: Delete "/scim/directory/{directoryId}/Groups/{id}";
    id: "scimDeleteGroup"; name: scim.delete_group; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The SCIM identifier of the group.
        group_id: ScimId = "id",
    }
}

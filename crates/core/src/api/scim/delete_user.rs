//! `DELETE /scim/directory/{directoryId}/Users/{userId}`

use crate::api::macros::endpoint;
use crate::model::ScimId;

endpoint! {
    /// Deactivates a user. Until it is activated again, its record is not found (404).
    ///
    /// The account remains, and so does the record in the provisioning database. To create a new
    /// user with the same address, delete that record with `scimLinks.deleteUser`.
    DeleteUser: Delete "/scim/directory/{directoryId}/Users/{userId}";
    id: "scimDeleteUser"; name: scim.delete_user; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The SCIM identifier of the user.
        user_id: ScimId = "userId",
    }
}

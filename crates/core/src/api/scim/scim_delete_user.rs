//! `DELETE /scim/directory/{directoryId}/Users/{userId}`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimId};

endpoint! {
    /// Deactivates a user, whose record is not found (404) from then on until it is activated again.
    ///
    /// The account stays, and so does the record behind the scenes: to be rid of it, for a new one with the same address, delete it in the
    /// provisioning database (`scimLinks.deleteUser`).
    ScimDeleteUser -> ();
    request: Delete "/scim/directory/{directoryId}/Users/{userId}";
    name: "scimDeleteUser" = scim.delete_user;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete";
    auth: DirectoryKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
        /// The user's record.
        user_id: ScimId = "userId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&ScimDeleteUser::new("d-1", "s-1")), "DELETE /scim/directory/d-1/Users/s-1");
    }
}

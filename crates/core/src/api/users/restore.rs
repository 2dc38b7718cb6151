//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore`

use crate::api::macros::endpoint;
use crate::model::AccountId;

endpoint! {
    /// Restores the access of a suspended user.
    ///
    /// The user gets back all roles and group memberships and is billed again.
    Restore: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore";
    id: "restoreDirectoryUser"; name: users.restore; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}

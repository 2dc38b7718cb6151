//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/suspend`

use crate::api::macros::endpoint;
use crate::model::AccountId;

endpoint! {
    /// Suspends the access of a user to a directory.
    ///
    /// The suspension affects all products and sites of the directory; to free one licence only,
    /// remove the user from the group that grants it. The user keeps roles and group memberships
    /// and is not billed. The account remains active: see `membershipStatus`. Administrators of
    /// the organization cannot be suspended (400).
    Suspend: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/suspend";
    id: "suspendDirectoryUser"; name: users.suspend; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}

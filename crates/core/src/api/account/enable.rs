//! `POST /users/{account_id}/manage/lifecycle/enable`

use crate::api::macros::endpoint;

endpoint! {
    /// Activates a deactivated account.
    ///
    /// The server returns a conflict (409) if the account is scheduled for deletion (cancel the
    /// deletion instead), or if export control blocks the account.
    Enable: Post "/users/{account_id}/manage/lifecycle/enable";
    id: "umEnable"; name: account.enable; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post";
    facts: .success(&[204]).idempotent();
    returns: ();
}

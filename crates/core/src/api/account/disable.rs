//! `POST /users/{account_id}/manage/lifecycle/disable`

use crate::api::macros::endpoint;

endpoint! {
    /// Deactivates an account: its user can no longer sign in to any Atlassian product.
    ///
    /// In contrast, suspending a user removes the access to one directory only. An account that an
    /// identity provider manages must be deactivated there.
    Disable: Post "/users/{account_id}/manage/lifecycle/disable";
    id: "umDisable"; name: account.disable; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post";
    facts: .success(&[204]).idempotent();
    returns: ();
    optional {
        /// The message shown to the user. The default is a message by Atlassian.
        message: String = "message" body,
    }
}

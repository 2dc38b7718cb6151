//! `POST /users/{account_id}/manage/lifecycle/cancel-delete`

use crate::api::macros::endpoint;
use crate::model::Message;

endpoint! {
    /// Cancels the deletion of an account and reactivates the account.
    ///
    /// Atlassian deletes the account permanently 14 days after the deletion was requested. Until
    /// then it can be cancelled.
    CancelDelete: Post "/users/{account_id}/manage/lifecycle/cancel-delete";
    id: "umCancelDelete"; name: account.cancel_delete; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post";
    facts: .idempotent();
    returns: Message;
}

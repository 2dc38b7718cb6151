//! `POST /users/{account_id}/manage/lifecycle/delete`

use crate::api::macros::endpoint;
use crate::model::Message;

endpoint! {
    /// Deletes a managed account after a grace period of 14 days.
    ///
    /// During the grace period the account is reported as deactivated, and the deletion can be
    /// cancelled with [`CancelDelete`](super::CancelDelete). Afterwards the account and all of
    /// its access are lost permanently. To keep the option of restoring an account, use
    /// [`Disable`](super::Disable) instead.
    Delete: Post "/users/{account_id}/manage/lifecycle/delete";
    id: "umDelete"; name: account.delete; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post";
    facts: .idempotent();
    returns: Message;
}

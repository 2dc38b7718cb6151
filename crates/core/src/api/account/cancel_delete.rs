//! `POST /users/{account_id}/manage/lifecycle/cancel-delete`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, Message};

endpoint! {
    /// Cancels the deletion of an account and reactivates the account.
    ///
    /// Atlassian deletes the account permanently 14 days after the deletion was requested. Until
    /// then it can be cancelled.
    CancelDelete -> Message;
    request: Post "/users/{account_id}/manage/lifecycle/cancel-delete";
    name: "umCancelDelete" = account.cancel_delete;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post";
    auth: OrganizationKey;
    facts: .idempotent();
    path {
        /// The account.
        account_id: AccountId = "account_id",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&CancelDelete::new("a")),
            ("POST /users/a/manage/lifecycle/cancel-delete".into(), None)
        );
    }
}

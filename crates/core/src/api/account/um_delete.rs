//! `POST /users/{account_id}/manage/lifecycle/delete`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, Message};

endpoint! {
    /// Deletes a managed account, after 14 days of grace.
    ///
    /// During these it looks deactivated, and the deletion can be cancelled; then it is gone for good, with its access to everything. An
    /// account that may be needed again is better deactivated.
    UmDelete -> Message;
    request: Post "/users/{account_id}/manage/lifecycle/delete";
    name: "umDelete" = account.delete;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post";
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
    fn stands_on_the_wire_as_documented() {
        assert_eq!(request(&UmDelete::new("a")), ("POST /users/a/manage/lifecycle/delete".into(), None));
    }
}

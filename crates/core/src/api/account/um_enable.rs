//! `POST /users/{account_id}/manage/lifecycle/enable`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::AccountId;

endpoint! {
    /// Activates an account that was deactivated.
    ///
    /// A conflict (409) is an account that is about to be deleted, whose deletion must be cancelled instead, or one that export control blocks.
    UmEnable -> ();
    request: Post "/users/{account_id}/manage/lifecycle/enable";
    name: "umEnable" = account.enable;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
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
        assert_eq!(request(&UmEnable::new("a")), ("POST /users/a/manage/lifecycle/enable".into(), None));
    }
}

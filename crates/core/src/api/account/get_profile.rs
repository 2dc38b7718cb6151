//! `GET /users/{account_id}/manage/profile`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, AccountProfile};

endpoint! {
    /// Returns the profile of a managed account.
    GetProfile -> AccountProfile;
    request: Get "/users/{account_id}/manage/profile";
    name: "umGetProfile" = account.get_profile;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The account.
        account_id: AccountId = "account_id",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&GetProfile::new("a")), "GET /users/a/manage/profile");
    }
}

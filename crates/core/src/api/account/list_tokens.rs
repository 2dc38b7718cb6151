//! `GET /users/{account_id}/manage/api-tokens`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::json::List;
use crate::model::{AccountId, ApiToken};

endpoint! {
    /// Lists the API tokens of a user, without paging.
    ///
    /// Each entry holds the last use and the expiry of a token, never the secret.
    ListTokens -> List<ApiToken>;
    request: Get "/users/{account_id}/manage/api-tokens";
    name: "umGetApiTokens" = account.list_tokens;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get";
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
        assert_eq!(wire(&ListTokens::new("a")), "GET /users/a/manage/api-tokens");
    }
}

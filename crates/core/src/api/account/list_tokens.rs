//! `GET /users/{account_id}/manage/api-tokens`

use crate::api::macros::endpoint;
use crate::json::List;
use crate::model::ApiToken;

endpoint! {
    /// Lists the API tokens of a user, without paging.
    ///
    /// Each entry holds the last use and the expiry of a token, never the secret.
    ListTokens: Get "/users/{account_id}/manage/api-tokens";
    id: "umGetApiTokens"; name: account.list_tokens; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get";
    returns: List<ApiToken>;
}

//! `DELETE /users/{account_id}/manage/api-tokens/{tokenId}`

use crate::api::macros::endpoint;
use crate::model::TokenId;

endpoint! {
    /// Deletes an API token of a user.
    ///
    /// Clients that use the token lose access immediately. The deletion cannot be undone.
    DeleteToken: Delete "/users/{account_id}/manage/api-tokens/{tokenId}";
    id: "umDeleteApiToken"; name: account.delete_token; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The token.
        token_id: TokenId = "tokenId",
    }
}

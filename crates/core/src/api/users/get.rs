//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`

use crate::api::macros::endpoint;
use crate::model::{AccountId, DirectoryUser};

endpoint! {
    /// Returns a user of a directory.
    ///
    /// Use `-` for all directories that the key can manage. The response does not include products
    /// and groups: search with `expand` to get them. Atlassian does not document a scope for this
    /// operation.
    Get: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}";
    id: "getDirectoryUserDetails"; name: users.get; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get";
    returns: DirectoryUser, in data;
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}

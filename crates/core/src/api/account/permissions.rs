//! `GET /users/{account_id}/manage`

use crate::api::macros::endpoint;
use crate::model::{AccountPermissions, Privilege};

endpoint! {
    /// Returns what the key may do with an account, and the reason for each restriction.
    ///
    /// Check the permissions before you change an account: the server refuses to change what an
    /// identity provider or an authentication policy manages. For an account that the organization
    /// does not manage, the whole request is refused (403).
    Permissions: Get "/users/{account_id}/manage";
    id: "umGetPermissions"; name: account.permissions; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get";
    returns: AccountPermissions;
    optional {
        /// Only these privileges. The default is all.
        privileges: Vec<Privilege> = "privileges" repeat,
    }
}

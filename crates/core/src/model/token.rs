//! API tokens of users.

use super::macros::object;
use super::{Timestamp, TokenId};

object! {
    /// An API token of a user, without the secret.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get).
    ApiToken {
        required {
            /// Its identifier.
            id: TokenId = "id",
        }
        optional {
            /// What its user calls it.
            label: String = "label",
            /// When it was made.
            created_at: Timestamp = "createdAt",
            /// When it was last used; absent if never.
            last_access: Timestamp = "lastAccess",
            /// When it stops working.
            expiry: Timestamp = "expiry",
        }
    }
}

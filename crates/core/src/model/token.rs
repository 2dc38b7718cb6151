//! API tokens of users.

use super::macros::object;
use super::{Timestamp, TokenId};

object! {
    /// An API token of a user, without the secret.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get).
    ApiToken {
        required {
            /// Its identifier.
            id: TokenId = "id",
        }
        optional {
            /// The label that its user chose.
            label: String = "label",
            /// When it was created.
            created_at: Timestamp = "createdAt",
            /// When it was last used. Absent if it was never used.
            last_access: Timestamp = "lastAccess",
            /// When it expires.
            expiry: Timestamp = "expiry",
        }
    }
}

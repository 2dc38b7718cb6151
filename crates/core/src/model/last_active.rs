//! The last activity of accounts.

use super::macros::object;
use super::{ResourceId, Timestamp};

object! {
    /// The last activity of an account in a product.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get).
    LastActiveProduct {
        required {
            /// The instance of the product: an ARI that ends with the identifier of the site.
            id: ResourceId = "id",
        }
        optional {
            /// The product, such as `jira-software`. Sites can share it: `id` distinguishes them.
            key: String = "key",
            /// The date of the last activity.
            last_active: Timestamp = "last_active",
            /// The time of the last activity.
            last_active_timestamp: Timestamp = "last_active_timestamp",
        }
    }
}

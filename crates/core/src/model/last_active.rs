//! When an account was last active.

use super::macros::object;
use super::{ResourceId, Timestamp};

object! {
    /// When an account was last active in a product.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get).
    LastActiveProduct {
        optional {
            /// The product's place: an ARI that ends with the site's identifier.
            id: ResourceId = "id",
            /// The product, such as `jira-software`. Several sites share one: tell them apart by `id`.
            key: String = "key",
            /// The day.
            last_active: Timestamp = "last_active",
            /// The day and time.
            last_active_timestamp: Timestamp = "last_active_timestamp",
        }
    }
}

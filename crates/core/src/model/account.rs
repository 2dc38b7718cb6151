//! Managed accounts, as version 1 of the API lists them.

use super::macros::{object, string_enum};
use super::{AccountId, Links, Timestamp};

string_enum! {
    /// Whether an account can be used. A suspended one is still `Active` here.
    AccountStatus {
        /// In use.
        Active = "active",
        /// Deactivated.
        Inactive = "inactive",
        /// Deleted.
        Closed = "closed",
    }
}

string_enum! {
    /// What an account stands for.
    AccountType {
        /// A person with an Atlassian account.
        Atlassian = "atlassian",
        /// A customer of a service desk.
        Customer = "customer",
        /// An app.
        App = "app",
    }
}

object! {
    /// An account that an organization manages, since it has claimed the domain of its e-mail address.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get).
    Account {
        required {
            /// Its identifier.
            account_id: AccountId = "account_id",
        }
        optional {
            /// What it stands for.
            account_type: AccountType = "account_type",
            /// Whether it can be used.
            account_status: AccountStatus = "account_status",
            /// The full name.
            name: String = "name",
            /// The URL of the picture.
            picture: String = "picture",
            /// The e-mail address.
            email: String = "email",
            /// Whether the account costs a licence.
            access_billable: bool = "access_billable",
            /// When it was last active in any product.
            last_active: Timestamp = "last_active",
            /// The products it can use.
            product_access: Vec<Product> = "product_access",
            /// Where the account stands.
            links: Links = "links",
        }
    }
}

object! {
    /// A product that an account can use.
    Product {
        optional {
            /// The product, such as `jira-software`.
            key: String = "key",
            /// Its name.
            name: String = "name",
            /// The site's URL.
            url: String = "url",
            /// When the account was last active there.
            last_active: Timestamp = "last_active",
        }
    }
}

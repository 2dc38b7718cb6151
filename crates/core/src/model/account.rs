//! Managed accounts, as version 1 of the API lists them.

use super::macros::{object, string_enum};
use super::{AccountId, Links, Timestamp};

string_enum! {
    /// The status of an account. It is `Active` for the account of a suspended user.
    AccountStatus {
        /// The account is active.
        Active = "active",
        /// The account is deactivated.
        Inactive = "inactive",
        /// The account is deleted.
        Closed = "closed",
    }
}

string_enum! {
    /// The type of an account.
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
    /// An account that an organization manages because it has claimed the e-mail domain.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get).
    Account {
        required {
            /// Its identifier.
            account_id: AccountId = "account_id",
        }
        optional {
            /// The type of the account.
            account_type: AccountType = "account_type",
            /// The status of the account.
            account_status: AccountStatus = "account_status",
            /// The full name.
            name: String = "name",
            /// The URL of the picture.
            picture: String = "picture",
            /// The e-mail address.
            email: String = "email",
            /// Whether the account uses a billed licence.
            access_billable: bool = "access_billable",
            /// The last activity in any product.
            last_active: Timestamp = "last_active",
            /// The products that the account can use.
            product_access: Vec<Product> = "product_access",
            /// The links of the account.
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
            /// The URL of the site.
            url: String = "url",
            /// The last activity of the account in the product.
            last_active: Timestamp = "last_active",
        }
    }
}

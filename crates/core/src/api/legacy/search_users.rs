//! `POST /admin/v1/orgs/{orgId}/users/search`

use crate::api::legacy::TextFilter;
use crate::api::macros::endpoint;
use crate::model::macros::{object, string_enum};
use crate::model::{AccountId, AccountStatus, AccountType};

endpoint! {
    /// Searches the users of the organization.
    ///
    /// By default, the response holds the identifier, type and status of each account: use
    /// `expand` to request more. Without a filter by account type, it includes apps. The status of
    /// a suspended user is active: filter by `is_suspended` to distinguish suspended users.
    SearchUsers: Post "/admin/v1/orgs/{orgId}/users/search";
    id: "v1SearchUsers"; name: legacy.search_users; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post";
    stops: after "2026-06-30", use "users.search";
    facts: .reads();
    lists: V1User by BodyCursor;
    optional {
        /// Only these accounts.
        account_ids: Vec<AccountId> = "accountIds" body [0..=100 items],
        /// Only accounts of these types.
        account_types: Vec<AccountType> = "accountTypes" body,
        /// Only accounts with one of these statuses.
        account_statuses: Vec<V1AccountStatus> = "accountStatuses" body,
        /// Only users whose name or nickname matches.
        names_or_nicknames: TextFilter = "namesOrNicknames" body [0..=100 items],
        /// Only users whose local part of the e-mail address, before the `@`, matches.
        email_usernames: TextFilter = "emailUsernames" body [0..=100 items],
        /// Only users whose domain of the e-mail address matches.
        email_domains: TextFilter = "emailDomains" body [0..=100 items],
        /// Whether to return only suspended users, or only users who are not suspended.
        is_suspended: bool = "isSuspended" body,
        /// Additional properties to return.
        expand: Vec<V1UserExpansion> = "expand" body,
        /// The maximum number of users on a page.
        limit: u32 = "limit" body [1..=10_000, default 10_000],
    }
}

string_enum! {
    /// The status of an account in the filter of this search. Responses use lower case.
    V1AccountStatus {
        /// The account is active.
        Active = "ACTIVE",
        /// The account is deactivated.
        Inactive = "INACTIVE",
    }
}

string_enum! {
    /// An additional property of users that a search can return.
    V1UserExpansion {
        /// Names and nicknames.
        Name = "NAME",
        /// E-mail addresses.
        Email = "EMAIL",
        /// Whether the e-mail addresses are verified.
        EmailVerified = "EMAIL_VERIFIED",
        /// The last use of each product.
        ProductLastAccess = "PRODUCT_LAST_ACCESS",
        /// Groups.
        Groups = "GROUPS",
    }
}

object! {
    /// A user, as returned by the search of version 1. Expanded data is kept as received.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post).
    V1User {
        required {
            /// The account.
            account_id: AccountId = "accountId",
        }
        optional {
            /// The type of the account.
            account_type: AccountType = "accountType",
            /// The status of the account.
            account_status: AccountStatus = "accountStatus",
            /// The full name.
            name: String = "name",
            /// The public name.
            nickname: String = "nickname",
            /// The e-mail address. Apps do not have one.
            email: String = "email",
            /// Whether the e-mail address is verified.
            email_verified: bool = "emailVerified",
            /// Whether the user has access.
            status_in_userbase: bool = "statusInUserbase",
        }
    }
}

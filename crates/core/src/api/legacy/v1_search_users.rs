//! `POST /admin/v1/orgs/{orgId}/users/search`

use crate::api::legacy::TextFilter;
use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::macros::{object, string_enum};
use crate::model::{AccountId, AccountStatus, AccountType, OrgId};
use crate::page::LinkedPage;
use crate::page::Paging;

endpoint! {
    /// Searches the users of the organization.
    ///
    /// It tells no more than each account's identifier, type and state unless `expand` asks for more. Without a filter by account type, apps
    /// come along. Suspended users look active: only `is_suspended` tells them apart.
    V1SearchUsers -> LinkedPage<V1User>;
    stops: after "2026-06-30", use "users.search";
    request: Post "/admin/v1/orgs/{orgId}/users/search";
    name: "v1SearchUsers" = legacy.search_users;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post";
    auth: OrganizationKey;
    facts: .reads().paged(Paging::BodyCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    optional {
        /// Only these accounts.
        account_ids: Vec<AccountId> = "accountIds" Member [0..=100 items],
        /// Only accounts of these types.
        account_types: Vec<AccountType> = "accountTypes" Member,
        /// Only accounts in one of these states.
        account_statuses: Vec<V1AccountStatus> = "accountStatuses" Member,
        /// Only users with such a name or nickname.
        names_or_nicknames: TextFilter = "namesOrNicknames" Member [0..=100 items],
        /// Only users with such a local part of their e-mail addresses: the part before the `@`.
        email_usernames: TextFilter = "emailUsernames" Member [0..=100 items],
        /// Only users with such a domain of their e-mail addresses.
        email_domains: TextFilter = "emailDomains" Member [0..=100 items],
        /// Only users whose access is suspended, or is not.
        is_suspended: bool = "isSuspended" Member,
        /// What to tell besides.
        expand: Vec<V1UserExpansion> = "expand" Member,
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Member,
        /// The most users on a page.
        limit: u32 = "limit" Member [1..=10_000, default 10_000],
    }
}

paged!(V1SearchUsers, LinkedPage, V1User);

string_enum! {
    /// Whether an account can be used, as this search writes it in its filter; in its answers the letters are small.
    V1AccountStatus {
        /// In use.
        Active = "ACTIVE",
        /// Deactivated.
        Inactive = "INACTIVE",
    }
}

string_enum! {
    /// What a search can tell of users besides.
    V1UserExpansion {
        /// Names and nicknames.
        Name = "NAME",
        /// E-mail addresses.
        Email = "EMAIL",
        /// Whether the addresses were verified.
        EmailVerified = "EMAIL_VERIFIED",
        /// When each product was last used.
        ProductLastAccess = "PRODUCT_LAST_ACCESS",
        /// Groups.
        Groups = "GROUPS",
    }
}

object! {
    /// A user, as version 1 of the search tells of it. Products and groups, where asked for, are in `extra`: their form is not documented.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post).
    V1User {
        optional {
            /// The account.
            account_id: AccountId = "accountId",
            /// What the account stands for.
            account_type: AccountType = "accountType",
            /// Whether the account can be used.
            account_status: AccountStatus = "accountStatus",
            /// The full name.
            name: String = "name",
            /// The name that others see.
            nickname: String = "nickname",
            /// The e-mail address. Apps have none.
            email: String = "email",
            /// Whether the address was verified.
            email_verified: bool = "emailVerified",
            /// Whether the user has access.
            status_in_userbase: bool = "statusInUserbase",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        let line = "POST /admin/v1/orgs/o-1/users/search";
        assert_eq!(request(&V1SearchUsers::new("o-1")), (line.into(), Some("{}".into())));
        let everything = V1SearchUsers::new("o-1")
            .account_ids(["557058:a"])
            .account_types([AccountType::Atlassian])
            .account_statuses([V1AccountStatus::Active])
            .names_or_nicknames(TextFilter::new().contains("ali"))
            .email_usernames(TextFilter::new().eq(["alice".into()]))
            .email_domains(TextFilter::new().eq(["example.com".into()]))
            .is_suspended(false)
            .expand([V1UserExpansion::Name, V1UserExpansion::ProductLastAccess])
            .cursor("c=")
            .limit(10_000);
        let body = r#"{"accountIds":["557058:a"],"accountStatuses":["ACTIVE"],"accountTypes":["atlassian"],"cursor":"c=","emailDomains":{"eq":["example.com"]},"emailUsernames":{"eq":["alice"]},"expand":["NAME","PRODUCT_LAST_ACCESS"],"isSuspended":false,"limit":10000,"namesOrNicknames":{"contains":"ali"}}"#;
        assert_eq!(request(&everything), (line.into(), Some(body.into())));
    }
}

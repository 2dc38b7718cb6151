//! `GET /admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates`

use crate::api::macros::endpoint;
use crate::model::{AccountId, LastActiveProduct};

endpoint! {
    /// Returns when an account was last active in each of its products.
    ///
    /// An account is active if its user views a web page of the product for at least two seconds.
    /// The data can be a day old. Products that the account never used have no entry. The rate
    /// limit is 200 requests per minute for the whole organization: for many users, use
    /// [`Search`](super::Search) with `expand` set to `productAccess`, which returns 100 users per
    /// request.
    LastActive: Get "/admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates";
    id: "getUserLastActiveDates"; name: users.last_active; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get";
    facts: .per_minute("last-active-dates", 200);
    lists: LastActiveProduct by NestedItems;
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}

//! `GET /admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, LastActiveProduct, OrgId};
use crate::page::LastActivePage;
use crate::page::Paging;

endpoint! {
    /// Tells when an account was last active in each of its products.
    ///
    /// Active means that a page was looked at for two seconds at least; the data may be a day late, and an account that never used
    /// a product has no entry for it. The limit is 200 requests a minute for the whole organization: to ask for
    /// many users, search with [`UserExpansion::ProductAccess`](super::UserExpansion::ProductAccess), a hundred in a request.
    GetUserLastActiveDates -> LastActivePage<LastActiveProduct>;
    request: Get "/admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates";
    name: "getUserLastActiveDates" = users.last_active;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get";
    auth: OrganizationKey;
    facts: .per_minute("last-active-dates", 200).paged(Paging::Nested);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The account.
        account_id: AccountId = "accountId",
    }
    optional {
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Plain,
    }
}

paged!(GetUserLastActiveDates, LastActivePage, LastActiveProduct);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            wire(&GetUserLastActiveDates::new("o-1", "557058:a")),
            "GET /admin/v1/orgs/o-1/directory/users/557058%3Aa/last-active-dates"
        );
        assert_eq!(
            wire(&GetUserLastActiveDates::new("o-1", "a").cursor("c=")),
            "GET /admin/v1/orgs/o-1/directory/users/a/last-active-dates?cursor=c%3D"
        );
    }
}

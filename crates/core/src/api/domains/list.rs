//! `GET /admin/v1/orgs/{orgId}/domains`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::{Domain, OrgId};
use crate::page::{LinkedPage, Paging};

endpoint! {
    /// Lists the domains that the organization has claimed.
    List -> LinkedPage<Domain>;
    request: Get "/admin/v1/orgs/{orgId}/domains";
    name: "getDomains" = domains.list;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:domains:admin"]).paged(Paging::QueryCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    optional {
        /// The cursor of the page to return. The previous page holds it.
        cursor: String = "cursor" Plain,
    }
}

paged!(List, LinkedPage, Domain);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&List::new("o-1")), "GET /admin/v1/orgs/o-1/domains");
        assert_eq!(wire(&List::new("o-1").cursor("c")), "GET /admin/v1/orgs/o-1/domains?cursor=c");
    }
}

//! `GET /admin/v1/orgs/{orgId}/domains`

use crate::api::macros::endpoint;
use crate::model::Domain;

endpoint! {
    /// Lists the domains that the organization has claimed.
    List: Get "/admin/v1/orgs/{orgId}/domains";
    id: "getDomains"; name: domains.list; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get";
    facts: .scopes(&["read:domains:admin"]);
    lists: Domain by QueryCursor;
}

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

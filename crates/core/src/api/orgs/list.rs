//! `GET /admin/v1/orgs`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::Org;
use crate::page::{LinkedPage, Paging};

endpoint! {
    /// Lists the organizations that the key can access.
    ///
    /// A key belongs to one organization, so the listing has at most one entry. For a key with
    /// scopes the listing can be empty although all other operations work.
    List -> LinkedPage<Org>;
    request: Get "/admin/v1/orgs";
    name: "getOrgs" = orgs.list;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get";
    auth: OrganizationKey;
    facts: .paged(Paging::QueryCursor);
    optional {
        /// The cursor of the page to return. The previous page holds it.
        cursor: String = "cursor" Plain,
    }
}

paged!(List, LinkedPage, Org);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&List::new()), "GET /admin/v1/orgs");
        assert_eq!(wire(&List::new().cursor("a/b=")), "GET /admin/v1/orgs?cursor=a%2Fb%3D");
    }
}

//! `GET /admin/v1/orgs`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::Org;
use crate::page::LinkedPage;
use crate::page::Paging;

endpoint! {
    /// Lists the organizations that the key can see.
    ///
    /// A key belongs to one organization, so the listing has one entry, or none: a key with scopes may see nothing here and still
    /// work everywhere else.
    GetOrgs -> LinkedPage<Org>;
    request: Get "/admin/v1/orgs";
    name: "getOrgs" = orgs.list;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get";
    auth: OrganizationKey;
    facts: .paged(Paging::QueryCursor);
    optional {
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Plain,
    }
}

paged!(GetOrgs, LinkedPage, Org);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&GetOrgs::new()), "GET /admin/v1/orgs");
        assert_eq!(wire(&GetOrgs::new().cursor("a/b=")), "GET /admin/v1/orgs?cursor=a%2Fb%3D");
    }
}

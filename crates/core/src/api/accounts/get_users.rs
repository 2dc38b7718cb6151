//! `GET /admin/v1/orgs/{orgId}/users`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::{Account, OrgId};
use crate::page::LinkedPage;
use crate::page::Paging;

endpoint! {
    /// Lists the accounts that the organization manages.
    ///
    /// Only accounts of a claimed domain are managed: an organization without one gets an empty list, however many users it has.
    GetUsers -> LinkedPage<Account>;
    request: Get "/admin/v1/orgs/{orgId}/users";
    name: "getUsers" = accounts.list;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:accounts:admin"]).paged(Paging::QueryCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    optional {
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Plain,
    }
}

paged!(GetUsers, LinkedPage, Account);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&GetUsers::new("o-1")), "GET /admin/v1/orgs/o-1/users");
        assert_eq!(wire(&GetUsers::new("o-1").cursor("x+y")), "GET /admin/v1/orgs/o-1/users?cursor=x%2By");
    }
}

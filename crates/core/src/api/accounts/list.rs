//! `GET /admin/v1/orgs/{orgId}/users`

use crate::api::macros::endpoint;
use crate::model::Account;

endpoint! {
    /// Lists the accounts that the organization manages.
    ///
    /// Only accounts with an e-mail address of a claimed domain are managed. An organization
    /// without a claimed domain gets an empty list, even if it has users.
    List: Get "/admin/v1/orgs/{orgId}/users";
    id: "getUsers"; name: accounts.list; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get";
    facts: .scopes(&["read:accounts:admin"]);
    lists: Account by QueryCursor;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&List::new("o-1")), "GET /admin/v1/orgs/o-1/users");
        assert_eq!(wire(&List::new("o-1").cursor("x+y")), "GET /admin/v1/orgs/o-1/users?cursor=x%2By");
    }
}

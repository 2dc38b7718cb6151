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

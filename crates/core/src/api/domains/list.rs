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

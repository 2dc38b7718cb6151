//! `GET /admin/v1/orgs/{orgId}`

use crate::api::macros::endpoint;
use crate::model::Org;

endpoint! {
    /// Returns an organization.
    Get: Get "/admin/v1/orgs/{orgId}";
    id: "getOrgById"; name: orgs.get; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get";
    facts: .scopes(&["read:orgs:admin"]);
    returns: Org, in data;
}

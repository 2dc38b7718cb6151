//! `GET /admin/v1/orgs/{orgId}/domains/{domainId}`

use crate::api::macros::endpoint;
use crate::model::{Domain, DomainId};

endpoint! {
    /// Returns a domain.
    Get: Get "/admin/v1/orgs/{orgId}/domains/{domainId}";
    id: "getDomainById"; name: domains.get; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-domainid-get";
    facts: .scopes(&["read:domains:admin"]);
    returns: Domain, in data;
    path {
        /// The domain.
        domain_id: DomainId = "domainId",
    }
}

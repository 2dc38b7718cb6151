//! `GET /admin/v1/orgs/{orgId}/policies`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::{OrgId, Policy, PolicyType};
use crate::page::{LinkedPage, Paging};

endpoint! {
    /// Lists the policies of the organization.
    List -> LinkedPage<Policy>;
    request: Get "/admin/v1/orgs/{orgId}/policies";
    name: "getPolicies" = policies.list;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get";
    auth: OrganizationKey;
    facts: .paged(Paging::QueryCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    optional {
        /// The cursor of the page to return. The previous page holds it.
        cursor: String = "cursor" Plain,
        /// Only policies of this type.
        kind: PolicyType = "type" Plain,
    }
}

paged!(List, LinkedPage, Policy);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&List::new("o-1")), "GET /admin/v1/orgs/o-1/policies");
        assert_eq!(
            wire(&List::new("o-1").cursor("c=").kind(PolicyType::IpAllowlist)),
            "GET /admin/v1/orgs/o-1/policies?cursor=c%3D&type=ip-allowlist"
        );
    }
}

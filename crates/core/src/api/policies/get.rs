//! `GET /admin/v1/orgs/{orgId}/policies/{policyId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{One, OrgId, Policy, PolicyId};

endpoint! {
    /// Returns a policy.
    Get -> One<Policy>;
    request: Get "/admin/v1/orgs/{orgId}/policies/{policyId}";
    name: "getPolicyById" = policies.get;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get";
    auth: OrganizationKey;
    facts:;
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The policy.
        policy_id: PolicyId = "policyId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&Get::new("o-1", "p/1")), "GET /admin/v1/orgs/o-1/policies/p%2F1");
    }
}

//! `GET /admin/v1/orgs/{orgId}/policies/{policyId}`

use crate::api::macros::endpoint;
use crate::model::{Policy, PolicyId};

endpoint! {
    /// Returns a policy.
    Get: Get "/admin/v1/orgs/{orgId}/policies/{policyId}";
    id: "getPolicyById"; name: policies.get; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get";
    returns: Policy, in data;
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
    }
}

//! `PUT /admin/v1/orgs/{orgId}/policies/{policyId}`

use crate::api::macros::endpoint;
use crate::model::{Policy, PolicyId, PolicyInput};

endpoint! {
    /// Replaces a policy.
    ///
    /// Atlassian does not document what happens to omitted properties: read the policy, convert it
    /// to a [`PolicyInput`], and change that. The server accepts the request (202) and applies the
    /// change later.
    Update: Put "/admin/v1/orgs/{orgId}/policies/{policyId}";
    id: "updatePolicy"; name: policies.update; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-put";
    facts: .success(&[202]).idempotent();
    returns: Policy, in data;
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
    }
    required {
        /// The new policy.
        data: PolicyInput = "data" body,
    }
}

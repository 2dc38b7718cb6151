//! `DELETE /admin/v1/orgs/{orgId}/policies/{policyId}`

use crate::api::macros::endpoint;
use crate::model::PolicyId;

endpoint! {
    /// Deletes a policy.
    ///
    /// The server accepts the request (202) and removes the policy from its resources later.
    Delete: Delete "/admin/v1/orgs/{orgId}/policies/{policyId}";
    id: "deletePolicy"; name: policies.delete; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete";
    facts: .success(&[202]).idempotent();
    returns: ();
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
    }
}

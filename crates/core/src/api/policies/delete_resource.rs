//! `DELETE /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}`

use crate::api::macros::endpoint;
use crate::model::{PolicyId, ResourceId};

endpoint! {
    /// Removes a policy from a resource.
    ///
    /// Atlassian documents that the response holds the policy, but the status (204) does not
    /// permit a body: read the policy to see the remaining resources.
    DeleteResource: Delete "/admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}";
    id: "deletePolicyResource"; name: policies.delete_resource; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
        /// The resource.
        resource_id: ResourceId = "resourceId",
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use crate::response::ResponseBody;

    #[test]
    fn decode_accepts_body_and_no_body() {
        assert!(<()>::decode(StatusCode::OK, br#"{"data":{"id":"p-1"}}"#).is_ok());
        assert!(<()>::decode(StatusCode::NO_CONTENT, b"").is_ok());
    }
}

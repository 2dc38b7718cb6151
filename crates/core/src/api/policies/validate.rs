//! `GET /admin/v1/orgs/{orgId}/policies/{policyId}/validate`

use crate::api::macros::endpoint;
use crate::model::PolicyId;

endpoint! {
    /// Starts the validation of a policy.
    ///
    /// This GET starts work on the server, so the client does not retry it after an ambiguous
    /// failure. The response (202) is empty: read the policy to see the result.
    Validate: Get "/admin/v1/orgs/{orgId}/policies/{policyId}/validate";
    id: "validatePolicy"; name: policies.validate; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-validate-get";
    facts: .success(&[202]).writes();
    returns: ();
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Endpoint;

    #[test]
    fn validate_policy_is_not_a_read() {
        let operation = Validate::OPERATION;
        assert_eq!((operation.reads, operation.idempotent), (false, false));
    }
}

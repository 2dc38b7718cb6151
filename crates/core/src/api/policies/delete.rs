//! `DELETE /admin/v1/orgs/{orgId}/policies/{policyId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{OrgId, PolicyId};

endpoint! {
    /// Deletes a policy.
    ///
    /// The server accepts the request (202) and removes the policy from its resources later.
    Delete -> ();
    request: Delete "/admin/v1/orgs/{orgId}/policies/{policyId}";
    name: "deletePolicy" = policies.delete;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete";
    auth: OrganizationKey;
    facts: .success(&[202]).idempotent();
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
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&Delete::new("o-1", "p-1")),
            ("DELETE /admin/v1/orgs/o-1/policies/p-1".into(), None)
        );
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PolicyInputAttributes, PolicyType};
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let data = PolicyInput::new(PolicyInputAttributes::new(PolicyType::IpAllowlist).name("Office"));
        let line = "PUT /admin/v1/orgs/o-1/policies/p-1";
        assert_eq!(
            request(&Update::new("o-1", "p-1", data.clone())),
            (
                line.into(),
                Some(
                    r#"{"data":{"attributes":{"name":"Office","type":"ip-allowlist"},"type":"policy"}}"#
                        .into()
                )
            )
        );
        let data = PolicyInput { id: Some("p-1".into()), ..data };
        assert_eq!(
            request(&Update::new("o-1", "p-1", data)).1.unwrap(),
            r#"{"data":{"attributes":{"name":"Office","type":"ip-allowlist"},"id":"p-1","type":"policy"}}"#
        );
    }
}

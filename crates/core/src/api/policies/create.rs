//! `POST /admin/v1/orgs/{orgId}/policies`

use crate::api::macros::endpoint;
use crate::model::{Policy, PolicyInput};

endpoint! {
    /// Creates a policy of the type `ip-allowlist` or `data-residency`.
    ///
    /// The server accepts the request (202) and applies the policy later: read the policy to see
    /// the `applicationStatus` of each resource. The server requires name, type, status, rule and
    /// resources, and returns a 400 without an explanation if one is missing.
    Create: Post "/admin/v1/orgs/{orgId}/policies";
    id: "createPolicy"; name: policies.create; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-post";
    facts: .success(&[202]);
    returns: Policy, in data;
    required {
        /// The policy.
        data: PolicyInput = "data" body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PolicyInputAttributes, PolicyResourceInput, PolicyRule, PolicyStatus, PolicyType};
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let minimal = PolicyInput::new(PolicyInputAttributes::new(PolicyType::DataResidency));
        assert_eq!(
            request(&Create::new("o-1", minimal)),
            (
                "POST /admin/v1/orgs/o-1/policies".into(),
                Some(r#"{"data":{"attributes":{"type":"data-residency"},"type":"policy"}}"#.into())
            )
        );
        let attributes = PolicyInputAttributes::new(PolicyType::IpAllowlist)
            .name("Office")
            .status(PolicyStatus::Enabled)
            .rule(PolicyRule::new().values(["192.0.2.0/24".into()]))
            .resources([PolicyResourceInput::new("r-1")]);
        let body = r#"{"data":{"attributes":{"name":"Office","resources":[{"id":"r-1"}],"rule":{"in":["192.0.2.0/24"]},"status":"enabled","type":"ip-allowlist"},"type":"policy"}}"#;
        assert_eq!(
            request(&Create::new("o-1", PolicyInput::new(attributes))),
            ("POST /admin/v1/orgs/o-1/policies".into(), Some(body.into()))
        );
    }
}

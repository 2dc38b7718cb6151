//! `PUT /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{One, OrgId, Policy, PolicyId, PolicyResourceLinks, PolicyResourceMeta, ResourceId};

endpoint! {
    /// Updates how a policy is applied to a resource, such as its schedule.
    ///
    /// The server accepts the request (202), returns the whole policy, and applies it later.
    UpdateResource -> One<Policy>;
    request: Put "/admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}";
    name: "updatePolicyResource" = policies.update_resource;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put";
    auth: OrganizationKey;
    facts: .success(&[202]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The policy.
        policy_id: PolicyId = "policyId",
        /// The resource.
        resource_id: ResourceId = "resourceId",
    }
    optional {
        /// The schedule and the account that applies the policy.
        meta: PolicyResourceMeta = "meta" Member,
        /// The links of the resource.
        links: PolicyResourceLinks = "links" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let line = "PUT /admin/v1/orgs/o-1/policies/p-1/resources/r-1";
        let minimal = UpdateResource::new("o-1", "p-1", "r-1");
        assert_eq!(request(&minimal), (line.into(), Some("{}".into())));
        let everything = minimal
            .meta(PolicyResourceMeta::new().scheduled_date("2026-12-01"))
            .links(PolicyResourceLinks::new().ticket("HELP-1"));
        let body = r#"{"links":{"ticket":"HELP-1"},"meta":{"scheduledDate":"2026-12-01"}}"#;
        assert_eq!(request(&everything), (line.into(), Some(body.into())));
    }
}

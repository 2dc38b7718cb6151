//! `PUT /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}`

use crate::api::macros::endpoint;
use crate::model::{Policy, PolicyId, PolicyResourceLinks, PolicyResourceMeta, ResourceId};

endpoint! {
    /// Updates how a policy is applied to a resource, such as its schedule.
    ///
    /// The server accepts the request (202), returns the whole policy, and applies it later.
    UpdateResource: Put "/admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}";
    id: "updatePolicyResource"; name: policies.update_resource; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put";
    facts: .success(&[202]).idempotent();
    returns: Policy, in data;
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
        /// The resource.
        resource_id: ResourceId = "resourceId",
    }
    optional {
        /// The schedule and the account that applies the policy.
        meta: PolicyResourceMeta = "meta" body,
        /// The links of the resource.
        links: PolicyResourceLinks = "links" body,
    }
}

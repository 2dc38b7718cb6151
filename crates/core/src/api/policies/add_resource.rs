//! `POST /admin/v1/orgs/{orgId}/policies/{policyId}/resources`

use crate::api::macros::endpoint;
use crate::model::{Policy, PolicyId, PolicyResourceLinks, PolicyResourceMeta, ResourceId};

endpoint! {
    /// Applies a policy to an additional resource.
    ///
    /// The server accepts the request (202), returns the whole policy, and applies it later.
    AddResource: Post "/admin/v1/orgs/{orgId}/policies/{policyId}/resources";
    id: "addResourceToPolicy"; name: policies.add_resource; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-post";
    facts: .success(&[202]);
    returns: Policy, in data;
    path {
        /// The policy.
        policy_id: PolicyId = "policyId",
    }
    required {
        /// The resource.
        id: ResourceId = "id" body,
    }
    optional {
        /// The schedule and the account that applies the policy.
        meta: PolicyResourceMeta = "meta" body,
        /// The links of the resource.
        links: PolicyResourceLinks = "links" body,
    }
}

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

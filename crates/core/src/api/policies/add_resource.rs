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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let line = "POST /admin/v1/orgs/o-1/policies/p-1/resources";
        assert_eq!(
            request(&AddResource::new("o-1", "p-1", "r-1")),
            (line.into(), Some(r#"{"id":"r-1"}"#.into()))
        );
        let everything = AddResource::new("o-1", "p-1", "r-1")
            .meta(
                PolicyResourceMeta::new()
                    .scheduled_date("2026-12-01")
                    .migration_start("a")
                    .migration_end("b")
                    .atlassian_account_id("557058:a"),
            )
            .links(PolicyResourceLinks::new().ticket("HELP-1"));
        let body = r#"{"id":"r-1","links":{"ticket":"HELP-1"},"meta":{"atlassianAccountId":"557058:a","migrationEndDataTime":"b","migrationStartDateTime":"a","scheduledDate":"2026-12-01"}}"#;
        assert_eq!(request(&everything), (line.into(), Some(body.into())));
    }
}

//! `GET /admin/v1/orgs/{orgId}/policies`

use crate::api::macros::endpoint;
use crate::model::{Policy, PolicyType};

endpoint! {
    /// Lists the policies of the organization.
    List: Get "/admin/v1/orgs/{orgId}/policies";
    id: "getPolicies"; name: policies.list; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get";
    lists: Policy by QueryCursor;
    optional {
        /// Only policies of this type.
        kind: PolicyType = "type" query,
    }
}

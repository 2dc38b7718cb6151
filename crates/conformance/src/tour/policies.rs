//! Policies and the resources that they apply to.

use serde_json::json;

use super::{Step, call, refused};

const NONE: &str = "00000000-0000-0000-0000-000000000000";

pub(super) fn steps() -> Vec<Step> {
    let data = |name: &str| {
        json!({
            "type": "policy",
            "attributes": {
                "type": "ip-allowlist",
                "name": name,
                "status": "enabled",
                "rule": {"in": ["192.0.2.0/24"]},
                "resources": [{"id": "$site"}],
            },
        })
    };
    vec![
        call("createPolicy", json!({"data": data("Offices")})).learn("policy", "/data/id"),
        refused("createPolicy", 400, json!({"data": {"type": "policy", "attributes": {"type": "nonsense"}}})),
        call("getPolicies", json!({})).learn("listed", "/data/0/id"),
        call("getPolicyById", json!({"policyId": "$policy"})),
        refused("getPolicyById", 404, json!({"policyId": NONE})),
        call("updatePolicy", json!({"policyId": "$policy", "data": data("Offices and homes")})),
        refused("updatePolicy", 404, json!({"policyId": NONE})),
        call("addResourceToPolicy", json!({"policyId": "$policy", "id": "$otherSite"})),
        refused("addResourceToPolicy", 404, json!({"policyId": NONE})),
        call(
            "updatePolicyResource",
            json!({"policyId": "$policy", "resourceId": "$otherSite", "meta": {"scheduledDate": "2026-02-01"}}),
        ),
        refused("updatePolicyResource", 404, json!({"resourceId": "none"})),
        call("validatePolicy", json!({"policyId": "$policy"})),
        refused("validatePolicy", 400, json!({"policyId": NONE})),
        call("deletePolicyResource", json!({"policyId": "$policy", "resourceId": "$otherSite"})),
        refused("deletePolicyResource", 404, json!({"resourceId": "none"})),
        call("deletePolicy", json!({"policyId": "$policy"})),
        refused("deletePolicy", 404, json!({"policyId": NONE})),
    ]
}

//! Roles of single users.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    vec![
        call("assignRole", json!({"userId": "$member", "role": "atlassian/admin", "resource": "$site"})),
        refused("assignRole", 404, json!({"userId": "712020:none"})),
        call("revokeRole", json!({"userId": "$member", "role": "atlassian/admin", "resource": "$site"})),
        refused("revokeRole", 404, json!({"userId": "712020:none"})),
        call("assignOrgRole", json!({"userId": "$member", "role": "atlassian/org-admin"})),
        refused("assignOrgRole", 404, json!({"userId": "712020:none"})),
        call("revokeOrgRole", json!({"userId": "$member", "role": "atlassian/org-admin"})),
        refused("revokeOrgRole", 404, json!({"userId": "712020:none"})),
    ]
}

//! The operations of version 1 that have successors.

use serde_json::json;

use super::{Step, call, refused};

const ORG: &str = "00000000-0000-0000-0000-000000000000";

pub(super) fn steps() -> Vec<Step> {
    let roles = json!([{"resource": "$site", "role": "atlassian/user"}]);
    vec![
        call(
            "v1InviteUser",
            json!({
                "email": "third.member@example.com",
                "permissionRule": {"resource": "$site", "role": "atlassian/user"},
            }),
        ),
        refused("v1InviteUser", 404, json!({"orgId": ORG})),
        call("v1SearchUsers", json!({"limit": 100, "expand": ["NAME", "EMAIL", "EMAIL_VERIFIED"]})),
        call("searchDirectoryUsers", json!({"emails": ["third.member@example.com"]}))
            .learn("third", "/data/0/accountId"),
        refused("v1SearchUsers", 400, json!({"cursor": "nonsense"})),
        call("v1CreateGroup", json!({"name": "old-guides", "description": "Who knew the way"}))
            .learn("oldGroup", "/groupId"),
        refused("v1CreateGroup", 400, json!({"name": ""})),
        call("v1SearchGroups", json!({"limit": 100, "expand": ["USERS", "META", "ROLE_ASSIGNMENTS"]})),
        refused("v1SearchGroups", 400, json!({"cursor": "nonsense"})),
        call("v1AssignGroupRoles", json!({"groupId": "$oldGroup", "roleAssociations": roles})),
        refused("v1AssignGroupRoles", 404, json!({"groupId": "none"})),
        call("v1RevokeGroupRoles", json!({"groupId": "$oldGroup", "roleAssociations": roles})),
        refused("v1RevokeGroupRoles", 404, json!({"groupId": "none"})),
        call("v1AddUserToGroup", json!({"groupId": "$oldGroup", "account_id": "$member"})),
        refused("v1AddUserToGroup", 404, json!({"groupId": "none"})),
        refused("v1DeleteGroup", 409, json!({"groupId": "$oldGroup"})),
        call("v1RemoveUserFromGroup", json!({"groupId": "$oldGroup", "accountId": "$member"})),
        refused("v1RemoveUserFromGroup", 404, json!({"groupId": "none"})),
        call("v1DeleteGroup", json!({"groupId": "$oldGroup"})),
        call("v1SuspendUser", json!({"accountId": "$member"})),
        refused("v1SuspendUser", 404, json!({"accountId": "712020:none"})),
        call("v1RestoreUser", json!({"accountId": "$member"})),
        refused("v1RestoreUser", 404, json!({"accountId": "712020:none"})),
        call("v1RemoveUser", json!({"accountId": "$third"})),
        refused("v1RemoveUser", 400, json!({"accountId": "712020:none"})),
    ]
}

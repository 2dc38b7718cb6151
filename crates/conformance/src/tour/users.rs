//! Users of the directory, from the invitation to the removal.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    let expand = ["platformRoles", "counts.resources", "productAccess", "groups"];
    vec![
        call(
            "inviteUsers",
            json!({
                "emails": ["new.member@example.com"],
                "permissionRules": [{"resource": "$site", "role": "atlassian/user"}],
                "sendNotification": false,
            }),
        ),
        refused("inviteUsers", 400, json!({"emails": ["nobody"]})),
        // One of the roles cannot be given, which makes it a success in part (206).
        call(
            "inviteUsers",
            json!({
                "emails": ["other.member@example.com"],
                "permissionRules": [{"resource": "$site", "role": "atlassian/org-admin"}],
            }),
        )
        .learn("unfit", "/data/0/results/0/roleAssignmentResult/0/statusReason"),
        call("searchDirectoryUsers", json!({"limit": 100, "expand": expand})),
        call("searchDirectoryUsers", json!({"emails": ["new.member@example.com"], "expand": expand}))
            .learn("member", "/data/0/accountId"),
        refused("searchDirectoryUsers", 400, json!({"searchTerm": "member"})),
        call("getDirectoryUsers", json!({"limit": 100})),
        refused("getDirectoryUsers", 400, json!({"cursor": "nonsense"})),
        call("getDirectoryUsersCount", json!({"status": ["active"]})),
        refused("getDirectoryUsersCount", 404, json!({"directoryId": "none"})),
        call("getUserStats", json!({})),
        refused("getUserStats", 404, json!({"directoryId": "none"})),
        call("getDirectoryUserDetails", json!({"accountId": "$member"})),
        refused("getDirectoryUserDetails", 404, json!({"accountId": "712020:none"})),
        call("getUserRoleAssignments", json!({"accountId": "$member"})),
        refused("getUserRoleAssignments", 404, json!({"accountId": "712020:none"})),
        call("getUserLastActiveDates", json!({"accountId": "$account"})),
        refused("getUserLastActiveDates", 404, json!({"accountId": "712020:none"})),
        call("suspendDirectoryUser", json!({"accountId": "$member"})),
        refused("suspendDirectoryUser", 404, json!({"accountId": "712020:none"})),
        call("restoreDirectoryUser", json!({"accountId": "$member"})),
        refused("restoreDirectoryUser", 404, json!({"accountId": "712020:none"})),
    ]
}

/// At the end of the tour, since all else is done with this user.
pub(super) fn farewell() -> Vec<Step> {
    vec![
        call("removeDirectoryUser", json!({"accountId": "$member"})),
        refused("removeDirectoryUser", 404, json!({"accountId": "712020:none"})),
    ]
}

//! Groups, their members and their roles.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    vec![
        call("createGroup", json!({"name": "tour-guides", "description": "Who know the way"})),
        refused("createGroup", 409, json!({})),
        call("searchDirectoryGroups", json!({"limit": 100, "expand": ["counts.resources", "counts.users"]})),
        call("searchDirectoryGroups", json!({"groupNames": ["tour-guides"]})).learn("group", "/data/0/id"),
        refused("searchDirectoryGroups", 400, json!({"searchTerm": "tour"})),
        call("getGroups", json!({"counts": {"includeUsers": true, "includeResources": true}, "limit": 100})),
        refused("getGroups", 400, json!({"cursor": "nonsense"})),
        call("getGroupsCount", json!({"searchTerm": "tour"})),
        refused("getGroupsCount", 404, json!({"directoryId": "none"})),
        call("getGroupsStats", json!({})),
        refused("getGroupsStats", 404, json!({"directoryId": "none"})),
        call("getGroup", json!({"groupId": "$group"})),
        refused("getGroup", 404, json!({"groupId": "none"})),
        call("addUserToGroup", json!({"groupId": "$group", "accountId": "$member"})),
        refused("addUserToGroup", 404, json!({"groupId": "none"})),
        call(
            "assignGroupRole",
            json!({"groupId": "$group", "resourceId": "$site", "roleId": "atlassian/user"}),
        ),
        refused("assignGroupRole", 404, json!({"groupId": "none"})),
        call("getGroupRoleAssignments", json!({"groupId": "$group"})).learn("resource", "/data/0/resourceId"),
        refused("getGroupRoleAssignments", 404, json!({"groupId": "none"})),
        call(
            "revokeGroupRole",
            json!({"groupId": "$group", "resourceId": "$site", "roleId": "atlassian/user"}),
        ),
        refused("revokeGroupRole", 404, json!({"groupId": "none"})),
        call("removeUserFromGroup", json!({"groupId": "$group", "accountId": "$member"})),
        refused("removeUserFromGroup", 404, json!({"groupId": "none"})),
        call("deleteGroup", json!({"groupId": "$group"})),
        refused("deleteGroup", 404, json!({})),
    ]
}

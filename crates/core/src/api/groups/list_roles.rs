//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments`

use crate::api::macros::endpoint;
use crate::model::{DirectoryId, GroupId, GroupRoles, ResourceId, RoleId};

endpoint! {
    /// Lists the roles of a group, one row per resource.
    ///
    /// Listings can show a change of roles 30 seconds or more later. Use `-` for all
    /// directories that the key can manage. With a cursor, the server ignores all other
    /// filters.
    ListRoles: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments";
    id: "getGroupRoleAssignments"; name: groups.list_roles; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get";
    facts: .scopes(&["read:groups:admin"]);
    lists: GroupRoles by QueryCursor;
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
    optional {
        /// The maximum number of rows on a page.
        limit: u32 = "limit" query [1..=100, default 20],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" repeat [1..=10 items],
        /// Only resources of these products, such as `jira-software`.
        resource_owners: Vec<String> = "resourceOwners" repeat [1..=10 items],
        /// Only on these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" repeat [1..=20 items],
        /// Only these roles.
        role_ids: Vec<RoleId> = "roleIds" repeat [1..=10 items],
    }
}

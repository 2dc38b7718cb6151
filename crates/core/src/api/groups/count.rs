//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/count`

use crate::api::macros::endpoint;
use crate::model::{AccountId, DirectoryId, GroupId, ResourceId, RoleId};

endpoint! {
    /// Counts the groups of a directory.
    ///
    /// Use `-` for all directories that the key can manage. Atlassian does not document a scope
    /// for this operation.
    Count: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/count";
    id: "getGroupsCount"; name: groups.count; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-count-get";
    returns: crate::model::Count;
    optional {
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" repeat [1..=10 items],
        /// Only groups that have one of these accounts as a member.
        account_ids: Vec<AccountId> = "accountIds" repeat [1..=10 items],
        /// Only these groups.
        group_ids: Vec<GroupId> = "groupIds" repeat [1..=10 items],
        /// Only groups with a role on a resource of these products, such as `jira-software`.
        resource_owners: Vec<String> = "resourceOwners" repeat [1..=10 items],
        /// Only groups with a role on one of these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" repeat [1..=20 items],
        /// Only groups whose name contains this text.
        search_term: String = "searchTerm" query,
        /// Only groups with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" repeat [1..=10 items],
    }
}

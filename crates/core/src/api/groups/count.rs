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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&Count::new("o-1", "-")), "GET /admin/v2/orgs/o-1/directories/-/groups/count");
        let everything = Count::new("o-1", "d-1")
            .directory_ids(["d-1"])
            .account_ids(["557058:a", "b"])
            .group_ids(["g-1"])
            .resource_owners(["jira-software", "platform"])
            .resource_ids(["r-1", "r-2"])
            .search_term("a&b")
            .role_ids([RoleId::User, RoleId::Admin]);
        assert_eq!(
            wire(&everything),
            "GET /admin/v2/orgs/o-1/directories/d-1/groups/count?directoryIds=d-1&accountIds=557058%3Aa&accountIds=b\
             &groupIds=g-1&resourceOwners=jira-software&resourceOwners=platform&resourceIds=r-1&resourceIds=r-2\
             &searchTerm=a%26b&roleIds=atlassian%2Fuser&roleIds=atlassian%2Fadmin"
        );
    }
}

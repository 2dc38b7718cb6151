//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`

use super::GroupSort;
use crate::api::macros::endpoint;
use crate::model::macros::input;
use crate::model::{AccountId, DirectoryId, Group, GroupId, ResourceId, RoleId};

endpoint! {
    /// Lists the groups of a directory.
    ///
    /// Use `-` for all directories that the key can manage. [`Search`](super::Search) replaces
    /// this operation and can also find groups by their exact names. With a cursor, the server
    /// ignores all other filters.
    List: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups";
    id: "getGroups"; name: groups.list; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-get";
    stops: after "2027-06-30", use "groups.search";
    facts: .scopes(&["read:groups:admin"]);
    lists: Group by QueryCursor;
    optional {
        /// The maximum number of groups on a page.
        limit: u32 = "limit" query [1..=100, default 20],
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
        /// The counts to include. The client sends them as JSON: Atlassian does not document the
        /// format.
        counts: GroupCountsAsked = "counts" json,
        /// The sort order. The client sends each entry as JSON: Atlassian does not document the
        /// format.
        sort_by: Vec<GroupSort> = "sortBy" repeat [1..=1 item],
        /// Only groups with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" repeat [1..=10 items],
    }
}

input! {
    /// The counts that a listing of groups includes.
    GroupCountsAsked {
        optional {
            /// The number of resources on which a group has roles.
            include_resources: bool = "includeResources",
            /// The number of members of a group.
            include_users: bool = "includeUsers",
        }
    }
}

#[cfg(test)]
#[allow(deprecated)]
mod tests {
    use super::*;
    use crate::api::groups::GroupSortField;
    use crate::model::SortOrder;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&List::new("o-1", "-")), "GET /admin/v2/orgs/o-1/directories/-/groups");
        let everything = List::new("o-1", "d-1")
            .cursor("c=")
            .limit(100)
            .directory_ids(["d-1", "d-2"])
            .account_ids(["557058:a"])
            .group_ids(["g-1", "g-2"])
            .resource_owners(["jira-software"])
            .resource_ids(["r-1"])
            .search_term("jira users")
            .counts(GroupCountsAsked::new().include_resources(false).include_users(true))
            .sort_by([GroupSort::new(GroupSortField::Name, SortOrder::Descending)])
            .role_ids([RoleId::OrgAdmin]);
        assert_eq!(
            wire(&everything),
            "GET /admin/v2/orgs/o-1/directories/d-1/groups?cursor=c%3D&limit=100&directoryIds=d-1&directoryIds=d-2\
             &accountIds=557058%3Aa&groupIds=g-1&groupIds=g-2&resourceOwners=jira-software&resourceIds=r-1\
             &searchTerm=jira%20users&counts=%7B%22includeResources%22%3Afalse%2C%22includeUsers%22%3Atrue%7D\
             &sortBy=%7B%22direction%22%3A%22desc%22%2C%22field%22%3A%22name%22%7D&roleIds=atlassian%2Forg-admin"
        );
    }
}

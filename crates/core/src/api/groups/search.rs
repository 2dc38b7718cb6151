//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search`

use crate::api::macros::endpoint;
use crate::model::macros::{input, string_enum};
use crate::model::{AccountId, DirectoryId, Group, GroupId, ResourceId, RoleId, SortOrder};

endpoint! {
    /// Searches the groups of a directory.
    ///
    /// Use `-` for all directories that the key can manage. Filter by the exact name to get the
    /// identifier of a new group. Atlassian does not document a scope for this operation.
    Search: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search";
    id: "searchDirectoryGroups"; name: groups.search; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post";
    facts: .reads();
    lists: Group by BodyCursor;
    optional {
        /// Only groups that have one of these accounts as a member.
        account_ids: Vec<AccountId> = "accountIds" body [1..=10 items],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" body [1..=10 items],
        /// Only these groups. Cannot be combined with names.
        group_ids: Vec<GroupId> = "groupIds" body [1..=10 items],
        /// Only groups with one of these exact names, ignoring case. Cannot be combined with a
        /// search term or identifiers.
        group_names: Vec<String> = "groupNames" body [1..=100 items],
        /// Only groups with a role on one of these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" body [1..=20 items],
        /// Only groups with a role on a resource of these products, such as `jira-software`.
        resource_owners: Vec<String> = "resourceOwners" body [1..=10 items],
        /// Only groups with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" body [1..=10 items],
        /// Only groups whose name contains this text. Cannot be combined with names.
        search_term: String = "searchTerm" body,
        /// Additional properties to return.
        expand: Vec<GroupExpansion> = "expand" body [1..=2 items],
        /// The sort order.
        sort_by: Vec<GroupSort> = "sortBy" body [1..=1 item],
        /// The maximum number of groups on a page.
        limit: u32 = "limit" body [1..=100, default 20],
    }
}

string_enum! {
    /// An additional property of groups that a search can return.
    GroupExpansion {
        /// The number of resources on which the group has roles.
        ResourceCounts = "counts.resources",
        /// The number of members.
        UserCounts = "counts.users",
    }
}

string_enum! {
    /// A field to sort groups by.
    GroupSortField {
        /// The name.
        Name = "name",
    }
}

input! {
    /// A sort order of groups.
    GroupSort {
        required {
            /// The field to sort by.
            field: GroupSortField = "field",
            /// The sort direction.
            direction: SortOrder = "direction",
        }
    }
}

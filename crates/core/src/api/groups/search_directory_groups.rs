//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::macros::{input, string_enum};
use crate::model::{AccountId, DirectoryId, Group, GroupId, OrgId, ResourceId, RoleId, SortOrder};
use crate::page::LinkedPage;
use crate::page::Paging;

endpoint! {
    /// Searches the groups of a directory.
    ///
    /// `-` as the directory means all that the key may manage. By the exact name it finds the identifier of a group that was
    /// just created. Atlassian documents no scope for it.
    SearchDirectoryGroups -> LinkedPage<Group>;
    request: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search";
    name: "searchDirectoryGroups" = groups.search;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post";
    auth: OrganizationKey;
    facts: .reads().paged(Paging::BodyCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all.
        directory_id: DirectoryId = "directoryId",
    }
    optional {
        /// Only groups that one of these accounts is in.
        account_ids: Vec<AccountId> = "accountIds" Member [1..=10 items],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" Member [1..=10 items],
        /// Only these groups. Not together with names.
        group_ids: Vec<GroupId> = "groupIds" Member [1..=10 items],
        /// Only groups with one of these names, whole and in any case. Not together with a search term or identifiers.
        group_names: Vec<String> = "groupNames" Member [1..=100 items],
        /// Only groups with a role on one of these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" Member [1..=20 items],
        /// Only groups with a role on a resource of these owners, such as `jira-software`.
        resource_owners: Vec<String> = "resourceOwners" Member [1..=10 items],
        /// Only groups with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" Member [1..=10 items],
        /// Only groups with this in their names. Not together with names.
        search_term: String = "searchTerm" Member,
        /// What to tell besides.
        expand: Vec<GroupExpansion> = "expand" Member [1..=2 items],
        /// In which order.
        sort_by: Vec<GroupSort> = "sortBy" Member [1..=1 item],
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Member,
        /// The most groups on a page.
        limit: u32 = "limit" Member [1..=100, default 20],
    }
}

paged!(SearchDirectoryGroups, LinkedPage, Group);

string_enum! {
    /// What a search can tell of groups besides.
    GroupExpansion {
        /// How many resources they open.
        ResourceCounts = "counts.resources",
        /// How many members they have.
        UserCounts = "counts.users",
    }
}

string_enum! {
    /// What groups can be sorted by.
    GroupSortField {
        /// The name.
        Name = "name",
    }
}

input! {
    /// An order of groups.
    GroupSort {
        required {
            /// What to sort by.
            field: GroupSortField = "field",
            /// Which end comes first.
            direction: SortOrder = "direction",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&SearchDirectoryGroups::new("o-1", "-")),
            ("POST /admin/v2/orgs/o-1/directories/-/groups/search".into(), Some("{}".into()))
        );
        let everything = SearchDirectoryGroups::new("o-1", "d-1")
            .account_ids(["557058:a"])
            .directory_ids(["d-1"])
            .group_ids(["g-1"])
            .group_names(["Auditors", "a, b".into()])
            .resource_ids(["r-1"])
            .resource_owners(["jira-software"])
            .role_ids([RoleId::User])
            .search_term("audit")
            .expand([GroupExpansion::ResourceCounts, GroupExpansion::UserCounts])
            .sort_by([GroupSort::new(GroupSortField::Name, SortOrder::Ascending)])
            .cursor("c=")
            .limit(100);
        let body = r#"{"accountIds":["557058:a"],"cursor":"c=","directoryIds":["d-1"],"expand":["counts.resources","counts.users"],"groupIds":["g-1"],"groupNames":["Auditors","a, b"],"limit":100,"resourceIds":["r-1"],"resourceOwners":["jira-software"],"roleIds":["atlassian/user"],"searchTerm":"audit","sortBy":[{"direction":"asc","field":"name"}]}"#;
        assert_eq!(
            request(&everything),
            ("POST /admin/v2/orgs/o-1/directories/d-1/groups/search".into(), Some(body.into()))
        );
    }
}

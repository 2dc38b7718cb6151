//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, DirectoryId, OrgId, ResourceId, RoleId, UserRoles};
use crate::page::{LinkedPage, Paging};

endpoint! {
    /// Lists the roles of a user, one row per resource.
    ///
    /// Each row shows whether a role is assigned directly, inherited from a group, or inferred
    /// from another role. Listings can show a change of roles 30 seconds or more later. Use `-`
    /// for all directories that the key can manage.
    ListRoles -> LinkedPage<UserRoles>;
    request: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments";
    name: "getUserRoleAssignments" = users.list_roles;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:directories:admin"]).paged(Paging::QueryCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all directories.
        directory_id: DirectoryId = "directoryId",
        /// The account.
        account_id: AccountId = "accountId",
    }
    optional {
        /// The cursor of the page to return. The previous page holds it. With a cursor, the server
        /// ignores all other filters.
        cursor: String = "cursor" Plain,
        /// The maximum number of rows on a page.
        limit: u32 = "limit" Plain [1..=100, default 20],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" Repeat [1..=10 items],
        /// Only resources of these products, such as `jira-software`.
        resource_owners: Vec<String> = "resourceOwners" Repeat [1..=10 items],
        /// Only on these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" Repeat [1..=20 items],
        /// Only these roles.
        role_ids: Vec<RoleId> = "roleIds" Repeat [1..=10 items],
    }
}

paged!(ListRoles, LinkedPage, UserRoles);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            wire(&ListRoles::new("o-1", "-", "a")),
            "GET /admin/v2/orgs/o-1/directories/-/users/a/role-assignments"
        );
        let everything = ListRoles::new("o-1", "d-1", "557058:a")
            .cursor("c=")
            .limit(100)
            .directory_ids(["d-1"])
            .resource_owners(["jira-software", "platform"])
            .resource_ids(["r-1", "r-2"])
            .role_ids([RoleId::User, RoleId::Admin]);
        assert_eq!(
            wire(&everything),
            "GET /admin/v2/orgs/o-1/directories/d-1/users/557058%3Aa/role-assignments?cursor=c%3D&limit=100\
             &directoryIds=d-1&resourceOwners=jira-software&resourceOwners=platform&resourceIds=r-1&resourceIds=r-2\
             &roleIds=atlassian%2Fuser&roleIds=atlassian%2Fadmin"
        );
    }
}

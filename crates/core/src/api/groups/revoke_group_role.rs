//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, GroupId, OrgId, ResourceId, RoleId};

endpoint! {
    /// Takes a role on a resource away from a group.
    ///
    /// Members keep it who have it by themselves or by another group. It may take 30 seconds or more to show.
    RevokeGroupRole -> ();
    request: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke";
    name: "revokeGroupRole" = groups.revoke_role;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory that the group is in.
        directory_id: DirectoryId = "directoryId",
        /// The group.
        group_id: GroupId = "groupId",
    }
    required {
        /// On what: a product of a site, as `workspaces.search` lists them.
        resource_id: ResourceId = "resourceId" Member,
        /// The role.
        role_id: RoleId = "roleId" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&RevokeGroupRole::new("o-1", "d-1", "g-1", "ari:cloud:jira::site/s-1", RoleId::User)),
            (
                "POST /admin/v2/orgs/o-1/directories/d-1/groups/g-1/role-assignments/revoke".into(),
                Some(r#"{"resourceId":"ari:cloud:jira::site/s-1","roleId":"atlassian/user"}"#.into())
            )
        );
    }
}

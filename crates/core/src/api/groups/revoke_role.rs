//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke`

use crate::api::macros::endpoint;
use crate::model::{GroupId, ResourceId, RoleId};

endpoint! {
    /// Revokes a role on a resource from a group.
    ///
    /// Members keep the role if they have it directly or through another group. Listings can show
    /// the change 30 seconds or more later.
    RevokeRole: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke";
    id: "revokeGroupRole"; name: groups.revoke_role; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
    required {
        /// The resource: a product of a site, as listed by `workspaces.search`.
        resource_id: ResourceId = "resourceId" body,
        /// The role.
        role_id: RoleId = "roleId" body,
    }
}

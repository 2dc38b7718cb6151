//! `POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke`

use crate::api::legacy::RoleAssociation;
use crate::api::macros::endpoint;
use crate::model::GroupId;

endpoint! {
    /// Revokes roles from a group, and thereby from all of its members.
    ///
    /// The change takes effect within 30 seconds. Atlassian enables this operation for an
    /// organization on request only.
    RevokeGroupRoles: Post "/admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke";
    id: "v1RevokeGroupRoles"; name: legacy.revoke_group_roles; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post";
    stops: after "2026-06-30", use "groups.revokeRole";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
    required {
        /// The roles and their resources.
        role_associations: Vec<RoleAssociation> = "roleAssociations" body,
    }
}

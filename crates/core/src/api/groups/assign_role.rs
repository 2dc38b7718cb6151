//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/assign`

use crate::api::macros::endpoint;
use crate::model::{GroupId, ResourceId, RoleId};

endpoint! {
    /// Assigns a role on a resource to a group, for all current and future members.
    ///
    /// The server refuses the request if the products have too few licences for the members (409).
    /// Listings can show the change 30 seconds or more later.
    AssignRole: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/assign";
    id: "assignGroupRole"; name: groups.assign_role; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-assign-post";
    facts: .idempotent();
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

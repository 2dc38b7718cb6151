//! Which roles users and groups have, and on what.

use super::macros::{object, string_enum};
use super::{DirectoryId, MembershipStatus, ResourceId, RoleId, Roles};

string_enum! {
    /// How a user came by a role.
    RoleAssignmentMethod {
        /// It was given to the user.
        Direct = "direct",
        /// It was given to a group of the user.
        GroupDirect = "group_direct",
        /// It follows from another role, as an administrator may do what a user may.
        Inferred = "inferred",
    }
}

object! {
    /// The roles of a user on one resource. Compare roles, not rows: one row holds all roles on its resource.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get).
    UserRoles {
        optional {
            /// The resource.
            resource_id: ResourceId = "resourceId",
            /// What the resource belongs to, such as `jira-software`. Not only products: `platform` is one, too.
            resource_owner: String = "resourceOwner",
            /// The directory that the resource's users come from. None for roles on the whole organization.
            directory_id: DirectoryId = "directoryId",
            /// Whether the user is in that directory. A suspended user keeps the roles, but cannot use them.
            user_directory_status: MembershipStatus = "userDirectoryStatus",
            /// The roles, and how the user came by each.
            role_assignments: Vec<AssignedRole> = "roleAssignments",
            /// The roles alone, as an earlier form of the answer had them.
            roles: Roles = "roles",
        }
    }
}

object! {
    /// A role of a user.
    AssignedRole {
        optional {
            /// The role.
            role: RoleId = "role",
            /// How the user came by it. To revoke it from the user takes away the direct one only.
            role_assignment_methods: Vec<RoleAssignmentMethod> = "roleAssignmentMethods",
        }
    }
}

object! {
    /// The roles of a group on one resource: all its members have them.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get).
    GroupRoles {
        optional {
            /// The resource.
            resource_id: ResourceId = "resourceId",
            /// What the resource belongs to, such as `jira-software`.
            resource_owner: String = "resourceOwner",
            /// The roles.
            roles: Roles = "roles",
            /// The role that members of the group get on the resource unless another is given.
            default_role: RoleId = "defaultRole",
        }
    }
}

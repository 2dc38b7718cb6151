//! Role assignments of users and groups.

use super::macros::{object, string_enum};
use super::{DirectoryId, MembershipStatus, ResourceId, RoleId, Roles};

string_enum! {
    /// The origin of a role of a user.
    RoleAssignmentMethod {
        /// The role is assigned to the user.
        Direct = "direct",
        /// The role is assigned to a group of the user.
        GroupDirect = "group_direct",
        /// The role follows from another role: an administrator has the role of a user, for
        /// example.
        Inferred = "inferred",
    }
}

object! {
    /// The roles of a user on one resource. One row holds all roles: compare roles, not rows.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get).
    UserRoles {
        required {
            /// The resource.
            resource_id: ResourceId = "resourceId",
        }
        optional {
            /// The owner of the resource, such as `jira-software` or `platform`.
            resource_owner: String = "resourceOwner",
            /// The directory of the users of the resource. Absent for roles on the whole
            /// organization.
            directory_id: DirectoryId = "directoryId",
            /// The status of the user in that directory. A suspended user keeps the roles but
            /// cannot use them.
            user_directory_status: MembershipStatus = "userDirectoryStatus",
            /// The roles, with their origins.
            role_assignments: Vec<AssignedRole> = "roleAssignments",
            /// The roles without origins, as in an earlier format of the response.
            roles: Roles = "roles",
        }
    }
}

object! {
    /// A role of a user.
    AssignedRole {
        required {
            /// The role.
            role: RoleId = "role",
        }
        optional {
            /// The origins of the role. Revoking the role from the user removes only the direct
            /// assignment.
            role_assignment_methods: Vec<RoleAssignmentMethod> = "roleAssignmentMethods",
        }
    }
}

object! {
    /// The roles of a group on one resource. All members have them.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get).
    GroupRoles {
        required {
            /// The resource.
            resource_id: ResourceId = "resourceId",
        }
        optional {
            /// The owner of the resource, such as `jira-software`.
            resource_owner: String = "resourceOwner",
            /// The roles.
            roles: Roles = "roles",
            /// The default role of the members of the group on the resource.
            default_role: RoleId = "defaultRole",
        }
    }
}

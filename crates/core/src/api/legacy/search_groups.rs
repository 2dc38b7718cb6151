//! `POST /admin/v1/orgs/{orgId}/groups/search`

use crate::api::legacy::TextFilter;
use crate::api::macros::endpoint;
use crate::model::macros::{object, string_enum};
use crate::model::{GroupId, ResourceId, RoleId};

endpoint! {
    /// Searches the groups of the organization.
    SearchGroups: Post "/admin/v1/orgs/{orgId}/groups/search";
    id: "v1SearchGroups"; name: legacy.search_groups; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post";
    stops: after "2026-06-30", use "groups.search";
    facts: .reads();
    lists: V1Group by BodyCursor;
    optional {
        /// Only these groups.
        group_ids: Vec<GroupId> = "groupIds" body [0..=100 items],
        /// Only groups whose name matches.
        group_names: TextFilter = "groupNames" body [0..=100 items],
        /// Additional properties to return.
        expand: Vec<V1GroupExpansion> = "expand" body,
        /// The maximum number of groups on a page.
        limit: u32 = "limit" body [1..=1_000, default 1_000],
    }
}

string_enum! {
    /// An additional property of groups that a search can return.
    V1GroupExpansion {
        /// The members.
        Users = "USERS",
        /// Metadata.
        Meta = "META",
        /// The roles.
        RoleAssignments = "ROLE_ASSIGNMENTS",
        /// The permitted management operations.
        ManagementAccess = "MANAGEMENT_ACCESS",
    }
}

object! {
    /// A group, as returned by the search of version 1. Other expanded data is kept as received.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post).
    V1Group {
        required {
            /// Its identifier.
            id: GroupId = "id",
        }
        optional {
            /// Its name.
            name: String = "name",
            /// The description.
            description: String = "description",
            /// Its roles. Present only if requested with `expand`.
            role_assignments: Vec<V1RoleAssignment> = "roleAssignments",
        }
    }
}

object! {
    /// A role of a group on a resource.
    V1RoleAssignment {
        optional {
            /// The group that has the role.
            principal_id: String = "principalId",
            /// The resource.
            resource_id: ResourceId = "resourceId",
            /// The role.
            role_id: RoleId = "roleId",
        }
    }
}

//! Groups, their members and their roles.

mod add_user_to_group;
mod assign_group_role;
mod create_group;
mod delete_group;
mod get_group;
mod get_group_role_assignments;
mod get_groups;
mod get_groups_count;
mod get_groups_stats;
mod remove_user_from_group;
mod revoke_group_role;
mod search_directory_groups;

pub use add_user_to_group::AddUserToGroup;
pub use assign_group_role::AssignGroupRole;
pub use create_group::CreateGroup;
pub use delete_group::DeleteGroup;
pub use get_group::GetGroup;
pub use get_group_role_assignments::GetGroupRoleAssignments;
#[allow(deprecated)]
pub use get_groups::{GetGroups, GroupCountsAsked};
pub use get_groups_count::GetGroupsCount;
pub use get_groups_stats::{GetGroupsStats, GroupStats, GroupTotals, GroupTypeCount};
pub use remove_user_from_group::RemoveUserFromGroup;
pub use revoke_group_role::RevokeGroupRole;
pub use search_directory_groups::{GroupExpansion, GroupSort, GroupSortField, SearchDirectoryGroups};

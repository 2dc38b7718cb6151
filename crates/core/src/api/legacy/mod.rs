//! Operations of version 1 that have successors and stop working after 2026-06-30.
//!
//! They are here for programs that are on their way to version 2. What each becomes, and what to mind:
//!
//! | version 1 | version 2 | what differs |
//! |---|---|---|
//! | [`V1SearchUsers`] | [`SearchDirectoryUsers`](super::users::SearchDirectoryUsers) | It asks for a directory (`-`: all). Filters are flat lists, without "equals" and "contains"; `searchTerm` is for parts of names. `expand` is in camel case. Suspended users show by their `status`. At most 100 on a page instead of 10,000. |
//! | [`V1SearchGroups`] | [`SearchDirectoryGroups`](super::groups::SearchDirectoryGroups) | It asks for a directory (`-`: all). `groupNames` is a list of whole names; `searchTerm` is for parts. At most 100 on a page instead of 1,000. |
//! | [`V1InviteUser`] | [`InviteUsers`](super::users::InviteUsers) | `emails` and `permissionRules` are lists, for up to 25 people, who can come into groups at once (`additionalGroups`). The answer tells for each whether it worked. |
//! | [`V1RemoveUser`] | [`RemoveDirectoryUser`](super::users::RemoveDirectoryUser) | It needs the directory. |
//! | [`V1SuspendUser`] | [`SuspendDirectoryUser`](super::users::SuspendDirectoryUser) | It needs the directory, and answers nothing (204) instead of a message. |
//! | [`V1RestoreUser`] | [`RestoreDirectoryUser`](super::users::RestoreDirectoryUser) | The same. |
//! | [`V1CreateGroup`] | [`CreateGroup`](super::groups::CreateGroup) | It needs the directory, and answers nothing (201): search for the name to learn the identifier. |
//! | [`V1DeleteGroup`] | [`DeleteGroup`](super::groups::DeleteGroup) | It needs the directory, and answers nothing (204). Groups with members are deleted without being forced: look before you do it. |
//! | [`V1AddUserToGroup`] | [`AddUserToGroup`](super::groups::AddUserToGroup) | It needs the directory, and answers nothing (204). On the wire `account_id` is `accountId`. |
//! | [`V1RemoveUserFromGroup`] | [`RemoveUserFromGroup`](super::groups::RemoveUserFromGroup) | It needs the directory, and answers nothing (204). |
//! | [`V1AssignGroupRoles`] | [`AssignGroupRole`](super::groups::AssignGroupRole) | It needs the directory, and grants one role a call, as `resourceId` and `roleId`. It answers 200. |
//! | [`V1RevokeGroupRoles`] | [`RevokeGroupRole`](super::groups::RevokeGroupRole) | It needs the directory, and takes one role a call. |
//!
//! Version 2 asks for the directory that a user or a group is in:
//! [`GetDirectoriesForOrg`](super::directories::GetDirectoriesForOrg) finds it by the account.
#![allow(deprecated, reason = "this is where they are defined")]

mod role_association;
mod text_filter;
mod v1_add_user_to_group;
mod v1_assign_group_roles;
mod v1_create_group;
mod v1_delete_group;
mod v1_invite_user;
mod v1_remove_user;
mod v1_remove_user_from_group;
mod v1_restore_user;
mod v1_revoke_group_roles;
mod v1_search_groups;
mod v1_search_users;
mod v1_suspend_user;

pub use role_association::RoleAssociation;
pub use text_filter::TextFilter;
pub use v1_add_user_to_group::V1AddUserToGroup;
pub use v1_assign_group_roles::V1AssignGroupRoles;
pub use v1_create_group::{V1CreateGroup, V1CreatedGroup};
pub use v1_delete_group::V1DeleteGroup;
pub use v1_invite_user::V1InviteUser;
pub use v1_remove_user::V1RemoveUser;
pub use v1_remove_user_from_group::V1RemoveUserFromGroup;
pub use v1_restore_user::V1RestoreUser;
pub use v1_revoke_group_roles::V1RevokeGroupRoles;
pub use v1_search_groups::{V1Group, V1GroupExpansion, V1RoleAssignment, V1SearchGroups};
pub use v1_search_users::{V1AccountStatus, V1SearchUsers, V1User, V1UserExpansion};
pub use v1_suspend_user::V1SuspendUser;

//! Operations of version 1 that are superseded and stop working after 2026-06-30.
//!
//! They support programs that migrate to version 2. Each operation, its replacement and the
//! differences:
//!
//! - [`V1SearchUsers`] → [`SearchDirectoryUsers`](super::users::SearchDirectoryUsers) requires a
//!   directory (`-` for all). Filters are flat lists without "equals" and "contains"; `searchTerm`
//!   matches parts of names. `expand` is in camel case. Suspended users have a `status` of their
//!   own. A page holds at most 100 users instead of 10,000.
//! - [`V1SearchGroups`] → [`SearchDirectoryGroups`](super::groups::SearchDirectoryGroups) requires
//!   a directory (`-` for all). `groupNames` is a list of exact names; `searchTerm` matches parts.
//!   A page holds at most 100 groups instead of 1,000.
//! - [`V1InviteUser`] → [`InviteUsers`](super::users::InviteUsers) takes lists of `emails` and
//!   `permissionRules`, for up to 25 users, who can be added to groups at once
//!   (`additionalGroups`). The response reports the result of each invitation.
//! - [`V1RemoveUser`] → [`RemoveDirectoryUser`](super::users::RemoveDirectoryUser) requires the
//!   directory.
//! - [`V1SuspendUser`] → [`SuspendDirectoryUser`](super::users::SuspendDirectoryUser) requires the
//!   directory. The response is empty (204).
//! - [`V1RestoreUser`] → [`RestoreDirectoryUser`](super::users::RestoreDirectoryUser) requires the
//!   directory. The response is empty (204).
//! - [`V1CreateGroup`] → [`CreateGroup`](super::groups::CreateGroup) requires the directory. The
//!   response is empty (201): search for the name to get the identifier.
//! - [`V1DeleteGroup`] → [`DeleteGroup`](super::groups::DeleteGroup) requires the directory. The
//!   response is empty (204). It deletes groups with members without being forced: check the group
//!   first.
//! - [`V1AddUserToGroup`] → [`AddUserToGroup`](super::groups::AddUserToGroup) requires the
//!   directory. The response is empty (204). The JSON property `account_id` is renamed to
//!   `accountId`.
//! - [`V1RemoveUserFromGroup`] → [`RemoveUserFromGroup`](super::groups::RemoveUserFromGroup)
//!   requires the directory. The response is empty (204).
//! - [`V1AssignGroupRoles`] → [`AssignGroupRole`](super::groups::AssignGroupRole) requires the
//!   directory and grants one role per request, as `resourceId` and `roleId`. The status of the
//!   response is 200.
//! - [`V1RevokeGroupRoles`] → [`RevokeGroupRole`](super::groups::RevokeGroupRole) requires the
//!   directory and revokes one role per request.
//!
//! Version 2 requires the directory of a user or group:
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

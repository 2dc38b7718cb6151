//! Operations of version 1 that are superseded and stop working after 2026-06-30.
//!
//! They support programs that migrate to version 2. Each operation, its replacement and the
//! differences:
//!
//! - [`SearchUsers`] → [`users::Search`](super::users::Search) requires a
//!   directory (`-` for all). Filters are flat lists without "equals" and "contains"; `searchTerm`
//!   matches parts of names. `expand` is in camel case. Suspended users have a `status` of their
//!   own. A page holds at most 100 users instead of 10,000.
//! - [`SearchGroups`] → [`groups::Search`](super::groups::Search) requires
//!   a directory (`-` for all). `groupNames` is a list of exact names; `searchTerm` matches parts.
//!   A page holds at most 100 groups instead of 1,000.
//! - [`InviteUser`] → [`users::Invite`](super::users::Invite) takes lists of `emails` and
//!   `permissionRules`, for up to 25 users, who can be added to groups at once
//!   (`additionalGroups`). The response reports the result of each invitation.
//! - [`RemoveUser`] → [`users::Remove`](super::users::Remove) requires the
//!   directory.
//! - [`SuspendUser`] → [`users::Suspend`](super::users::Suspend) requires the
//!   directory. The response is empty (204).
//! - [`RestoreUser`] → [`users::Restore`](super::users::Restore) requires the
//!   directory. The response is empty (204).
//! - [`CreateGroup`] → [`groups::Create`](super::groups::Create) requires the directory. The
//!   response is empty (201): search for the name to get the identifier.
//! - [`DeleteGroup`] → [`groups::Delete`](super::groups::Delete) requires the directory. The
//!   response is empty (204). It deletes groups with members without being forced: check the group
//!   first.
//! - [`AddMember`] → [`groups::AddMember`](super::groups::AddMember) requires the
//!   directory. The response is empty (204). The JSON property `account_id` is renamed to
//!   `accountId`.
//! - [`RemoveMember`] → [`groups::RemoveMember`](super::groups::RemoveMember)
//!   requires the directory. The response is empty (204).
//! - [`AssignGroupRoles`] → [`groups::AssignRole`](super::groups::AssignRole) requires the
//!   directory and grants one role per request, as `resourceId` and `roleId`. The status of the
//!   response is 200.
//! - [`RevokeGroupRoles`] → [`groups::RevokeRole`](super::groups::RevokeRole) requires the
//!   directory and revokes one role per request.
//!
//! Version 2 requires the directory of a user or group:
//! [`directories::List`](super::directories::List) finds it by the account.
#![allow(deprecated, reason = "this is where they are defined")]

mod add_member;
mod assign_group_roles;
mod create_group;
mod delete_group;
mod invite_user;
mod remove_member;
mod remove_user;
mod restore_user;
mod revoke_group_roles;
mod role_association;
mod search_groups;
mod search_users;
mod suspend_user;
mod text_filter;

pub use add_member::AddMember;
pub use assign_group_roles::AssignGroupRoles;
pub use create_group::{CreateGroup, V1CreatedGroup};
pub use delete_group::DeleteGroup;
pub use invite_user::InviteUser;
pub use remove_member::RemoveMember;
pub use remove_user::RemoveUser;
pub use restore_user::RestoreUser;
pub use revoke_group_roles::RevokeGroupRoles;
pub use role_association::RoleAssociation;
pub use search_groups::{SearchGroups, V1Group, V1GroupExpansion, V1RoleAssignment};
pub use search_users::{SearchUsers, V1AccountStatus, V1User, V1UserExpansion};
pub use suspend_user::SuspendUser;
pub use text_filter::TextFilter;

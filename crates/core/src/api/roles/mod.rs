//! Roles of users, on resources and on the whole organization.
//!
//! For roles of groups, see [`groups`](super::groups).
//! [`GetUserRoleAssignments`](super::users::GetUserRoleAssignments) lists all roles of a user,
//! both direct and inherited.

mod assign_org_role;
mod assign_role;
mod revoke_org_role;
mod revoke_role;

pub use assign_org_role::AssignOrgRole;
pub use assign_role::AssignRole;
pub use revoke_org_role::RevokeOrgRole;
pub use revoke_role::RevokeRole;

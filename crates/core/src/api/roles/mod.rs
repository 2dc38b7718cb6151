//! Roles of single users: on resources, and on the whole organization.
//!
//! Those of groups are with the [groups](super::groups), and all that a user has, by whatever way, is
//! [listed](super::users::GetUserRoleAssignments) with the users.

mod assign_org_role;
mod assign_role;
mod revoke_org_role;
mod revoke_role;

pub use assign_org_role::AssignOrgRole;
pub use assign_role::AssignRole;
pub use revoke_org_role::RevokeOrgRole;
pub use revoke_role::RevokeRole;

//! Roles of users, on resources and on the whole organization.
//!
//! For roles of groups, see [`groups`](super::groups).
//! [`users::ListRoles`](super::users::ListRoles) lists all roles of a user,
//! both direct and inherited.

mod assign;
mod assign_org;
mod revoke;
mod revoke_org;

pub use assign::Assign;
pub use assign_org::AssignOrg;
pub use revoke::Revoke;
pub use revoke_org::RevokeOrg;

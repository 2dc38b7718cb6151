//! Groups, their members and their roles.

mod add_member;
mod assign_role;
mod count;
mod create;
mod delete;
mod get;
mod list;
mod list_roles;
mod remove_member;
mod revoke_role;
mod search;
mod stats;

pub use add_member::AddMember;
pub use assign_role::AssignRole;
pub use count::Count;
pub use create::Create;
pub use delete::Delete;
pub use get::Get;
#[allow(deprecated)]
pub use list::{GroupCountsAsked, List};
pub use list_roles::ListRoles;
pub use remove_member::RemoveMember;
pub use revoke_role::RevokeRole;
pub use search::{GroupExpansion, GroupSort, GroupSortField, Search};
pub use stats::{GroupStats, GroupTotals, GroupTypeCount, Stats};

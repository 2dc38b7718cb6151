//! Users of a directory.

mod count;
mod get;
mod invite;
mod last_active;
mod list;
mod list_roles;
mod remove;
mod restore;
mod search;
mod stats;
mod suspend;

pub use count::Count;
pub use get::Get;
pub use invite::{Invite, PermissionRule};
pub use last_active::LastActive;
#[allow(deprecated)]
pub use list::List;
pub use list_roles::ListRoles;
pub use remove::Remove;
pub use restore::Restore;
pub use search::{Search, UserExpansion, UserSort, UserSortField};
pub use stats::{AccountStatusCount, RoleCount, Stats, UserStats};
pub use suspend::Suspend;

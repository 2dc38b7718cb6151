//! Users of a directory.

mod get_directory_user_details;
mod get_directory_users;
mod get_directory_users_count;
mod get_user_last_active_dates;
mod get_user_role_assignments;
mod get_user_stats;
mod invite_users;
mod remove_directory_user;
mod restore_directory_user;
mod search_directory_users;
mod suspend_directory_user;

pub use get_directory_user_details::GetDirectoryUserDetails;
#[allow(deprecated)]
pub use get_directory_users::GetDirectoryUsers;
pub use get_directory_users_count::GetDirectoryUsersCount;
pub use get_user_last_active_dates::GetUserLastActiveDates;
pub use get_user_role_assignments::GetUserRoleAssignments;
pub use get_user_stats::{AccountStatusCount, GetUserStats, RoleCount, UserStats};
pub use invite_users::{InviteUsers, PermissionRule};
pub use remove_directory_user::RemoveDirectoryUser;
pub use restore_directory_user::RestoreDirectoryUser;
pub use search_directory_users::{SearchDirectoryUsers, UserExpansion, UserSort, UserSortField};
pub use suspend_directory_user::SuspendDirectoryUser;

//! Users of a directory.

mod search_directory_users;

pub use search_directory_users::{SearchDirectoryUsers, UserExpansion, UserSort, UserSortField};

//! Directories of users.

mod get_directories_for_org;

pub use get_directories_for_org::GetDirectoriesForOrg;

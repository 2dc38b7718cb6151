//! Managed accounts, as version 1 of the API lists them.

mod get_users;

pub use get_users::GetUsers;

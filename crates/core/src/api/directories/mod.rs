//! Directories of users.

mod list;

pub use list::List;

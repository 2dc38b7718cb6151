//! Managed accounts, as version 1 of the API lists them.

mod list;

pub use list::List;

//! Domains that an organization has claimed.

mod get;
mod list;

pub use get::Get;
pub use list::List;

//! The macros that define operations.

mod endpoint;
mod method;
mod paged;

pub(crate) use endpoint::endpoint;
pub(crate) use method::method;
pub(crate) use paged::paged;

//! The macros that define operations: `endpoint!` calls `scope!`, which calls `response!`, which
//! calls `define!`.

mod endpoint;
mod location;
mod method;
mod response;
mod scope;

pub(crate) use endpoint::{define, endpoint};
pub(crate) use location::{location, wire_name};
pub(crate) use method::method;
pub(crate) use response::response;
pub(crate) use scope::scope;

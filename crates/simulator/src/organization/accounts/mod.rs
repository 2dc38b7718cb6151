//! The listing of managed accounts.

pub(crate) mod routes;
mod state;

pub(crate) use routes::list;
pub(crate) use state::*;

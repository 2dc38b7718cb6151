//! Roles on resources.

mod effective;
pub(crate) mod listing;
mod role;
pub(crate) mod routes;
mod state;

pub(crate) use effective::*;
pub(crate) use listing::GrantFilter;
pub(crate) use role::*;
pub(crate) use state::*;

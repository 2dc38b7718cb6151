//! API tokens of users.

pub(crate) mod routes;
mod seed;
mod state;

pub(crate) use routes::*;
pub(crate) use seed::*;
pub(crate) use state::*;

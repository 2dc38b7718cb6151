//! Policies.

pub(crate) mod routes;
mod seed;
mod state;

pub(crate) use state::*;

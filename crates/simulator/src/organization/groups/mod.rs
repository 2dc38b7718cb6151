//! Groups and their members.

pub(crate) mod members;
pub(crate) mod routes;
pub(crate) mod search;
mod seed;
mod state;

pub(crate) use search::*;
pub(crate) use seed::*;
pub(crate) use state::*;

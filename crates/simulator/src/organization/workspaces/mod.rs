//! Workspaces: the products of the sites.

mod query;
pub(crate) mod routes;
mod seed;

pub(crate) use routes::search;

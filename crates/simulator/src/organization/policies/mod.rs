//! Policies.

pub(crate) mod routes;
mod seed;
mod state;
#[cfg(test)]
mod tests;

pub(crate) use state::*;

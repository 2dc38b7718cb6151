//! Policies.

pub(crate) mod routes;
mod seed;
mod state;
mod stored;
#[cfg(test)]
mod tests;

pub(crate) use state::*;

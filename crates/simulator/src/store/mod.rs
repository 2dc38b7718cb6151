//! What requests have changed. All else is a pure function of the seed: see [`crate::data`].
#![allow(dead_code, reason = "served by operations to come")]

mod change;
mod log;

pub(crate) use change::Change;
pub(crate) use log::{Entry, Log, Written};

/// Everything that changes by requests.
#[derive(Debug, Default)]
pub(crate) struct Store {
    pub(crate) log: Log,
}

//! The operations of version 1 that have successors and stop working.

pub(crate) mod changes;
pub(crate) mod search;

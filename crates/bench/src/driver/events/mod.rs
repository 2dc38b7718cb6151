//! The audit log: its pages, and the walks over them.

pub(crate) mod floor;
pub(crate) mod page;
pub(crate) mod typed;

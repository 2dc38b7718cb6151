//! Managed accounts, as version 1 lists them: their pages, and the walks over them.

pub(crate) mod floor;
pub(crate) mod page;
pub(crate) mod typed;

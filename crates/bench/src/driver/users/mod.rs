//! The users of all directories, as version 2 finds them: their pages, and the walks over them.

pub(crate) mod floor;
pub(crate) mod page;
pub(crate) mod typed;

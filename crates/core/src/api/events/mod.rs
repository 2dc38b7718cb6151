//! The audit log.

mod actions;
mod get;
mod poll;
mod query;

pub use actions::Actions;
#[allow(deprecated)]
pub use get::Get;
pub use poll::Poll;
pub use query::{EventPlace, Query};

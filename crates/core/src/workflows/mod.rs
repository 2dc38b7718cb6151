//! Tasks that take several operations: waiting until a change is visible, finding a directory.

mod groups;
mod policies;
mod resolve;
mod users;
mod wait;

pub use wait::{Wait, WaitOptions};

//! What tests of several crates share: runtimes whose time passes when only sleeps are left, and
//! the examples of the operations.

#[cfg(feature = "simulator")]
pub mod documented;
pub mod examples;
mod immediate_time;
pub mod matching;
mod own_clock;
mod tokio_clock;
mod virtual_time;

pub use immediate_time::ImmediateTime;
pub use virtual_time::VirtualTime;

//! Runtimes for tests: time passes when only sleeps are left.

mod immediate_time;
mod own_clock;
mod tokio_clock;
mod virtual_time;

pub use immediate_time::ImmediateTime;
pub use virtual_time::VirtualTime;

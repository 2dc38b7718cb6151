//! The simulator's clock: it stands still unless the plan moves it, so that a busy machine changes
//! nothing.

use std::time::{Duration, SystemTime};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::runtime::BoxFuture;

/// A clock that stands. Waits take real time, as the exporter is a real process.
#[derive(Debug)]
pub(crate) struct StandingClock;

impl Runtime for StandingClock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn monotonic(&self) -> Duration {
        Duration::ZERO
    }

    fn unit_random(&self) -> f64 {
        0.5
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        tokio::spawn(task);
    }
}

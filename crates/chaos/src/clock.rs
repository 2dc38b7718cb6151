//! The simulator's clock: it is stopped unless the plan moves it, so that a busy machine changes
//! nothing.

use std::time::{Duration, SystemTime};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::runtime::BoxFuture;

/// A stopped clock. Waits take real time, as the exporter is a real process.
#[derive(Debug)]
pub(crate) struct StoppedClock;

impl Runtime for StoppedClock {
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

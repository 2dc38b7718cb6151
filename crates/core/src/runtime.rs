//! What differs from host to host: time, sleep, randomness, tasks, JSON.

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use crate::json::Json;

pub use futures_util::future::BoxFuture;

/// What a host offers to the core.
///
/// Services use the tokio runtime of the native crate, browsers their own, tests virtual time.
pub trait Runtime: Debug + Send + Sync + 'static {
    /// The wall clock.
    fn now(&self) -> SystemTime;

    /// A clock that never goes back, from any fixed start.
    fn monotonic(&self) -> Duration;

    /// A random number in `0.0..1.0`, for jitter; it need not be secret.
    fn unit_random(&self) -> f64;

    /// Completes once `duration` has passed. Dropping the future cancels the sleep.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Runs `task` beside the caller. The task ends itself once nobody waits for its result, so no
    /// handle is needed.
    fn spawn(&self, task: BoxFuture<'static, ()>);

    /// How JSON without a type is read and written: by serde_json, unless the host knows better.
    fn json(&self) -> Json {
        Json::SERDE
    }
}

//! What differs from host to host: time, sleep, randomness, tasks, JSON.

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use crate::json::Json;

pub use futures_util::future::BoxFuture;

/// What a host offers to the core.
///
/// Services use the tokio runtime of the native crate, browsers their own, tests virtual time.
///
/// # Examples
/// ```
/// use std::time::{Duration, SystemTime};
/// use atlassian_admin_core::runtime::{BoxFuture, Runtime};
///
/// /// Another runtime, at a fixed date.
/// #[derive(Debug)]
/// struct At<R>(SystemTime, R);
///
/// impl<R: Runtime> Runtime for At<R> {
///     fn now(&self) -> SystemTime {
///         self.0
///     }
///     fn monotonic(&self) -> Duration {
///         self.1.monotonic()
///     }
///     fn unit_random(&self) -> f64 {
///         self.1.unit_random()
///     }
///     fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
///         self.1.sleep(duration)
///     }
///     fn spawn(&self, task: BoxFuture<'static, ()>) {
///         self.1.spawn(task);
///     }
/// }
/// ```
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

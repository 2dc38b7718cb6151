//! Time, randomness and tasks from tokio and the operating system.

use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, SystemTime};

use atlassian_admin_core::runtime::{BoxFuture, Runtime};
use tracing::Instrument;

/// The runtime of native programs. Sleeping and spawning need a tokio runtime.
///
/// Time comes from tokio. If a test pauses it (`#[tokio::test(start_paused = true)]`), the
/// client's waits take no real time and `tokio::time::timeout` takes part. Spawned tasks run in
/// the caller's `tracing` span.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin::{Runtime, TokioRuntime};
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let runtime = TokioRuntime::new();
/// runtime.sleep(Duration::from_millis(1)).await;
/// assert!(runtime.monotonic() >= Duration::from_millis(1));
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct TokioRuntime {
    start: tokio::time::Instant,
    real_start: std::time::Instant,
}

impl TokioRuntime {
    /// Creates a runtime whose monotonic clock starts now.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "this is where the real clock is read")]
    pub fn new() -> Self {
        Self { start: tokio::time::Instant::now(), real_start: std::time::Instant::now() }
    }
}

impl Default for TokioRuntime {
    fn default() -> Self {
        Self::new()
    }
}

impl Runtime for TokioRuntime {
    /// Returns the system's time, shifted by the difference between a paused tokio clock and real
    /// time.
    #[allow(clippy::disallowed_methods, reason = "this is where the real clock is read")]
    fn now(&self) -> SystemTime {
        let (ticked, real) = (self.start.elapsed(), self.real_start.elapsed());
        let now = SystemTime::now();
        let moved =
            if ticked >= real { now.checked_add(ticked - real) } else { now.checked_sub(real - ticked) };
        moved.unwrap_or(now)
    }

    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }

    fn unit_random(&self) -> f64 {
        // The standard library keys each hasher at random, which is random enough for jitter.
        let bits = RandomState::new().hash_one(0_u8) >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        tokio::spawn(task.in_current_span());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_numbers_are_within_the_unit_and_differ() {
        let runtime = TokioRuntime::new();
        let numbers: Vec<_> = (0..100).map(|_| runtime.unit_random()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        assert!(numbers.windows(2).any(|pair| pair[0] != pair[1]));
    }
}

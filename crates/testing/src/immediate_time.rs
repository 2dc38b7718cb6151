//! Time that only passes in sleeps, each of which ends at once.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::runtime::BoxFuture;
use futures_util::FutureExt;
use tokio::runtime::Handle;

/// Maximum time in seconds; a sleep may have any length.
const END: u64 = 1 << 32;

/// A [`Runtime`] whose sleeps end at once and are recorded, with and without tokio.
///
/// A time-out therefore expires as soon as its call waits for anything.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::Runtime;
/// use atlassian_admin_testing::ImmediateTime;
/// use futures_util::FutureExt;
///
/// let time = ImmediateTime::default();
/// assert_eq!(time.sleep(Duration::from_secs(5)).now_or_never(), Some(()));
/// assert_eq!(time.sleeps(), [5_000]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct ImmediateTime(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    elapsed: Duration,
    sleeps: Vec<Duration>,
}

impl ImmediateTime {
    /// Returns the sleeps so far, in milliseconds.
    #[must_use]
    pub fn sleeps(&self) -> Vec<u128> {
        self.state().sleeps.iter().map(Duration::as_millis).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Runtime for ImmediateTime {
    /// Starts at 2026-06-05T05:59:30Z.
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_780_639_170) + self.monotonic()
    }

    fn monotonic(&self) -> Duration {
        self.state().elapsed
    }

    fn unit_random(&self) -> f64 {
        0.0
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let time = self.clone();
        Box::pin(async move {
            let mut state = time.state();
            state.sleeps.push(duration);
            state.elapsed = state.elapsed.saturating_add(duration).min(Duration::from_secs(END));
        })
    }

    /// Spawns a task of tokio; outside of tokio, polls it once.
    fn spawn(&self, task: BoxFuture<'static, ()>) {
        match Handle::try_current() {
            Ok(tokio) => drop(tokio.spawn(task)),
            Err(_) => {
                let _ = task.now_or_never();
            }
        }
    }
}

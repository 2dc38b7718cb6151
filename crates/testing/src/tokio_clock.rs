//! Tokio's clock, paused: when a runtime has nothing to do, it moves to the next timer.

use std::time::Duration;

use futures_util::FutureExt;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::time::Instant;

/// The longest step by hand: tokio panics where its clock overflows.
const LONGEST: Duration = Duration::from_secs(1 << 32);

/// Pauses the clock of the runtime around the caller, unless a test did so already. Returns its
/// time, or `None` where no clock can be paused: outside of tokio, and in a runtime of several
/// threads.
pub(crate) fn pause() -> Option<Instant> {
    let runtime = Handle::try_current().ok()?;
    if runtime.runtime_flavor() != RuntimeFlavor::CurrentThread {
        return None;
    }
    if !is_paused() {
        tokio::time::pause();
    }
    Some(Instant::now())
}

/// Tokio does not tell, and to pause a paused clock panics.
#[allow(clippy::disallowed_methods, reason = "only the real clock shows that tokio's does not move")]
fn is_paused() -> bool {
    let (before, real) = (Instant::now(), std::time::Instant::now());
    while real.elapsed().is_zero() {}
    Instant::now() == before
}

/// Moves the clock. Timers that end on the way complete at the new time.
pub(crate) fn advance(duration: Duration) {
    // The first poll moves the clock, the second would only have let other tasks run.
    let _ = tokio::time::advance(duration.min(LONGEST)).now_or_never();
}

/// Completes when the clock has moved by `duration`, rounded up to milliseconds.
pub(crate) async fn sleep_until(start: Instant, duration: Duration) {
    let millis = u64::try_from(duration.as_nanos().div_ceil(1_000_000)).ok();
    match millis.and_then(|millis| start.checked_add(Duration::from_millis(millis))) {
        // A timer ends at the first tick, of a millisecond, at or after its deadline, and the ticks
        // do not coincide with the moment of the pause: to ask for the whole duration would make
        // each sleep a millisecond longer.
        Some(end) => tokio::time::sleep_until(end - Duration::from_nanos(999_999)).await,
        None => std::future::pending().await,
    }
}

//! Tokio's paused clock: when a runtime is idle, it jumps to the next timer.

use std::time::Duration;

use futures_util::FutureExt;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::time::Instant;

/// Maximum step by hand: tokio panics if its clock overflows.
const MAX_STEP: Duration = Duration::from_secs(1 << 32);

/// Pauses the clock of the caller's runtime, unless a test has paused it. Returns its time, or
/// `None` if no clock can be paused: outside of tokio, and in a multi-threaded runtime.
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

/// Tokio has no such query, and pausing a paused clock panics.
#[allow(clippy::disallowed_methods, reason = "only the real clock shows that tokio's does not move")]
fn is_paused() -> bool {
    let (before, real) = (Instant::now(), std::time::Instant::now());
    while real.elapsed().is_zero() {}
    Instant::now() == before
}

/// Advances the clock. Timers that end meanwhile complete at the new time.
pub(crate) fn advance(duration: Duration) {
    // The first poll advances the clock; the second would only let other tasks run.
    let _ = tokio::time::advance(duration.min(MAX_STEP)).now_or_never();
}

/// Completes when the clock has advanced by `duration`, rounded up to milliseconds.
pub(crate) async fn sleep_until(start: Instant, duration: Duration) {
    let millis = u64::try_from(duration.as_nanos().div_ceil(1_000_000)).ok();
    match millis.and_then(|millis| start.checked_add(Duration::from_millis(millis))) {
        // A timer fires at the first millisecond tick at or after its deadline, and the ticks are
        // not aligned with the moment of the pause. Requesting the full duration would make each
        // sleep a millisecond longer.
        Some(end) => tokio::time::sleep_until(end - Duration::from_nanos(999_999)).await,
        None => std::future::pending().await,
    }
}

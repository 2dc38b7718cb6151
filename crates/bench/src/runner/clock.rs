//! How long things take.

use std::time::{Duration, Instant};

/// Does `work` and tells how long it took.
#[allow(clippy::disallowed_methods, reason = "a task reports real time to a person; nothing depends on it")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

//! The one line that every walker prints at its end.

use std::time::Instant;

use crate::checksum::Tally;

/// The time now.
#[allow(clippy::disallowed_methods, reason = "a bench measures real time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// Prints what was read, how long it took and how much memory it took at most.
pub(crate) fn print(tally: Tally, started: Instant) {
    let Tally { items, checksum } = tally;
    println!(
        "items={items} checksum={checksum} micros={} peak_kib={}",
        started.elapsed().as_micros(),
        peak_kib()
    );
}

/// The most memory that this process has had at once, in KiB; 0 where the system does not tell.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

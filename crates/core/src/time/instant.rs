//! Points in time, in order.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A point in time, with nanoseconds: what the text of a [`Timestamp`](super::Timestamp) means.
///
/// Instants are ordered, and two that mean the same time are equal, whatever their text. In
/// contrast to [`std::time::Instant`], it is a time of the calendar. Where a text is not a time,
/// [`Timestamp::instant`](super::Timestamp::instant) is `None`, which is before every instant.
///
/// ```
/// use atlassian_admin_core::model::{Instant, Timestamp};
/// use std::time::{Duration, SystemTime};
///
/// let [utc, local] = ["2026-05-19T08:00Z", "2026-05-19T10:00:00.000+0200"].map(Timestamp::from);
/// assert_ne!(utc, local);
/// assert_eq!(utc.instant(), local.instant());
///
/// let limit = Instant::from(SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600));
/// let last_active = Timestamp::from("2025-11-02T07:30:00Z");
/// assert!(last_active.instant() < Some(limit));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    seconds: i64,
    nanoseconds: u32,
}

impl Instant {
    pub(super) const fn new(seconds: i64, nanoseconds: u32) -> Self {
        Self { seconds, nanoseconds }
    }

    pub(super) const fn from_millis(millis: i64) -> Self {
        Self::new(millis.div_euclid(1_000), (millis.rem_euclid(1_000) * 1_000_000) as u32)
    }

    /// The seconds since 1970-01-01T00:00Z, rounded down.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// The nanoseconds since the last whole second: less than 1,000,000,000.
    #[must_use]
    pub const fn subsec_nanoseconds(self) -> u32 {
        self.nanoseconds
    }

    /// The milliseconds since 1970-01-01T00:00Z, rounded down.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.seconds.saturating_mul(1_000).saturating_add((self.nanoseconds / 1_000_000) as i64)
    }

    /// The time as the standard library has it, or `None` where the system cannot represent it.
    #[must_use]
    pub fn to_system_time(self) -> Option<SystemTime> {
        let whole = Duration::from_secs(self.seconds.unsigned_abs());
        let second =
            if self.seconds < 0 { UNIX_EPOCH.checked_sub(whole) } else { UNIX_EPOCH.checked_add(whole) };
        second?.checked_add(Duration::from_nanos(self.nanoseconds.into()))
    }
}

impl From<SystemTime> for Instant {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self::new(i64::try_from(after.as_secs()).unwrap_or(i64::MAX), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                let seconds = i64::try_from(before.as_secs()).map_or(i64::MIN, |seconds| -seconds);
                match before.subsec_nanos() {
                    0 => Self::new(seconds, 0),
                    nanoseconds => Self::new(seconds.saturating_sub(1), 1_000_000_000 - nanoseconds),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instant_is_the_same_after_a_round_trip_through_system_time() {
        for (seconds, nanoseconds, millis) in [
            (0, 0, 0),
            (0, 999_999_999, 999),
            (-1, 999_999_999, -1),
            (-1, 0, -1_000),
            (-2, 1_000_000, -1_999),
        ] {
            let instant = Instant::new(seconds, nanoseconds);
            assert_eq!(instant.millis(), millis);
            // Windows counts in steps of 100 nanoseconds.
            let read = Instant::from(instant.to_system_time().unwrap());
            assert_eq!(read.nanoseconds / 100, nanoseconds / 100);
            assert_eq!(read.seconds, seconds);
        }
        assert_eq!(Instant::from_millis(-1), Instant::new(-1, 999_000_000));
    }

    #[test]
    fn order_is_the_order_of_time() {
        let sorted = [(-2, 5), (-1, 0), (-1, 7), (0, 0), (0, 1), (1, 0)].map(|(s, n)| Instant::new(s, n));
        assert!(sorted.is_sorted_by(|earlier, later| earlier < later));
        assert!(None < Some(sorted[0]));
    }
}

//! Conversions from and to the types of date libraries, each behind the feature of its name.

/// Implements the conversions for the type of one library.
macro_rules! library {
    ($feature:literal, $time:ty, $from_instant:expr, $to_instant:expr) => {
        #[cfg(feature = $feature)]
        const _: () = {
            use super::{EpochMillis, Instant, InvalidTime, Timestamp};

            impl TryFrom<&Timestamp> for $time {
                type Error = InvalidTime;

                fn try_from(time: &Timestamp) -> Result<Self, InvalidTime> {
                    let instant = time.instant().ok_or(InvalidTime::Unreadable)?;
                    let convert: fn(Instant) -> Option<$time> = $from_instant;
                    convert(instant).ok_or(InvalidTime::OutOfRange)
                }
            }

            impl From<$time> for Instant {
                fn from(time: $time) -> Self {
                    let convert: fn($time) -> Instant = $to_instant;
                    convert(time)
                }
            }

            /// Rounds down.
            impl From<$time> for EpochMillis {
                fn from(time: $time) -> Self {
                    Instant::from(time).into()
                }
            }
        };
    };
}

library!(
    "jiff",
    jiff::Timestamp,
    |instant| jiff::Timestamp::new(instant.seconds(), instant.subsec_nanoseconds() as i32).ok(),
    |time| match time.subsec_nanosecond() {
        // Before 1970, both parts are negative.
        before @ ..0 => Instant::new(time.as_second() - 1, (1_000_000_000 + before) as u32),
        after => Instant::new(time.as_second(), after as u32),
    }
);

library!(
    "chrono",
    chrono::DateTime<chrono::Utc>,
    |instant| chrono::DateTime::from_timestamp(instant.seconds(), instant.subsec_nanoseconds()),
    |time| match time.timestamp_subsec_nanos() {
        // A leap second is the first instant of the next second, as in our own reader.
        leap @ 1_000_000_000.. => Instant::new(time.timestamp() + 1, leap - 1_000_000_000),
        nanoseconds => Instant::new(time.timestamp(), nanoseconds),
    }
);

library!(
    "time",
    time::OffsetDateTime,
    |instant| {
        let second = time::OffsetDateTime::from_unix_timestamp(instant.seconds()).ok()?;
        second.replace_nanosecond(instant.subsec_nanoseconds()).ok()
    },
    |time| Instant::new(time.unix_timestamp(), time.nanosecond())
);

#[cfg(test)]
mod tests;

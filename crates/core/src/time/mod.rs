//! Times: as Atlassian writes them, as points in time, and as its filters take them.

mod epoch_millis;
mod instant;
mod libraries;
mod parse;

use std::time::SystemTime;

use serde::{Deserialize, Deserializer, Serialize, de};

pub use epoch_millis::EpochMillis;
pub(crate) use epoch_millis::window_end;
pub use instant::Instant;

/// A time as the API wrote it. The text is kept, and parsed on demand.
///
/// Timestamps are equal if their texts are. To compare times, compare [`Self::instant`]. With the
/// features `jiff`, `chrono` and `time`, `TryFrom<&Timestamp>` converts into
/// `jiff::Timestamp`, `chrono::DateTime<Utc>` and `time::OffsetDateTime`.
///
/// Atlassian writes times with and without fractions, without seconds, as a date alone, and
/// sometimes as an empty string. A text that is not a time stays available as text, and is `None`
/// as a time: it is never taken for 1970.
///
/// ```
/// use atlassian_admin_core::model::Timestamp;
/// assert_eq!(Timestamp::from("2026-05-19T10:23Z").millis(), Some(1_779_186_180_000));
/// assert_eq!(Timestamp::from("").millis(), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Timestamp(Box<str>);

impl Timestamp {
    /// The original text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The point in time, which is ordered, or `None` if the text is not a time.
    ///
    /// A time without a zone is UTC. A date alone is its first instant. Digits alone are epoch
    /// seconds (up to ten digits) or epoch milliseconds (more digits). Digits after the ninth of a
    /// fraction are dropped.
    #[must_use]
    pub fn instant(&self) -> Option<Instant> {
        parse::instant(&self.0)
    }

    /// The milliseconds since 1970-01-01T00:00Z, rounded down, or `None` if the text is not a time.
    /// The text is read as by [`Self::instant`].
    #[must_use]
    pub fn millis(&self) -> Option<i64> {
        parse::millis(&self.0)
    }

    /// The last millisecond that the text covers, as the inclusive end of a window: the last one of
    /// the day (UTC) for a date alone, otherwise the same as [`Self::millis`].
    ///
    /// ```
    /// use atlassian_admin_core::model::Timestamp;
    /// let end = Timestamp::from("2026-05-19").end_millis().map(Timestamp::from_millis);
    /// assert_eq!(end, Some(Timestamp::from("2026-05-19T23:59:59.999Z")));
    /// ```
    #[must_use]
    pub fn end_millis(&self) -> Option<i64> {
        parse::end_millis(&self.0)
    }

    /// The time as the standard library has it, or `None` if the text is not a time or the system
    /// cannot represent it.
    #[must_use]
    pub fn to_system_time(&self) -> Option<SystemTime> {
        self.instant()?.to_system_time()
    }

    /// The time in Atlassian's usual form, `2026-05-19T10:00:01.000Z`.
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        Self(parse::text(millis).into())
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Timestamp;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a time, as text or as a number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Timestamp, E> {
                Ok(text.into())
            }

            fn visit_string<E: de::Error>(self, text: String) -> Result<Timestamp, E> {
                Ok(text.into())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Timestamp, E> {
                Ok(number.to_string().into())
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Timestamp, E> {
                Ok(number.to_string().into())
            }
        }
        deserializer.deserialize_any(Text)
    }
}

/// Why a time cannot be converted.
///
/// # Examples
/// ```
/// use atlassian_admin_core::model::{EpochMillis, InvalidTime, Timestamp};
///
/// let time = EpochMillis::try_from(&Timestamp::from("yesterday"));
/// assert_eq!(time, Err(InvalidTime::Unreadable));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidTime {
    /// The text is not a time.
    Unreadable,
    /// The text is a time that the requested type cannot represent.
    OutOfRange,
}

impl std::fmt::Display for InvalidTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unreadable => {
                "not a time: use ISO 8601, such as 2026-05-19T10:00:00Z, or epoch milliseconds"
            }
            Self::OutOfRange => "out of range: use a time of the years 1 to 9998",
        })
    }
}

impl std::error::Error for InvalidTime {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn millis_parses_every_form_of_the_api() {
        for (text, millis) in [
            ("2026-05-19T10:23:46.830Z", Some(1_779_186_226_830)),
            ("2026-05-19T10:23:46Z", Some(1_779_186_226_000)),
            ("2026-05-19T10:23Z", Some(1_779_186_180_000)),
            ("2026-08-31T15:42:56.847+00:00", Some(1_788_190_976_847)),
            ("2026-08-31T17:42:56+0200", Some(1_788_190_976_000)),
            ("2026-08-03", Some(1_785_715_200_000)),
            ("1779186226", Some(1_779_186_226_000)),
            ("1779186226830", Some(1_779_186_226_830)),
            ("0001-01-01T00:00:00Z", Some(-62_135_596_800_000)),
            ("", None),
            ("never", None),
            ("2026-13-01", None),
            ("2026-02-30", None),
            ("2026-05-19T25:00Z", None),
            ("2026-05-19T10:23Zjunk", None),
        ] {
            assert_eq!(Timestamp::from(text).millis(), millis, "{text}");
        }
    }

    #[test]
    fn filter_accepts_text_and_numbers_and_sends_epoch_milliseconds() {
        let read = |json: &str| serde_json::from_str::<EpochMillis>(json);
        assert_eq!(read("\"2026-05-19T10:23:46.830Z\"").unwrap(), EpochMillis(1_779_186_226_830));
        assert_eq!(read("1000").unwrap(), EpochMillis(1000));
        assert_eq!(serde_json::to_string(&EpochMillis(1000)).unwrap(), "\"1000\"");
        for json in
            ["\"2026-05-19T10:23:46.830Z\"", "1000", "-1", "\"1000\"", "\"soon\"", "1.5", "null", "[]"]
        {
            assert_eq!(EpochMillis::of(&serde_json::from_str(json).unwrap()), read(json).ok(), "{json}");
        }
        assert!(read("\"yesterday\"").unwrap_err().to_string().starts_with("not a time: use ISO 8601"));
    }

    #[test]
    fn end_covers_whole_day_of_a_date_alone() {
        for (text, end) in [
            ("2026-05-19", Some("2026-05-19T23:59:59.999Z")),
            ("2024-02-29", Some("2024-02-29T23:59:59.999Z")),
            ("2026-05-19T00:00Z", Some("2026-05-19T00:00:00.000Z")),
            ("2026-05-19T10:00:01.5+02:00", Some("2026-05-19T08:00:01.500Z")),
            ("1779148800", Some("2026-05-19T00:00:00.000Z")),
            ("2026-02-30", None),
            ("", None),
        ] {
            assert_eq!(
                Timestamp::from(text).end_millis().map(Timestamp::from_millis),
                end.map(Timestamp::from),
                "{text}"
            );
        }
        assert_eq!(
            EpochMillis::end_of(&"\u{feff}2026-05-19\r\n".into()),
            Some(EpochMillis(1_779_235_199_999))
        );
        assert_eq!(EpochMillis::of(&"\u{feff}2026-05-19\r\n".into()), Some(EpochMillis(1_779_148_800_000)));
        assert_eq!(EpochMillis::end_of(&1_779_148_800_i64.into()), Some(EpochMillis(1_779_148_800)));
        assert_eq!(EpochMillis::end_of(&"1779148800".into()), Some(EpochMillis(1_779_148_800)));
    }

    proptest! {
        /// Every instant is within the window of its own date, and of that date alone.
        #[test]
        fn window_of_date_is_exactly_its_day(millis in -60_000_000_000_000_i64..250_000_000_000_000) {
            let date = Timestamp::from(&Timestamp::from_millis(millis).as_str()[..10]);
            let window = date.millis().unwrap()..=date.end_millis().unwrap();
            prop_assert!(window.contains(&millis));
            prop_assert_eq!(window.end() - window.start(), 86_399_999);
            let end = Timestamp::from_millis(*window.end());
            prop_assert_eq!(&end.as_str()[..10], date.as_str());
        }

        #[test]
        fn times_agree_with_date_library(millis in -60_000_000_000_000_i64..250_000_000_000_000) {
            let ours = Timestamp::from_millis(millis);
            let theirs: jiff::Timestamp = ours.as_str().parse().unwrap();
            prop_assert_eq!(theirs.as_millisecond(), millis);
            prop_assert_eq!(ours.millis(), Some(millis));
            prop_assert_eq!(Timestamp::from(theirs.to_string()).millis(), Some(millis));
        }

        #[test]
        fn millis_does_not_panic_on_any_text(text in "\\PC*") {
            let _ = Timestamp::from(text).millis();
        }
    }
}

//! Times in the form that the API's filters take.

use std::time::SystemTime;

use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value;

use super::{Instant, InvalidTime, Timestamp, parse};
use crate::input;

/// A time as the API's filters take it: milliseconds since 1970-01-01T00:00Z, serialized as text.
///
/// Create it from a [`SystemTime`], an [`Instant`], a [`Timestamp`] or the number, and with the
/// features `jiff`, `chrono` and `time` from the types of these libraries. Fractions of a
/// millisecond are dropped.
///
/// A date alone is the first instant of that day (UTC). As the end of a window it means the whole
/// day: use [`Self::end_of`] or [`Timestamp::end_millis`] for that.
///
/// ```
/// use atlassian_admin_core::model::{EpochMillis, Timestamp};
/// let time = Timestamp::from("2026-05-19T10:23:46.830Z");
/// assert_eq!(EpochMillis::try_from(&time), Ok(EpochMillis(1_779_186_226_830)));
/// assert_eq!(EpochMillis::try_from(&Timestamp::from("soon")).ok(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpochMillis(pub i64);

impl From<SystemTime> for EpochMillis {
    fn from(time: SystemTime) -> Self {
        Instant::from(time).into()
    }
}

impl From<Instant> for EpochMillis {
    fn from(time: Instant) -> Self {
        Self(time.millis())
    }
}

impl From<i64> for EpochMillis {
    fn from(millis: i64) -> Self {
        Self(millis)
    }
}

impl TryFrom<&Timestamp> for EpochMillis {
    type Error = InvalidTime;

    fn try_from(time: &Timestamp) -> Result<Self, InvalidTime> {
        time.millis().map(Self).ok_or(InvalidTime::Unreadable)
    }
}

impl Serialize for EpochMillis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl EpochMillis {
    /// Reads a JSON value: a number of milliseconds, or a text.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        Self::read(value, parse::millis)
    }

    /// Reads a JSON value as the inclusive end of a window. It differs from [`Self::of`] in a date
    /// alone, which means the whole day (UTC).
    #[must_use]
    pub fn end_of(value: &Value) -> Option<Self> {
        Self::read(value, parse::end_millis)
    }

    fn read(value: &Value, parse: fn(&str) -> Option<i64>) -> Option<Self> {
        match value {
            Value::String(text) => Self::read_text(text, parse),
            value => value.as_i64().map(Self),
        }
    }

    fn read_text(text: &str, parse: fn(&str) -> Option<i64>) -> Option<Self> {
        let text = input::trimmed(text);
        // Unlike in responses, digits are always milliseconds here.
        text.parse().ok().or_else(|| parse(text)).map(Self)
    }
}

/// Reads an optional `to`: the inclusive end of a window, where a date alone means the whole day.
pub(crate) fn window_end<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<EpochMillis>, D::Error> {
    let Some(time) = Option::<Timestamp>::deserialize(deserializer)? else { return Ok(None) };
    let end = EpochMillis::read_text(time.as_str(), parse::end_millis);
    end.map(Some).ok_or_else(|| de::Error::custom(InvalidTime::Unreadable))
}

impl<'de> Deserialize<'de> for EpochMillis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let time = Timestamp::deserialize(deserializer)?;
        Self::read_text(time.as_str(), parse::millis)
            .ok_or_else(|| de::Error::custom(InvalidTime::Unreadable))
    }
}

//! Times: as Atlassian writes them, and as its filters take them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value;

use crate::input;

/// A time as the API wrote it. The text is kept, and parsed on demand.
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

    /// The milliseconds since 1970-01-01T00:00Z, rounded down, or `None` if the text is not a time.
    ///
    /// A time without a zone is UTC. A date alone is its first instant. Digits alone are epoch
    /// seconds (up to ten digits) or epoch milliseconds (more digits).
    #[must_use]
    pub fn millis(&self) -> Option<i64> {
        parse_millis(&self.0)
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
        end_millis(&self.0)
    }

    /// The time, or `None` if the text is not a time.
    #[must_use]
    pub fn to_system_time(&self) -> Option<SystemTime> {
        self.millis().and_then(system_time)
    }

    /// The time in Atlassian's usual form, `2026-05-19T10:00:01.000Z`.
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        let (day, rest) = (millis.div_euclid(DAY), millis.rem_euclid(DAY));
        let (year, month, date) = civil_from_days(day);
        let (hour, minute, second, milli) =
            (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60, rest % 1_000);
        Self(format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z").into())
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

/// A time as the API's filters take it: milliseconds since 1970-01-01T00:00Z, serialized as text.
///
/// Create it from a [`SystemTime`], from a [`Timestamp`], or from the number.
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
        Self(millis_since_epoch(time))
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
        time.millis().map(Self).ok_or(InvalidTime)
    }
}

/// A text that is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidTime;

impl std::fmt::Display for InvalidTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a time: use ISO 8601, such as 2026-05-19T10:00:00Z, or epoch milliseconds")
    }
}

impl std::error::Error for InvalidTime {}

impl Serialize for EpochMillis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl EpochMillis {
    /// Reads a JSON value: a number of milliseconds, or a text.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        Self::read(value, parse_millis)
    }

    /// Reads a JSON value as the inclusive end of a window. It differs from [`Self::of`] in a date
    /// alone, which means the whole day (UTC).
    #[must_use]
    pub fn end_of(value: &Value) -> Option<Self> {
        Self::read(value, end_millis)
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
    let end = EpochMillis::read_text(time.as_str(), end_millis);
    end.map(Some).ok_or_else(|| de::Error::custom(InvalidTime))
}

impl<'de> Deserialize<'de> for EpochMillis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let time = Timestamp::deserialize(deserializer)?;
        Self::read_text(time.as_str(), parse_millis).ok_or_else(|| de::Error::custom(InvalidTime))
    }
}

fn millis_since_epoch(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |millis| -millis),
    }
}

fn system_time(millis: i64) -> Option<SystemTime> {
    let distance = Duration::from_millis(millis.unsigned_abs());
    if millis < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
}

const DAY: i64 = 86_400_000;

// Read here rather than by a date library: the one that reads all of these forms is large
// (docs/size.md).
fn parse_millis(text: &str) -> Option<i64> {
    if !text.is_empty() && text.len() <= 17 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        return if text.len() <= 10 { number.checked_mul(1_000) } else { Some(number) };
    }
    let mut rest = text.as_bytes();
    let year = digits(&mut rest, 4)?;
    mark(&mut rest, b"-")?;
    let month = digits(&mut rest, 2)?;
    mark(&mut rest, b"-")?;
    let date = digits(&mut rest, 2)?;
    if !(1..=12).contains(&month) || date < 1 || date > days_in_month(year, month) {
        return None;
    }
    let midnight = days_from_civil(year, month, date) * DAY;
    if rest.is_empty() {
        return Some(midnight);
    }
    mark(&mut rest, b"Tt ")?;
    let hour = digits(&mut rest, 2)?;
    mark(&mut rest, b":")?;
    let minute = digits(&mut rest, 2)?;
    let mut second = 0;
    let mut milli = 0;
    if mark(&mut rest, b":").is_some() {
        second = digits(&mut rest, 2)?;
        if mark(&mut rest, b".,").is_some() {
            milli = fraction(&mut rest)?;
        }
    }
    // 60 is a leap second: the first instant of the next second, as in POSIX.
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = zone_minutes(&mut rest)?;
    rest.is_empty().then_some(midnight + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + milli)
}

fn end_millis(text: &str) -> Option<i64> {
    let millis = parse_millis(text)?;
    let is_date = text.len() == "2026-05-19".len() && text.contains('-');
    Some(if is_date { millis + (DAY - 1) } else { millis })
}

fn digits(rest: &mut &[u8], count: usize) -> Option<i64> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    head.iter()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

fn mark(rest: &mut &[u8], marks: &[u8]) -> Option<u8> {
    let (first, tail) = rest.split_first()?;
    marks.contains(first).then(|| {
        *rest = tail;
        *first
    })
}

fn fraction(rest: &mut &[u8]) -> Option<i64> {
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (head, tail) = rest.split_at_checked(length)?;
    *rest = tail;
    let milli = (0..3)
        .fold(0, |number, place| number * 10 + head.get(place).map_or(0, |byte| i64::from(byte - b'0')));
    (length > 0).then_some(milli)
}

fn zone_minutes(rest: &mut &[u8]) -> Option<i64> {
    match mark(rest, b"Zz+-") {
        None | Some(b'Z' | b'z') => Some(0),
        Some(sign) => {
            let hours = digits(rest, 2)?;
            let _ = mark(rest, b":");
            let minutes = if rest.is_empty() { 0 } else { digits(rest, 2)? };
            (hours <= 23 && minutes <= 59)
                .then_some((hours * 60 + minutes) * if sign == b'-' { -1 } else { 1 })
        }
    }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// The proleptic Gregorian calendar, with years that begin in March, so that the leap day is the
// last day of a year.
fn days_from_civil(year: i64, month: i64, date: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let (era, day_of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, date)
}

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
            prop_assert_eq!(window.end() - window.start(), DAY - 1);
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

//! Points in time as users type them.

use std::str::FromStr;
use std::time::{Duration, SystemTime};

use atlassian_admin::input;
use atlassian_admin::model::{EpochMillis, Timestamp};

/// A point in time, fixed or counted back from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// A fixed point in time.
    At(EpochMillis),
    /// A whole day, in UTC.
    Day {
        /// The first millisecond.
        first: EpochMillis,
        /// The last millisecond.
        last: EpochMillis,
    },
    /// A time span before now.
    Ago(Duration),
}

/// The accepted formats, for help texts and errors.
pub(crate) const FORMS: &str =
    "2026-05-19T10:00:00Z, 2026-05-19, 1779184800000 (epoch milliseconds), 7d, 12h, 30m (before now), or now";

impl When {
    /// Returns the point in time, or the first one of the day.
    pub(crate) fn start(self, now: SystemTime) -> EpochMillis {
        match self {
            Self::At(time) | Self::Day { first: time, .. } => time,
            Self::Ago(distance) => {
                EpochMillis::from(now.checked_sub(distance).unwrap_or(SystemTime::UNIX_EPOCH))
            }
        }
    }

    /// Returns the point in time as the inclusive end of a window: for a day, its last one.
    pub(crate) fn end(self, now: SystemTime) -> EpochMillis {
        match self {
            Self::Day { last, .. } => last,
            other => other.start(now),
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = input::trimmed(text);
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let found = if digits { epoch_millis(text) } else { ago(text).or_else(|| instant(text)) };
        let range = if digits { EPOCH_RANGE } else { "" };
        found.ok_or_else(|| format!("give a time such as {FORMS}{range}"))
    }
}

/// What an error adds for a number.
const EPOCH_RANGE: &str = "; epoch milliseconds are from 100000000000 to 253402300799999 (in the years 1973 to 9999): to seconds, append 000";

/// Numbers before 1973 are refused: seconds would silently be a day in 1970 and select the whole
/// log.
fn epoch_millis(text: &str) -> Option<When> {
    let millis =
        text.parse().ok().filter(|millis| (100_000_000_000..=253_402_300_799_999).contains(millis))?;
    Some(When::At(EpochMillis(millis)))
}

fn ago(text: &str) -> Option<When> {
    if text == "now" {
        return Some(When::Ago(Duration::ZERO));
    }
    let text = text.strip_suffix("ago").map_or(text, str::trim_end);
    let (number, seconds) = [("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400), ("w", 604_800)]
        .into_iter()
        .find_map(|(unit, seconds)| Some((text.strip_suffix(unit)?.trim_end(), seconds)))?;
    let number: u64 = number.parse().ok()?;
    Some(When::Ago(Duration::from_secs(number.checked_mul(seconds)?)))
}

fn instant(text: &str) -> Option<When> {
    let time = Timestamp::from(text);
    let [first, last] = [time.millis()?, time.end_millis()?].map(EpochMillis);
    Some(if first == last { When::At(first) } else { When::Day { first, last } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_accepts_every_format() {
        let at = |millis| Ok(When::At(EpochMillis(millis)));
        let ago = |seconds| Ok(When::Ago(Duration::from_secs(seconds)));
        let [first, last] = [1_779_148_800_000, 1_779_235_199_999].map(EpochMillis);
        let day = || Ok(When::Day { first, last });
        for (text, when) in [
            ("2026-05-19T10:00:00Z", at(1_779_184_800_000)),
            ("2026-05-19T12:00:00.5+02:00", at(1_779_184_800_500)),
            ("2026-05-19 10:00Z", at(1_779_184_800_000)),
            ("2026-05-19T00:00:00Z", at(1_779_148_800_000)),
            ("2026-05-19T00:00", at(1_779_148_800_000)),
            ("2026-05-19", day()),
            ("\u{feff}2026-05-19\r\n", day()),
            ("1779184800000", at(1_779_184_800_000)),
            ("7d", ago(604_800)),
            ("1w", ago(604_800)),
            (" 12h ago", ago(43_200)),
            ("30m", ago(1_800)),
            ("0s", ago(0)),
            ("now", ago(0)),
        ] {
            assert_eq!(text.parse::<When>(), when, "{text}");
        }
    }

    #[test]
    fn parse_refuses_other_text_with_examples() {
        for text in [
            "",
            "soon",
            "2026",
            "1779184800",
            "253402300800000",
            "99999999999999999999999",
            "2026-13-01",
            "2026-02-30",
            "d",
            "-7d",
            "7y",
            "99999999999999999999d",
            "1.5h",
        ] {
            assert!(text.parse::<When>().unwrap_err().contains("2026-05-19, 1779184800000"), "{text}");
        }
    }

    #[test]
    fn distance_is_subtracted_from_now() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000);
        assert_eq!(When::Ago(Duration::from_secs(400)).start(now), EpochMillis(600_000));
        assert_eq!(When::Ago(Duration::from_secs(400)).end(now), EpochMillis(600_000));
        assert_eq!(When::Ago(Duration::from_secs(4_000)).start(now), EpochMillis(-3_000_000));
    }
}

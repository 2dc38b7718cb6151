//! Parses numbers, with errors that name the range.

use std::ops::RangeInclusive;
use std::time::Duration;

/// Returns a parser of whole numbers within a range.
pub(super) fn whole<T: TryFrom<u64>>(
    range: RangeInclusive<u64>,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |text| {
        let number = text.parse::<u64>().ok().filter(|number| range.contains(number));
        let number = number.and_then(|number| T::try_from(number).ok());
        number.ok_or_else(|| format!("give a whole number from {} to {}", range.start(), range.end()))
    }
}

/// Maximum length of a wait in seconds: 30 years, beyond which clocks could overflow.
const MAX_SECONDS: f64 = 1e9;

/// Parses a duration greater than zero.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0 && *seconds <= MAX_SECONDS);
    seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()).ok_or_else(|| {
        format!("give a number of seconds greater than 0 and at most {MAX_SECONDS}, such as 30 or 0.5")
    })
}

/// Parses a rate per minute. Times have whole milliseconds, so no two events are closer.
pub(super) fn per_minute(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=60_000.0).contains(number));
    number.ok_or_else(|| "give a number from 0 to 60000, such as 60 or 0.5".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_range_when_number_is_outside() {
        let page = whole::<u32>(1..=500);
        assert_eq!((page("1"), page("500")), (Ok(1), Ok(500)));
        for text in ["", "0", "501", "-1", "x", "1.5", "99999999999999999999999"] {
            assert_eq!(page(text), Err("give a whole number from 1 to 500".to_owned()), "{text}");
        }
    }

    #[test]
    fn seconds_names_range_when_duration_is_outside() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert_eq!(seconds("1e9"), Ok(Duration::from_secs(1_000_000_000)));
        for text in ["", "0", "-1", "1e300", "inf", "NaN", "soon"] {
            let refused = seconds(text).unwrap_err();
            assert!(refused.contains("greater than 0 and at most 1000000000"), "{text}: {refused}");
        }
    }
}

//! The response headers about time: how long to wait, how many requests are left, and the server's
//! date.

use std::time::{Duration, SystemTime};

use http::StatusCode;
use http::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

use super::{RATE_LIMIT_REMAINING, RATE_LIMIT_RESET, X_RETRY_AFTER};
use crate::time::Timestamp;

/// Returns how long the server asks the client to wait, at most one day.
///
/// `Retry-After` and `X-Retry-After` apply to every status: seconds or a date. `X-RateLimit-Reset`
/// applies only if the limit is used up, because the API sends it with every response: the status
/// is 429, or `X-RateLimit-Remaining` is 0. It is an ISO 8601 time (the real one has no seconds),
/// epoch seconds, or epoch milliseconds. A time without seconds is rounded up to the end of its
/// minute: a request that is too early costs more than one that is a little late.
pub(crate) fn retry_after(status: StatusCode, headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let is_used_up = status == StatusCode::TOO_MANY_REQUESTS || rate_limit_remaining(headers) == Some(0);
    [RETRY_AFTER, X_RETRY_AFTER]
        .iter()
        .find_map(|name| delay_or_date(text(headers, name)?, now))
        .or_else(|| reset(text(headers, &RATE_LIMIT_RESET).filter(|_| is_used_up)?, now))
        .map(|wait| wait.min(MAX_RETRY_AFTER))
}

/// Returns how many requests are left in the current period, from `X-RateLimit-Remaining`.
pub(crate) fn rate_limit_remaining(headers: &HeaderMap) -> Option<u64> {
    text(headers, &RATE_LIMIT_REMAINING)?.parse().ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

/// The maximum wait. A longer one is an error of the server, and would stop the client forever.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(86_400);

/// Returns the server's time from the `Date` header. Other dates of the server are relative to it,
/// because the local clock may differ. A browser hides the header from some origins.
#[must_use]
pub fn response_date(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(text(headers, &DATE)?).ok()
}

fn delay_or_date(text: &str, now: SystemTime) -> Option<Duration> {
    match seconds(text) {
        Some(wait) => Some(wait),
        None => {
            let time =
                httpdate::parse_http_date(text).ok().or_else(|| Timestamp::from(text).to_system_time())?;
            Some(time.duration_since(now).unwrap_or_default())
        }
    }
}

/// Reads seconds, rounded up to whole ones. Not as `f64`, whose parser is large (docs/size.md).
fn seconds(text: &str) -> Option<Duration> {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    match whole.strip_prefix('-') {
        Some(whole) if is_number(whole) && is_number(fraction) => Some(Duration::ZERO),
        None if !whole.is_empty() && is_number(whole) && is_number(fraction) => {
            let more = u64::from(fraction.bytes().any(|digit| digit != b'0'));
            Some(
                whole
                    .parse::<u64>()
                    .map_or(MAX_RETRY_AFTER, |whole| Duration::from_secs(whole.saturating_add(more))),
            )
        }
        _ => None,
    }
}

fn reset(text: &str, now: SystemTime) -> Option<Duration> {
    // A small number is a duration, not seconds since 1970.
    if let Some(seconds) = text.parse().ok().filter(|seconds| *seconds < 1_000_000_000_u64) {
        return Some(Duration::from_secs(seconds));
    }
    let time = Timestamp::from(text).to_system_time()?;
    let is_date = text.contains('-');
    let has_seconds = text.get(16..17) == Some(":");
    let latest = if is_date && !has_seconds { time.checked_add(Duration::from_secs(59))? } else { time };
    Some(latest.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_reads_every_form() {
        let now = Timestamp::from("2026-06-05T05:59:30Z").to_system_time().unwrap();
        for (name, value, seconds) in [
            ("retry-after", "17", Some(17)),
            ("retry-after", "0", Some(0)),
            ("retry-after", "-5", Some(0)),
            ("retry-after", "Fri, 05 Jun 2026 06:00:00 GMT", Some(30)),
            ("retry-after", "2026-06-05T06:00:00Z", Some(30)),
            ("x-retry-after", "50", Some(50)),
            ("x-ratelimit-reset", "2026-06-05T06:00Z", Some(89)),
            ("x-ratelimit-reset", "2026-06-05T06:00+00:00", Some(89)),
            ("x-ratelimit-reset", "2026-06-05T06:00:00Z", Some(30)),
            ("x-ratelimit-reset", "1780639200", Some(30)),
            ("x-ratelimit-reset", "1780639200000", Some(30)),
            ("x-ratelimit-reset", "2026-06-05T05:00Z", Some(0)),
            ("retry-after", "soon", None),
            ("retry-after", "-soon", None),
            ("retry-after", "-5.x", None),
            ("retry-after", "-x.5", None),
            ("retry-after", "5.x", None),
            ("retry-after", "x.5", None),
            ("retry-after", ".5", None),
            ("retry-after", "Fri, 05 Jun 2026 06:00:00 CET", None),
            ("x-ratelimit-reset", "999999999", Some(86_400)),
            ("x-ratelimit-reset", "1000000000", Some(0)),
            ("retry-after", "NaN", None),
            ("retry-after", "1e300", None),
            ("retry-after", "1.5", Some(2)),
            ("retry-after", "2.000", Some(2)),
            ("retry-after", "99999999999999999999999", Some(86_400)),
            ("retry-after", "18446744073709551615", Some(86_400)),
            ("x-ratelimit-reset", "9999-12-31T23:59Z", Some(86_400)),
            ("x-ratelimit-reset", "2026-06-05 06:00Z", Some(89)),
            ("x-ratelimit-reset", "30", Some(30)),
            ("x-other", "17", None),
        ] {
            let headers = HeaderMap::from_iter([(name.parse().unwrap(), value.parse().unwrap())]);
            let wait = retry_after(StatusCode::TOO_MANY_REQUESTS, &headers, now);
            assert_eq!(wait, seconds.map(Duration::from_secs), "{name}: {value}");
        }
    }

    #[test]
    fn response_date_is_read_in_each_month() {
        let read =
            |date: &str| response_date(&HeaderMap::from_iter([(http::header::DATE, date.parse().unwrap())]));
        let days = [
            "Mon, 05 Jan",
            "Thu, 05 Feb",
            "Thu, 05 Mar",
            "Sun, 05 Apr",
            "Tue, 05 May",
            "Fri, 05 Jun",
            "Sun, 05 Jul",
            "Wed, 05 Aug",
            "Sat, 05 Sep",
            "Mon, 05 Oct",
            "Thu, 05 Nov",
            "Sat, 05 Dec",
        ];
        for (day, number) in days.into_iter().zip(1..) {
            let date = format!("{day} 2026 06:07:08 GMT");
            let iso = Timestamp::from(format!("2026-{number:02}-05T06:07:08Z")).to_system_time();
            assert!(iso.is_some(), "{date}");
            assert_eq!(read(&date), iso, "{date}");
        }
        assert_eq!(response_date(&HeaderMap::new()), None);
        assert_eq!(read("Mon, 05 Jan 2026 06:07:08 CET"), None);
    }

    #[test]
    fn retry_after_precedes_reset() {
        let now = Timestamp::from("2026-06-05T05:59:30Z").to_system_time().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("x-ratelimit-reset", "2026-06-05T06:00Z".parse().unwrap());
        headers.insert("retry-after", "3".parse().unwrap());
        assert_eq!(retry_after(StatusCode::TOO_MANY_REQUESTS, &headers, now), Some(Duration::from_secs(3)));
    }

    #[test]
    fn reset_applies_only_if_limit_is_used_up() {
        let now = Timestamp::from("2026-06-05T05:59:30Z").to_system_time().unwrap();
        for status in (200..600).map(|status| StatusCode::from_u16(status).unwrap()) {
            for remaining in [None, Some(0), Some(1), Some(47)] {
                let mut headers = HeaderMap::new();
                headers.insert("x-ratelimit-reset", "2026-06-05T06:00:00Z".parse().unwrap());
                if let Some(remaining) = remaining {
                    headers.insert("x-ratelimit-remaining", remaining.into());
                }
                let reset = (status == 429 || remaining == Some(0)).then_some(Duration::from_secs(30));
                assert_eq!(retry_after(status, &headers, now), reset, "{status}, {remaining:?} left");
                headers.insert("retry-after", "3".parse().unwrap());
                assert_eq!(retry_after(status, &headers, now), Some(Duration::from_secs(3)), "{status}");
            }
        }
    }
}

//! The server's side of the rate limits: fixed windows, aligned to the minutes of the simulated
//! clock.

use std::collections::BTreeMap;

use atlassian_admin_core::model::Timestamp;
use atlassian_admin_core::operation::Limit;

use crate::quirk::{Quirk, Quirks};

const MINUTE: i64 = 60_000;

/// How many requests each organization and family of operations has made in the current minute.
#[derive(Debug, Default)]
pub(crate) struct RateLimits {
    minute: i64,
    used: BTreeMap<(String, &'static str), u32>,
}

/// The limit of a request, as its response reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Usage {
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    /// When the next period begins.
    pub(crate) reset: i64,
    pub(crate) refused: bool,
}

impl RateLimits {
    /// Counts a request.
    pub(crate) fn count(&mut self, organization: &str, limit: Limit, now: i64) -> Usage {
        let minute = now.div_euclid(MINUTE);
        if self.minute != minute {
            *self = Self { minute, used: BTreeMap::new() };
        }
        let used = self.used.entry((organization.to_owned(), limit.family)).or_default();
        let refused = *used >= limit.per_minute;
        *used += u32::from(!refused);
        Usage {
            limit: limit.per_minute,
            remaining: limit.per_minute.saturating_sub(*used),
            reset: next_minute(now),
            refused,
        }
    }
}

/// The end of the current window.
pub(crate) fn next_minute(now: i64) -> i64 {
    (now.div_euclid(MINUTE) + 1).saturating_mul(MINUTE)
}

/// The value of `X-RateLimit-Reset`: the real one has no seconds.
pub(crate) fn reset_text(reset: i64, quirks: &Quirks) -> String {
    let written = Timestamp::from_millis(reset);
    let to = |length| written.as_str().get(..length).map(|text| format!("{text}Z")).unwrap_or_default();
    if quirks.has(Quirk::ResetAsEpoch) {
        reset.div_euclid(1_000).to_string()
    } else if quirks.has(Quirk::ResetWithSeconds) {
        to("2026-06-05T06:00:00".len())
    } else {
        to("2026-06-05T06:00".len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organizations_and_families_have_limits_of_their_own() {
        let mut limits = RateLimits::default();
        for (organization, family) in [("o", "events"), ("p", "events"), ("o", "events-stream")] {
            let usage = limits.count(organization, Limit { family, per_minute: 2 }, 0);
            assert_eq!(usage.remaining, 1, "{organization} {family}");
        }
    }
}

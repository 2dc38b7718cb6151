//! Backoff policies: how long to wait before another attempt.

use std::fmt::Debug;
use std::time::Duration;

use super::Attempt;

/// Decides how long to wait before the attempt that follows a failed one. Whether it follows is up
/// to the [`RetryPolicy`](super::RetryPolicy).
///
/// Pure: the same attempt always gets the same delay. Randomness is a part of the attempt.
///
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::policy::{Attempt, BackoffPolicy};
///
/// /// Waits for a second, or as long as the server asks.
/// #[derive(Debug)]
/// struct EverySecond;
///
/// impl BackoffPolicy for EverySecond {
///     fn delay(&self, attempt: &Attempt<'_>) -> Duration {
///         attempt.retry_after.unwrap_or(Duration::from_secs(1))
///     }
/// }
/// ```
pub trait BackoffPolicy: Debug + Send + Sync + 'static {
    /// Returns the delay after this attempt.
    fn delay(&self, attempt: &Attempt<'_>) -> Duration;
}

/// Exponential backoff with jitter: the default of a client.
///
/// The delay doubles with each attempt, and jitter takes away up to half of it. The policy never
/// waits less than the server asked for, and then adds up to a second of jitter.
///
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::policy::ExponentialBackoff;
///
/// let default = ExponentialBackoff::default();
/// assert_eq!(default.initial_delay, Duration::from_millis(500));
/// assert_eq!(default.initial_delay_when_limited, Duration::from_secs(5));
/// assert_eq!(default.max_delay, Duration::from_secs(60));
///
/// let eager = ExponentialBackoff { initial_delay: Duration::from_millis(50), ..default };
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExponentialBackoff {
    /// The initial delay. Each further delay is up to twice as long. Default: 0.5 s.
    pub initial_delay: Duration,
    /// The initial delay after a 429 that does not say how long to wait. Default: 5 s.
    pub initial_delay_when_limited: Duration,
    /// The maximum delay that the client chooses itself. A longer delay that the server asks for
    /// is kept. Default: 60 s.
    pub max_delay: Duration,
}

impl Default for ExponentialBackoff {
    fn default() -> Self {
        Self {
            initial_delay: Duration::from_millis(500),
            initial_delay_when_limited: Duration::from_secs(5),
            max_delay: Duration::from_secs(60),
        }
    }
}

impl BackoffPolicy for ExponentialBackoff {
    fn delay(&self, attempt: &Attempt<'_>) -> Duration {
        let initial_delay = match attempt.outcome.is_limited() {
            true => self.initial_delay_when_limited,
            false => self.initial_delay,
        };
        let random = if attempt.random.is_finite() { attempt.random.clamp(0.0, 1.0) } else { 0.5 };
        match attempt.retry_after.filter(|wait| !wait.is_zero()) {
            // Adds jitter to the server's delay, so that callers do not retry in step.
            Some(wait) => wait.saturating_add(fraction_of(initial_delay.min(Duration::from_secs(1)), random)),
            // Ignores a zero delay: the date is past by the local clock, which may be wrong.
            None => self.own_delay(initial_delay, attempt.number, random),
        }
    }
}

impl ExponentialBackoff {
    /// Returns a delay between half of the doubled delay and all of it.
    fn own_delay(&self, initial_delay: Duration, number: u32, random: f64) -> Duration {
        let doublings = number.saturating_sub(1).min(30);
        let whole = initial_delay.saturating_mul(1 << doublings).min(self.max_delay);
        fraction_of(whole, 0.5 + random / 2.0)
    }
}

/// Returns a fraction of a delay. `Duration::mul_f64` panics on invalid factors, and links texts
/// for that.
fn fraction_of(wait: Duration, part: f64) -> Duration {
    Duration::from_nanos((wait.as_nanos() as f64 * part) as u64)
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use proptest::prelude::*;

    use super::super::Outcome;
    use super::*;
    use crate::operation::{Method, Operation};

    const READ: Operation = Operation::new(Method::Get, "read", "test", "read", "/read");
    const LIMITED: Outcome = Outcome::Status(StatusCode::TOO_MANY_REQUESTS);

    #[test]
    fn own_delays_double_with_jitter_down_to_half() {
        for (outcome, number, random, millis) in [
            (Outcome::NoResponse, 1, 0.0, 250),
            (Outcome::NoResponse, 1, 0.5, 375),
            (Outcome::NotSent, 1, 1.0, 500),
            (Outcome::TimedOut, 2, 0.0, 500),
            (Outcome::NoResponse, 3, 1.0, 2_000),
            (Outcome::NoResponse, 98, 1.0, 60_000),
            (LIMITED, 1, 0.0, 2_500),
            (LIMITED, 1, 1.0, 5_000),
        ] {
            let attempt = Attempt { random, ..Attempt::new(&READ, number, outcome) };
            let delay = ExponentialBackoff::default().delay(&attempt);
            assert_eq!(delay, Duration::from_millis(millis), "{outcome:?} {number} {random}");
        }
    }

    #[test]
    fn delay_of_server_gets_jitter() {
        let retry_after = Some(Duration::from_secs(17));
        let attempt = Attempt { retry_after, random: 0.5, ..Attempt::new(&READ, 1, LIMITED) };
        let delay = ExponentialBackoff::default().delay(&attempt);
        assert_eq!(delay, Duration::from_millis(17_500), "half of a second");
    }

    proptest! {
        #[test]
        fn delays_stay_within_bounds(number in 1_u32..10, random in any::<f64>(), asked in proptest::option::of(0_u64..1_000_000)) {
            let policy = ExponentialBackoff::default();
            let retry_after = asked.map(Duration::from_secs);
            let attempt = Attempt { retry_after, random, ..Attempt::new(&READ, number, LIMITED) };
            let delay = policy.delay(&attempt);
            match retry_after.filter(|wait| !wait.is_zero()) {
                Some(asked) => prop_assert!(delay >= asked && delay <= asked + Duration::from_secs(1)),
                None => prop_assert!(delay >= policy.initial_delay_when_limited / 2 && delay <= policy.max_delay),
            }
            prop_assert_eq!(policy.delay(&attempt), delay, "the same attempt gets the same delay");
        }
    }
}

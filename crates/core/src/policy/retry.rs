//! Retry policies: whether to make another attempt, and when.

use std::fmt::Debug;
use std::time::Duration;

use http::StatusCode;

use crate::operation::Operation;

/// Decides what follows a failed attempt. Pure: the same attempt always gets the same decision.
pub trait RetryPolicy: Debug + Send + Sync + 'static {
    /// Returns whether to make another attempt, and the wait before it.
    fn decide(&self, attempt: &Attempt<'_>) -> Decision;
}

/// A failed attempt, as a retry policy sees it.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// The operation that was called.
    pub operation: &'a Operation,
    /// The number of the attempt, from 1.
    pub number: u32,
    /// The outcome of the attempt.
    pub outcome: Outcome,
    /// How long the server asked the client to wait.
    pub retry_after: Option<Duration>,
    /// A random number in `0.0..1.0`, for jitter.
    pub random: f64,
}

/// The way in which an attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A response with an unsuccessful status.
    Status(StatusCode),
    /// No response; the server certainly did not see the request.
    NotSent,
    /// No complete response; whether the server applied the request is unknown.
    Lost,
    /// A response that would be the same again, such as one that is too large.
    Unusable,
}

/// The decision after a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Make another attempt after this wait.
    Retry(Duration),
    /// Give up.
    Stop,
}

/// Retries with exponential backoff and jitter.
///
/// A refusal for too many requests (429) is retried for every operation, because the server did
/// not process the request. Server errors and lost connections are retried only if that is safe:
/// the operation is idempotent, or the request was not sent. The policy never waits less than the
/// server asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExponentialBackoff {
    /// The maximum number of attempts for failures other than 429.
    pub attempts: u32,
    /// The maximum number of attempts for 429.
    pub max_attempts_when_limited: u32,
    /// The initial delay. Each further delay is up to twice as long.
    pub initial_delay: Duration,
    /// The initial delay after a 429 that does not say how long to wait.
    pub initial_delay_when_limited: Duration,
    /// The maximum delay that the client chooses itself. A longer delay that the server asks for
    /// is kept.
    pub max_delay: Duration,
}

impl Default for ExponentialBackoff {
    fn default() -> Self {
        Self {
            attempts: 5,
            max_attempts_when_limited: 10,
            initial_delay: Duration::from_millis(500),
            initial_delay_when_limited: Duration::from_secs(5),
            max_delay: Duration::from_secs(60),
        }
    }
}

impl RetryPolicy for ExponentialBackoff {
    fn decide(&self, attempt: &Attempt<'_>) -> Decision {
        let safe = attempt.operation.idempotent;
        let (attempts, initial_delay) = match attempt.outcome {
            Outcome::Status(StatusCode::TOO_MANY_REQUESTS) => {
                (self.max_attempts_when_limited, self.initial_delay_when_limited)
            }
            Outcome::Status(StatusCode::REQUEST_TIMEOUT) if safe => (self.attempts, self.initial_delay),
            Outcome::Status(status) if safe && is_retryable_status(status) => {
                (self.attempts, self.initial_delay)
            }
            Outcome::NotSent => (self.attempts, self.initial_delay),
            Outcome::Lost if safe => (self.attempts, self.initial_delay),
            Outcome::Status(_) | Outcome::Lost | Outcome::Unusable => return Decision::Stop,
        };
        if attempt.number >= attempts {
            return Decision::Stop;
        }
        let random = if attempt.random.is_finite() { attempt.random.clamp(0.0, 1.0) } else { 0.5 };
        Decision::Retry(match attempt.retry_after.filter(|wait| !wait.is_zero()) {
            // Adds jitter to the server's delay, so that callers do not retry in step.
            Some(wait) => wait.saturating_add(fraction_of(initial_delay.min(Duration::from_secs(1)), random)),
            // Ignores a zero delay: the date is past by the local clock, which may be wrong.
            None => self.own_wait(initial_delay, attempt.number, random),
        })
    }
}

impl ExponentialBackoff {
    /// Returns a delay between half of the doubled delay and all of it.
    fn own_wait(&self, initial_delay: Duration, number: u32, random: f64) -> Duration {
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

/// 501 and 505 are permanent.
fn is_retryable_status(status: StatusCode) -> bool {
    matches!(status.as_u16(), 500 | 502 | 503 | 504 | 507..)
}

/// A policy that never retries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NeverRetry;

impl RetryPolicy for NeverRetry {
    fn decide(&self, _: &Attempt<'_>) -> Decision {
        Decision::Stop
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Method;
    use proptest::prelude::*;

    const READ: Operation = Operation::new(Method::Get, "read", "test", "read", "/read");
    const WRITE: Operation = Operation::new(Method::Post, "write", "test", "write", "/write");

    fn decide(operation: &Operation, number: u32, outcome: Outcome, retry_after: Option<u64>) -> Decision {
        let retry_after = retry_after.map(Duration::from_secs);
        ExponentialBackoff::default().decide(&Attempt {
            operation,
            number,
            outcome,
            retry_after,
            random: 0.0,
        })
    }

    fn status(status: u16) -> Outcome {
        Outcome::Status(StatusCode::from_u16(status).unwrap())
    }

    #[test]
    fn write_is_retried_only_when_it_was_not_applied() {
        let again = Decision::Retry(Duration::from_millis(250));
        for (outcome, read, write) in [
            (Outcome::NotSent, again, again),
            (Outcome::Lost, again, Decision::Stop),
            (status(500), again, Decision::Stop),
            (status(502), again, Decision::Stop),
            (status(503), again, Decision::Stop),
            (status(504), again, Decision::Stop),
            (status(408), again, Decision::Stop),
            (status(501), Decision::Stop, Decision::Stop),
            (status(400), Decision::Stop, Decision::Stop),
            (status(302), Decision::Stop, Decision::Stop),
            (Outcome::Unusable, Decision::Stop, Decision::Stop),
        ] {
            assert_eq!(decide(&READ, 1, outcome, None), read, "{outcome:?}");
            assert_eq!(decide(&WRITE, 1, outcome, None), write, "{outcome:?}");
        }
        assert_eq!(decide(&WRITE, 1, status(429), None), Decision::Retry(Duration::from_millis(2500)));
        assert_eq!(decide(&WRITE, 9, status(429), Some(17)), Decision::Retry(Duration::from_secs(17)));
        assert_eq!(decide(&WRITE, 10, status(429), Some(17)), Decision::Stop);
        assert_eq!(decide(&READ, 5, status(503), None), Decision::Stop);
    }

    #[test]
    fn own_delays_double_with_jitter_down_to_half() {
        let wait = |number, random| {
            let attempt =
                Attempt { operation: &READ, number, outcome: Outcome::Lost, retry_after: None, random };
            ExponentialBackoff { attempts: 99, ..ExponentialBackoff::default() }.decide(&attempt)
        };
        for (number, random, millis) in
            [(1, 0.0, 250), (1, 0.5, 375), (1, 1.0, 500), (2, 0.0, 500), (3, 1.0, 2_000), (98, 1.0, 60_000)]
        {
            assert_eq!(wait(number, random), Decision::Retry(Duration::from_millis(millis)));
        }
    }

    #[test]
    fn delay_of_server_gets_jitter() {
        let attempt = Attempt {
            operation: &READ,
            number: 1,
            outcome: status(429),
            retry_after: Some(Duration::from_secs(17)),
            random: 0.5,
        };
        assert_eq!(
            ExponentialBackoff::default().decide(&attempt),
            Decision::Retry(Duration::from_millis(17_500)),
            "half of a second"
        );
        assert_eq!(NeverRetry.decide(&attempt), Decision::Stop);
    }

    proptest! {
        #[test]
        fn delays_stay_within_bounds(number in 1_u32..10, random in any::<f64>(), asked in proptest::option::of(0_u64..1_000_000)) {
            let policy = ExponentialBackoff::default();
            let retry_after = asked.map(Duration::from_secs);
            let attempt = Attempt { operation: &READ, number, outcome: status(429), retry_after, random };
            let Decision::Retry(wait) = policy.decide(&attempt) else { panic!("429 is tried again") };
            match retry_after.filter(|wait| !wait.is_zero()) {
                Some(asked) => prop_assert!(wait >= asked && wait <= asked + Duration::from_secs(1)),
                None => prop_assert!(wait >= policy.initial_delay_when_limited / 2 && wait <= policy.max_delay),
            }
            prop_assert_eq!(policy.decide(&attempt), Decision::Retry(wait), "the same attempt gets the same decision");
        }
    }
}

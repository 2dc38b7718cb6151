//! Retry policies: whether to make another attempt.

use std::fmt::Debug;
use std::time::Duration;

use http::StatusCode;

use crate::operation::Operation;

/// Decides whether another attempt follows a failed one. When it follows is up to the
/// [`BackoffPolicy`](super::BackoffPolicy).
///
/// Pure: the same attempt always gets the same decision. Policies compose:
///
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::policy::{RetryPolicy, SafeRetry};
///
/// let policy = SafeRetry.with_attempt_limit(5).with_time_limit(Duration::from_secs(30));
/// ```
///
/// A policy of one's own, around another:
///
/// ```
/// use atlassian_admin_core::policy::{Attempt, RetryPolicy, SafeRetry};
///
/// /// Leaves the refusals of searches to the caller.
/// #[derive(Debug)]
/// struct ImpatientSearches;
///
/// impl RetryPolicy for ImpatientSearches {
///     fn should_retry(&self, attempt: &Attempt<'_>) -> bool {
///         attempt.operation.name != "search" && SafeRetry.should_retry(attempt)
///     }
/// }
/// ```
pub trait RetryPolicy: Debug + Send + Sync + 'static {
    /// Returns whether to make another attempt after this one.
    fn should_retry(&self, attempt: &Attempt<'_>) -> bool;

    /// The same policy with at most this number of attempts, the first one included.
    fn with_attempt_limit(self, max_attempts: u32) -> AttemptLimit<Self>
    where
        Self: Sized,
    {
        AttemptLimit { policy: self, max_attempts, max_attempts_when_limited: max_attempts }
    }

    /// The same policy, but no attempt begins later than this after the beginning of the call.
    ///
    /// Unlike [`Timeouts::total`](super::Timeouts::total), this stops no attempt that has begun.
    fn with_time_limit(self, limit: Duration) -> TimeLimit<Self>
    where
        Self: Sized,
    {
        TimeLimit { policy: self, limit }
    }
}

/// A failed attempt, as policies see it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The operation that was called.
    pub operation: &'a Operation,
    /// The number of the attempt, from 1.
    pub number: u32,
    /// The outcome of the attempt.
    pub outcome: Outcome,
    /// How long the server asked the client to wait.
    pub retry_after: Option<Duration>,
    /// The time since the beginning of the call.
    pub elapsed: Duration,
    /// How long the client would wait before the next attempt, as the backoff policy says. Zero
    /// when that policy is asked.
    pub delay: Duration,
    /// A random number in `0.0..1.0`, for jitter.
    pub random: f64,
}

impl<'a> Attempt<'a> {
    /// Creates an attempt, to test a policy: no time has passed, the server asked for nothing, and
    /// the random number is 0.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::operation;
    /// use atlassian_admin_core::policy::{Attempt, Outcome, RetryPolicy, SafeRetry};
    ///
    /// let create = operation("groups.create").expect("it is in the list");
    /// assert!(SafeRetry.should_retry(&Attempt::new(create, 1, Outcome::NotSent)));
    /// assert!(!SafeRetry.should_retry(&Attempt::new(create, 1, Outcome::NoResponse)));
    /// ```
    #[must_use]
    pub const fn new(operation: &'a Operation, number: u32, outcome: Outcome) -> Self {
        let (retry_after, elapsed, delay, random) = (None, Duration::ZERO, Duration::ZERO, 0.0);
        Self { operation, number, outcome, retry_after, elapsed, delay, random }
    }
}

/// The way in which an attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// A response with an unsuccessful status.
    Status(StatusCode),
    /// No response; the server certainly did not see the request.
    NotSent,
    /// No complete response; whether the server applied the request is unknown.
    NoResponse,
    /// No complete response within the time-out of an attempt. As [`Self::NoResponse`] otherwise.
    TimedOut,
    /// A response that would be the same again, such as one that is too large.
    Unretryable,
}

impl Outcome {
    /// Whether the server refused the request for too many of them (429).
    pub(super) fn is_limited(self) -> bool {
        self == Self::Status(StatusCode::TOO_MANY_REQUESTS)
    }
}

/// Retries where it is safe, without an end.
///
/// A refusal for too many requests (429) is retried for every operation, because the server did
/// not process the request; so is a request that was not sent. Server errors (408, 500, 502, 503,
/// 504, and 507 and above) and lost responses are retried only if the operation is idempotent.
///
/// A client's default is this with 5 attempts, or 10 after refusals with 429:
///
/// ```
/// use atlassian_admin_core::policy::{AttemptLimit, RetryPolicy, SafeRetry};
///
/// assert_eq!(AttemptLimit::default(), SafeRetry.with_attempt_limit(5).when_limited(10));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SafeRetry;

impl RetryPolicy for SafeRetry {
    fn should_retry(&self, attempt: &Attempt<'_>) -> bool {
        let safe = attempt.operation.idempotent;
        match attempt.outcome {
            Outcome::NotSent => true,
            outcome if outcome.is_limited() => true,
            Outcome::Status(status) => safe && is_retryable_status(status),
            Outcome::NoResponse | Outcome::TimedOut => safe,
            Outcome::Unretryable => false,
        }
    }
}

/// 501 and 505 are permanent.
fn is_retryable_status(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 500 | 502 | 503 | 504 | 507..)
}

/// A policy with a limited number of attempts: [`RetryPolicy::with_attempt_limit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptLimit<P> {
    policy: P,
    max_attempts: u32,
    max_attempts_when_limited: u32,
}

impl<P> AttemptLimit<P> {
    /// The same with another number of attempts after refusals for too many requests (429), which
    /// do no harm and pass with time.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::policy::{RetryPolicy, SafeRetry};
    ///
    /// let patient = SafeRetry.with_attempt_limit(3).when_limited(20);
    /// ```
    #[must_use]
    pub fn when_limited(self, max_attempts: u32) -> Self {
        Self { max_attempts_when_limited: max_attempts, ..self }
    }
}

/// The default of a client: [`SafeRetry`] with 5 attempts, or 10 after refusals with 429.
impl Default for AttemptLimit<SafeRetry> {
    fn default() -> Self {
        SafeRetry.with_attempt_limit(5).when_limited(10)
    }
}

impl<P: RetryPolicy> RetryPolicy for AttemptLimit<P> {
    fn should_retry(&self, attempt: &Attempt<'_>) -> bool {
        let limited = attempt.outcome.is_limited();
        let limit = if limited { self.max_attempts_when_limited } else { self.max_attempts };
        attempt.number < limit && self.policy.should_retry(attempt)
    }
}

/// A policy with a limited time: [`RetryPolicy::with_time_limit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLimit<P> {
    policy: P,
    limit: Duration,
}

impl<P: RetryPolicy> RetryPolicy for TimeLimit<P> {
    fn should_retry(&self, attempt: &Attempt<'_>) -> bool {
        attempt.elapsed.saturating_add(attempt.delay) <= self.limit && self.policy.should_retry(attempt)
    }
}

/// A policy that never retries.
///
/// # Examples
/// ```
/// use atlassian_admin_core::operation;
/// use atlassian_admin_core::policy::{Attempt, NeverRetry, Outcome, RetryPolicy};
///
/// let list = operation("orgs.list").expect("it is in the list");
/// assert!(!NeverRetry.should_retry(&Attempt::new(list, 1, Outcome::NotSent)));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NeverRetry;

impl RetryPolicy for NeverRetry {
    fn should_retry(&self, _: &Attempt<'_>) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Method;

    const READ: Operation = Operation::new(Method::Get, "read", "test", "read", "/read");
    const WRITE: Operation = Operation::new(Method::Post, "write", "test", "write", "/write");

    fn retries(operation: &Operation, number: u32, outcome: Outcome) -> bool {
        AttemptLimit::default().should_retry(&Attempt::new(operation, number, outcome))
    }

    fn status(status: u16) -> Outcome {
        Outcome::Status(StatusCode::from_u16(status).unwrap())
    }

    #[test]
    fn write_is_retried_only_when_it_was_not_applied() {
        for (outcome, read, write) in [
            (Outcome::NotSent, true, true),
            (Outcome::NoResponse, true, false),
            (Outcome::TimedOut, true, false),
            (status(429), true, true),
            (status(500), true, false),
            (status(502), true, false),
            (status(503), true, false),
            (status(504), true, false),
            (status(507), true, false),
            (status(408), true, false),
            (status(501), false, false),
            (status(505), false, false),
            (status(400), false, false),
            (status(302), false, false),
            (Outcome::Unretryable, false, false),
        ] {
            assert_eq!(retries(&READ, 1, outcome), read, "{outcome:?}");
            assert_eq!(retries(&WRITE, 1, outcome), write, "{outcome:?}");
            assert!(!NeverRetry.should_retry(&Attempt::new(&READ, 1, outcome)));
        }
    }

    #[test]
    fn default_makes_5_attempts_and_10_when_limited() {
        assert!(retries(&READ, 4, status(503)));
        assert!(!retries(&READ, 5, status(503)));
        assert!(retries(&WRITE, 9, status(429)));
        assert!(!retries(&WRITE, 10, status(429)));
    }

    #[test]
    fn attempt_limit_holds_for_every_outcome_unless_another_is_given_for_429() {
        let three = SafeRetry.with_attempt_limit(3);
        for outcome in [status(429), status(503), Outcome::NotSent] {
            assert!(three.should_retry(&Attempt::new(&READ, 2, outcome)), "{outcome:?}");
            assert!(!three.should_retry(&Attempt::new(&READ, 3, outcome)), "{outcome:?}");
            assert!(SafeRetry.should_retry(&Attempt::new(&READ, u32::MAX, outcome)), "{outcome:?}");
        }
        let four = three.when_limited(4);
        assert!(four.should_retry(&Attempt::new(&READ, 3, status(429))));
        assert!(!four.should_retry(&Attempt::new(&READ, 3, status(503))));
    }

    #[test]
    fn time_limit_counts_the_delay_before_the_next_attempt() {
        let policy = SafeRetry.with_time_limit(Duration::from_secs(10));
        let at = |elapsed, delay| {
            let attempt = Attempt::new(&READ, 1, Outcome::NoResponse);
            let (elapsed, delay) = (Duration::from_secs(elapsed), Duration::from_secs(delay));
            policy.should_retry(&Attempt { elapsed, delay, ..attempt })
        };
        assert!(at(0, 10) && at(10, 0) && at(4, 6));
        assert!(!at(4, 7) && !at(11, 0) && !at(u64::MAX, 1));
        let refused = Attempt::new(&READ, 1, status(400));
        assert!(!policy.should_retry(&refused), "the policy within decides as well");
    }
}

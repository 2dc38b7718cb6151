//! Policies: when to wait, when to retry, when to time out. They do no I/O and are independent of
//! the backend, so all hosts behave alike.

mod backoff;
mod rate_limiter;
mod retry;
mod timeout;

pub use backoff::{BackoffPolicy, ExponentialBackoff};
pub(crate) use rate_limiter::POLL_INTERVAL;
pub use rate_limiter::{
    CredentialId, LimitKey, LimitUpdate, Permit, RateLimiter, Reservation, SlidingWindow, Unlimited,
};
pub use retry::{Attempt, AttemptLimit, NeverRetry, Outcome, RetryPolicy, SafeRetry, TimeLimit};
pub use timeout::Timeouts;

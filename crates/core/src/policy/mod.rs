//! When to wait, when to try again, when to give up: decisions without I/O, taken above every backend, so that all hosts
//! behave alike.

mod rate_limit;
mod retry;
mod timeout;

pub(crate) use rate_limit::LOOK_AGAIN;
pub use rate_limit::{CredentialId, LimitKey, LimitUpdate, Place, RateGate, SharedGate, Ticket, Unlimited};
pub use retry::{Attempt, Backoff, Decision, NoRetry, Outcome, RetryPolicy};
pub use timeout::Timeouts;

//! When to wait, when to try again, when to give up: decisions without I/O, taken above every backend, so that all hosts
//! behave alike.

mod rate_limit;
mod retry;
mod server_wait;
mod timeout;

pub(crate) use rate_limit::LOOK_AGAIN;
pub use rate_limit::{CredentialId, LimitKey, LimitUpdate, Place, RateGate, SharedGate, Ticket, Unlimited};
pub use retry::{Attempt, Backoff, Decision, NoRetry, Outcome, RetryPolicy};
pub(crate) use server_wait::rate_limit_remaining;
pub use server_wait::{server_date, server_wait};
pub use timeout::Timeouts;

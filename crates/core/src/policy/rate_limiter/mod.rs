//! Rate limiters: they delay requests so that the server does not refuse them.

mod sliding_window;

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use crate::auth::{KeySource, Secret};
use crate::operation::Limit;

pub(crate) use sliding_window::POLL_INTERVAL;
pub use sliding_window::SlidingWindow;

/// The key of a limit. Requests with the same key are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LimitKey {
    /// The API key.
    pub credential: CredentialId,
    /// The organization, if the operation names one.
    pub organization: Option<String>,
    /// The operations that share the limit.
    pub family: &'static str,
}

/// Identifies an API key without containing it. Two clients with the same key have the same
/// identifier, and so have two with clones of a key that a provider returns, whatever it returns.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CredentialId(u64);

impl CredentialId {
    /// Returns the identifier of a key, or of a client without a key.
    #[must_use]
    pub fn of(key: Option<&Secret>) -> Self {
        let mut hasher = DefaultHasher::new();
        key.map(Secret::expose).hash(&mut hasher);
        Self(hasher.finish())
    }

    pub(crate) fn of_source(key: &KeySource) -> Self {
        match key {
            KeySource::Gateway => Self::of(None),
            KeySource::Fixed(secret) => Self::of(Some(secret)),
            // A rotated key continues under the limit of its predecessor.
            KeySource::Provider(provider) => Self(Arc::as_ptr(provider).addr() as u64),
        }
    }
}

/// The hash is not printed, because it would help to guess the key.
impl Debug for CredentialId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CredentialId(…)")
    }
}

/// Admits requests at the rate that the server allows.
///
/// Clones of a client share one rate limiter; several clients may be given the same.
pub trait RateLimiter: Debug + Send + Sync + 'static {
    /// Reserves the next place in the queue. `now` is the monotonic time of a
    /// [`Runtime`](crate::Runtime).
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, now: Duration) -> Permit;

    /// Records what a response reports about the limit.
    fn record(&self, key: &LimitKey, update: &LimitUpdate, now: Duration);
}

/// What a response reports about its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitUpdate {
    /// The status of the response.
    pub status: StatusCode,
    /// The number of requests left in this period.
    pub remaining: Option<u64>,
    /// The time until the next period, or until the server accepts requests again.
    pub wait: Option<Duration>,
}

/// A place in the queue of a rate limiter.
pub trait Reservation: Debug + Send {
    /// Returns the time until the request may be sent. The wait grows if the server closes the
    /// limit, and shrinks if a request ahead is cancelled; a client polls every five seconds. A
    /// rate limiter may skip reservations that are not polled.
    fn wait(&self, now: Duration) -> Duration;

    /// Consumes the reservation: the request is sent.
    fn consume(&self, now: Duration);

    /// Cancels the reservation, so that the requests after it move up.
    fn cancel(&self);
}

/// The permission to send a request at a certain time. Dropping an unused permit cancels its
/// reservation.
#[derive(Debug)]
pub struct Permit(Option<Box<dyn Reservation>>);

impl Permit {
    /// Creates a permit for a reservation.
    #[must_use]
    pub fn new(reservation: impl Reservation + 'static) -> Self {
        Self(Some(Box::new(reservation)))
    }

    /// Creates a permit that is valid at once, without a reservation.
    #[must_use]
    pub const fn free() -> Self {
        Self(None)
    }

    /// Returns the time until the request may be sent.
    #[must_use]
    pub fn wait(&self, now: Duration) -> Duration {
        self.0.as_ref().map_or(Duration::ZERO, |reservation| reservation.wait(now))
    }

    /// Consumes the permit: the request is sent.
    pub fn consume(mut self, now: Duration) {
        if let Some(reservation) = self.0.take() {
            reservation.consume(now);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(reservation) = self.0.take() {
            reservation.cancel();
        }
    }
}

/// A rate limiter that admits every request at once. The retry policy sends refused requests
/// again.
///
/// # Examples
/// ```
/// use atlassian_admin_core::policy::Unlimited;
/// use atlassian_admin_core::{BuildError, Client, ClientBuilder};
///
/// fn build(builder: ClientBuilder) -> Result<Client, BuildError> {
///     builder.rate_limiter(Unlimited).build()
/// }
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Unlimited;

impl RateLimiter for Unlimited {
    fn acquire(&self, _: &LimitKey, _: Option<Limit>, _: Duration) -> Permit {
        Permit::free()
    }

    fn record(&self, _: &LimitKey, _: &LimitUpdate, _: Duration) {}
}

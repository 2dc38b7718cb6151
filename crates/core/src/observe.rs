//! What a client does while its caller waits: for logs, metrics and progress.

use std::fmt::Debug;
use std::time::Duration;

use http::StatusCode;

use crate::operation::Operation;

/// Receives what happens during requests. Runs on the request path: do not block.
///
/// ```
/// use atlassian_admin_core::observe::{Notice, Observer};
///
/// #[derive(Debug)]
/// struct Log;
///
/// impl Observer for Log {
///     fn notice(&self, notice: &Notice<'_>) {
///         eprintln!("{notice:?}");
///     }
/// }
/// ```
pub trait Observer: Debug + Send + Sync + 'static {
    /// Something happens. It holds neither keys nor personal data.
    fn notice(&self, notice: &Notice<'_>);
}

/// Something that happens in a call.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Notice<'a> {
    /// A response arrived.
    Answered {
        /// The operation.
        operation: &'a Operation,
        /// The attempt that it belongs to, from 1.
        attempt: u32,
        /// Its status.
        status: StatusCode,
        /// The number of requests that the rate limit leaves, if the response reports it.
        remaining: Option<u64>,
    },
    /// The call waits before it goes on.
    Waiting {
        /// The operation.
        operation: &'a Operation,
        /// How long.
        wait: Duration,
        /// What for.
        cause: WaitCause,
    },
}

/// What a call waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitCause {
    /// Its place under the rate limit.
    RateLimit,
    /// The moment to try again after a failure.
    Retry,
}

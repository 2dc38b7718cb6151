//! What a client does while its caller waits: for logs, metrics and progress.

use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::StatusCode;

use crate::error::ErrorKind;
use crate::operation::Operation;

/// Receives what happens during requests. Runs on the request path: do not block.
///
/// ```
/// use atlassian_admin_core::observe::{Observer, RequestEvent, RequestEventKind};
///
/// #[derive(Debug)]
/// struct Log;
///
/// impl Observer for Log {
///     fn on_event(&self, event: &RequestEvent<'_>) {
///         let (call, name) = (event.call, event.name());
///         match event.kind {
///             RequestEventKind::Answered { status, duration, .. } => {
///                 eprintln!("call {call}: {name}: {status} after {duration:?}");
///             }
///             RequestEventKind::Failed { reason, .. } => {
///                 eprintln!("call {call}: {name}: {reason}");
///             }
///             RequestEventKind::Waiting { wait, reason, .. } => {
///                 eprintln!("call {call}: {name}: waits {wait:?}: {reason}");
///             }
///             _ => {}
///         }
///     }
/// }
/// ```
pub trait Observer: Debug + Send + Sync + 'static {
    /// Something happens. It holds neither keys nor personal data.
    fn on_event(&self, event: &RequestEvent<'_>);
}

/// Something that happens in a call.
///
/// A call sends its request once or several times. Each attempt is `Sent`, and then `Answered` or
/// `Failed`; before an attempt the call may be `Waiting`. Each call ends as `Finished`.
///
/// # Examples
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use atlassian_admin_core::observe::{Observer, RequestEvent, RequestEventKind};
///
/// /// Counts the requests that are sent a second time or later.
/// #[derive(Debug, Default)]
/// struct Repeats(AtomicU64);
///
/// impl Observer for Repeats {
///     fn on_event(&self, event: &RequestEvent<'_>) {
///         if event.attempt > 1 && event.kind == RequestEventKind::Sent {
///             self.0.fetch_add(1, Ordering::Relaxed);
///         }
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct RequestEvent<'a> {
    /// The number of the call, which no other call in this process has.
    pub call: u64,
    /// The operation. Of a raw request, it is one that is in no list, with an empty path.
    pub operation: &'a Operation,
    /// The path template of a raw request; `None` for the call of an operation.
    pub template: Option<&'a str>,
    /// The attempt that it belongs to, from 1; of a wait, the attempt that follows. Of `Finished`,
    /// the number of attempts.
    pub attempt: u32,
    /// What happens.
    pub kind: RequestEventKind<'a>,
}

impl RequestEvent<'_> {
    /// The name of what is called: that of the operation, such as `users.search`, or the method and
    /// path template of a raw request, such as `GET /admin/v2/orgs/{orgId}/new-thing`.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::observe::{Observer, RequestEvent};
    ///
    /// #[derive(Debug)]
    /// struct Log;
    ///
    /// impl Observer for Log {
    ///     fn on_event(&self, event: &RequestEvent<'_>) {
    ///         eprintln!("call {}: {}: {:?}", event.call, event.name(), event.kind);
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn name(&self) -> String {
        self.operation.title(self.template)
    }
}

/// What happens in a call.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::observe::RequestEventKind;
///
/// /// The duration in an event, for a metric.
/// fn duration(kind: RequestEventKind<'_>) -> Option<Duration> {
///     match kind {
///         RequestEventKind::Answered { duration, .. } => Some(duration),
///         RequestEventKind::Failed { duration, .. } => Some(duration),
///         RequestEventKind::Waiting { wait, .. } => Some(wait),
///         RequestEventKind::Finished { duration, .. } => Some(duration),
///         _ => None,
///     }
/// }
/// assert_eq!(duration(RequestEventKind::Sent), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum RequestEventKind<'a> {
    /// The request is handed to the backend.
    Sent,
    /// A response arrived, whatever its status.
    #[non_exhaustive]
    Answered {
        /// Its status.
        status: StatusCode,
        /// The time since the attempt began.
        duration: Duration,
        /// The number of requests that the rate limit leaves, if the response reports it.
        remaining: Option<u64>,
        /// The trace identifier of the response, which Atlassian's support asks for.
        trace_id: Option<&'a str>,
    },
    /// An attempt ended without a response that the client can use. Unsuccessful statuses are
    /// `Answered`.
    #[non_exhaustive]
    Failed {
        /// Why.
        reason: Reason,
        /// The time since the attempt began.
        duration: Duration,
    },
    /// The call waits before its next attempt.
    #[non_exhaustive]
    Waiting {
        /// How long.
        wait: Duration,
        /// Why: [`Reason::RateLimit`] before a permit of the rate limiter, or else what the last
        /// attempt failed of.
        reason: Reason,
    },
    /// The call ended. No other event of it follows.
    #[non_exhaustive]
    Finished {
        /// How.
        result: CallResult,
        /// The time since the call began.
        duration: Duration,
    },
}

/// Why a call waits, or an attempt failed.
///
/// # Examples
/// ```
/// use atlassian_admin_core::http::StatusCode;
/// use atlassian_admin_core::observe::Reason;
///
/// assert_eq!(Reason::Status(StatusCode::SERVICE_UNAVAILABLE).to_string(), "HTTP 503");
/// assert_eq!(Reason::Timeout.to_string(), "timed out");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The client keeps the rate limit.
    RateLimit,
    /// The server answered with this status.
    Status(StatusCode),
    /// No complete response arrived in time.
    Timeout,
    /// The request could not be sent.
    NotSent,
    /// The connection was lost before the response was complete, or the response was truncated.
    Reset,
    /// The response cannot be used, and would be the same again: it is too large, or it is not
    /// what the operation returns.
    Unusable,
    /// The request had no key.
    NoKey,
}

/// In a few words, such as `HTTP 503` or `timed out`.
impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::RateLimit => "rate limit",
            Self::Status(status) => return write!(f, "HTTP {}", status.as_u16()),
            Self::Timeout => "timed out",
            Self::NotSent => "not sent",
            Self::Reset => "connection lost",
            Self::Unusable => "unusable response",
            Self::NoKey => "no key",
        })
    }
}

/// Returns the number of the next call.
pub(crate) fn next_call() -> u64 {
    static CALLS: AtomicU64 = AtomicU64::new(1);
    CALLS.fetch_add(1, Ordering::Relaxed)
}

/// How a call ended.
///
/// # Examples
/// ```
/// use atlassian_admin_core::observe::CallResult;
///
/// /// The label of a metric.
/// fn label(result: CallResult) -> &'static str {
///     match result {
///         CallResult::Succeeded => "succeeded",
///         CallResult::Failed(kind) => kind.name(),
///         _ => "cancelled",
///     }
/// }
/// assert_eq!(label(CallResult::Cancelled), "cancelled");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallResult {
    /// With the result of the operation.
    Succeeded,
    /// With an error of this kind.
    Failed(ErrorKind),
    /// The caller dropped it.
    Cancelled,
}

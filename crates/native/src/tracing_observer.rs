//! Writes what a client does as spans and events of `tracing`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use atlassian_admin_core::observe::{CallResult, Observer, RequestEvent, RequestEventKind};
use tracing::{Span, debug, debug_span, info, warn};

/// The target of all spans and events, for filters.
const TARGET: &str = "atlassian_admin";

/// Writes each call as a span of [`tracing`], and what happens in it as events. Behind the feature
/// `tracing`.
///
/// The target is `atlassian_admin`. The span `call` (level debug) has the fields `call` (a number)
/// and `operation` ([`RequestEvent::name`], such as `users.search`); it begins with the first event
/// of the call, in the span of the caller, and ends with the call. Sent requests, responses and
/// ends are events of level debug; waits of level info; failed attempts and failed calls of level
/// warn. Nothing that is written holds the key or an argument.
///
/// # Examples
/// ```
/// use atlassian_admin::auth::OrganizationKey;
/// use atlassian_admin::TracingObserver;
///
/// # fn main() -> Result<(), atlassian_admin::BuildError> {
/// let key = OrganizationKey::new("the-key")?;
/// let client = atlassian_admin::client(key).observer(TracingObserver::new()).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct TracingObserver {
    /// The span of each call that has not ended. Each call ends, even if it is dropped.
    spans: Mutex<BTreeMap<u64, Span>>,
}

impl TracingObserver {
    /// Creates an observer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the span of the call, which begins with its first event and ends with its last.
    fn span(&self, event: &RequestEvent<'_>) -> Span {
        let mut spans = self.spans.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(event.kind, RequestEventKind::Finished { .. })
            && let Some(span) = spans.remove(&event.call)
        {
            return span;
        }
        let span = spans.entry(event.call).or_insert_with(
            || debug_span!(target: TARGET, "call", call = event.call, operation = event.name()),
        );
        span.clone()
    }
}

impl Observer for TracingObserver {
    fn on_event(&self, event: &RequestEvent<'_>) {
        let span = self.span(event);
        let _entered = span.enter();
        let attempt = event.attempt;
        match event.kind {
            RequestEventKind::Sent => debug!(target: TARGET, attempt, "request sent"),
            RequestEventKind::Answered { status, duration, remaining, trace_id, .. } => {
                let (status, duration_ms) = (status.as_u16(), duration.as_millis() as u64);
                debug!(target: TARGET, attempt, status, duration_ms, remaining, trace_id, "response received");
            }
            RequestEventKind::Failed { reason, duration, .. } => {
                let duration_ms = duration.as_millis() as u64;
                warn!(target: TARGET, attempt, %reason, duration_ms, "attempt failed");
            }
            RequestEventKind::Waiting { wait, reason, .. } => {
                let wait_ms = wait.as_millis() as u64;
                info!(target: TARGET, attempt, %reason, wait_ms, "waiting");
            }
            RequestEventKind::Finished { result, duration, .. } => {
                let (attempts, duration_ms) = (attempt, duration.as_millis() as u64);
                match result {
                    CallResult::Failed(kind) => {
                        warn!(target: TARGET, attempts, duration_ms, error = kind.name(), "call failed");
                    }
                    CallResult::Cancelled => debug!(target: TARGET, attempts, duration_ms, "call cancelled"),
                    _ => debug!(target: TARGET, attempts, duration_ms, "call finished"),
                }
            }
            _ => {}
        }
    }
}

//! Reports on standard error what a command waits for, if the wait is long.

use std::time::Duration;

use atlassian_admin::observe::{Observer, Reason, RequestEvent, RequestEventKind};
use atlassian_admin::operation::Operation;

use crate::stderr;

/// Shorter waits are not reported.
const LONG: Duration = Duration::from_secs(3);

/// Observes the client's waits, unless `--quiet` is given.
#[derive(Debug)]
pub(crate) struct Waits {
    pub(crate) quiet: bool,
}

impl Observer for Waits {
    fn on_event(&self, event: &RequestEvent<'_>) {
        if let RequestEventKind::Waiting { wait, reason, .. } = event.kind
            && let Some(text) = text(event.operation, wait, reason).filter(|_| !self.quiet)
        {
            stderr::print(&text);
        }
    }
}

fn text(operation: &Operation, wait: Duration, reason: Reason) -> Option<String> {
    if wait < LONG {
        return None;
    }
    let name = operation.dotted();
    let seconds = wait.as_secs_f64().ceil();
    Some(match (reason, operation.limit) {
        (Reason::RateLimit, Some(limit)) => {
            format!(
                "waiting {seconds} s for the rate limit of {name} ({} requests a minute)",
                limit.per_minute
            )
        }
        (Reason::RateLimit, None) => format!("waiting {seconds} s, as the server asks of {name}"),
        _ => format!("waiting {seconds} s to try {name} again"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::operation;

    #[test]
    fn waits_reports_only_long_waits() {
        let waiting =
            |id, millis, reason| text(operation(id).unwrap(), Duration::from_millis(millis), reason);
        assert_eq!(
            waiting("getEvents", 46_500, Reason::RateLimit).as_deref(),
            Some("waiting 47 s for the rate limit of events.query (10 requests a minute)")
        );
        assert_eq!(
            waiting("getUsers", 5_000, Reason::RateLimit).as_deref(),
            Some("waiting 5 s, as the server asks of accounts.list")
        );
        assert_eq!(
            waiting("getUsers", 5_000, Reason::Timeout).as_deref(),
            Some("waiting 5 s to try accounts.list again")
        );
        assert_eq!(waiting("getEvents", 2_999, Reason::RateLimit), None);
    }
}

//! Reports on standard error what a command waits for, if the wait is long.

use std::time::Duration;

use atlassian_admin::observe::{Notice, Observer, WaitCause};

use crate::stderr;

/// Shorter waits are not reported.
const LONG: Duration = Duration::from_secs(3);

/// Observes the client's waits, unless `--quiet` is given.
#[derive(Debug)]
pub(crate) struct Waits {
    pub(crate) quiet: bool,
}

impl Observer for Waits {
    fn notice(&self, notice: &Notice<'_>) {
        if let Some(text) = text(notice).filter(|_| !self.quiet) {
            stderr::print(&text);
        }
    }
}

fn text(notice: &Notice<'_>) -> Option<String> {
    let Notice::Waiting { operation, wait, cause } = *notice else { return None };
    if wait < LONG {
        return None;
    }
    let name = operation.dotted();
    let seconds = wait.as_secs_f64().ceil();
    Some(match (cause, operation.limit) {
        (WaitCause::RateLimit, Some(limit)) => {
            format!(
                "waiting {seconds} s for the rate limit of {name} ({} requests a minute)",
                limit.per_minute
            )
        }
        (WaitCause::RateLimit, None) => format!("waiting {seconds} s, as the server asks of {name}"),
        _ => format!("waiting {seconds} s to try {name} again"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::operation;

    #[test]
    fn waits_reports_only_long_waits() {
        let waiting = |id, millis, cause| {
            let operation = operation(id).unwrap();
            text(&Notice::Waiting { operation, wait: Duration::from_millis(millis), cause })
        };
        assert_eq!(
            waiting("getEvents", 46_500, WaitCause::RateLimit).as_deref(),
            Some("waiting 47 s for the rate limit of events.query (10 requests a minute)")
        );
        assert_eq!(
            waiting("getUsers", 5_000, WaitCause::RateLimit).as_deref(),
            Some("waiting 5 s, as the server asks of accounts.list")
        );
        assert_eq!(
            waiting("getUsers", 5_000, WaitCause::Retry).as_deref(),
            Some("waiting 5 s to try accounts.list again")
        );
        assert_eq!(waiting("getEvents", 2_999, WaitCause::RateLimit), None);
    }
}

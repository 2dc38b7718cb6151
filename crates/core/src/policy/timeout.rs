//! Time-outs of attempts and calls.

use std::time::Duration;

/// Time-outs. `None` means no time-out.
///
/// The time-out of a connection is an option of the backend.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::policy::Timeouts;
///
/// let hasty = Timeouts { total: Some(Duration::from_secs(5)), ..Timeouts::default() };
/// assert_eq!(hasty.attempt, Some(Duration::from_secs(60)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For one attempt, from the connection to the last byte of the body. Default: one minute.
    pub attempt: Option<Duration>,
    /// For a whole call with its waits and retries. Default: ten minutes, since the lowest
    /// documented limit is ten requests a minute, so consecutive calls can wait for minutes.
    pub total: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { attempt: Some(Duration::from_secs(60)), total: Some(Duration::from_secs(600)) }
    }
}

//! How long to wait for an answer.

use std::time::Duration;

/// How long to wait. `None` waits for ever.
///
/// The time to connect is the backend's: see its own settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For one attempt, from the connection to the last byte of the body. One minute unless set.
    pub attempt: Option<Duration>,
    /// For a whole call, with its waits and further attempts. Ten minutes unless set: the slowest documented limit is ten requests a
    /// minute, so some calls in a row wait for minutes.
    pub call: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { attempt: Some(Duration::from_secs(60)), call: Some(Duration::from_secs(600)) }
    }
}

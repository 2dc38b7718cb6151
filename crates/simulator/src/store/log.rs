//! The part of the audit log that tells what requests have changed.

use super::Change;

/// The changes, the earliest first.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// Each with its time, in milliseconds since 1970.
    written: Vec<(i64, Change)>,
}

impl Log {
    /// Writes down a change.
    pub(crate) fn record(&mut self, now: i64, change: Change) {
        self.written.push((now, change));
    }
}

//! The part of the audit log that holds the changes by requests.
//!
//! The other part follows from the seed and is never stored: see [`Timeline`]. Both are one
//! sequence, in which every event has a position. Cursors are positions, so no event may be
//! inserted before one that was read already; that is why a change is processed after everything
//! that can have been read, and its position never moves.

use crate::organization::Change;
use crate::organization::audit_log::Timeline;

/// The changes, the earliest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Log {
    timeline: Timeline,
    written: Vec<Written>,
}

/// A change in the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The number of changes before it.
    pub(crate) number: u64,
    /// When it was made, in milliseconds since 1970.
    pub(crate) time: i64,
    /// When the log took it in: each change at a later millisecond than the one before.
    pub(crate) processed_at: i64,
    /// The number of events before it.
    pub(crate) position: u64,
    pub(crate) change: Change,
}

/// The event at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry<'a> {
    /// The event of this index of the timeline.
    Drawn(u64),
    /// A change.
    Written(&'a Written),
}

impl Log {
    /// The log of an organization in which all else happens by this timeline.
    pub(crate) fn new(timeline: Timeline) -> Self {
        Self { timeline, written: Vec::new() }
    }

    /// Writes down a change.
    pub(crate) fn record(&mut self, now: i64, change: Change) {
        let next = self.written.last().map_or(now, |last| last.processed_at.saturating_add(1));
        let processed_at = now.max(next);
        // Of the same millisecond, the timeline's event may have been read already.
        let number = self.written.len() as u64;
        let position = self.timeline.count_at(processed_at).saturating_add(number);
        self.written.push(Written { number, time: now, processed_at, position, change });
    }

    /// Up to when events are processed: several changes at one moment are a moment ahead of the
    /// clock.
    pub(crate) fn now(&self, clock: i64) -> i64 {
        self.written.last().map_or(clock, |last| clock.max(last.processed_at))
    }

    /// How many events are processed at `time`.
    pub(crate) fn count_at(&self, time: i64) -> u64 {
        let written = self.written.partition_point(|written| written.processed_at <= time);
        self.timeline.count_at(time).saturating_add(written as u64)
    }

    /// The event at a position, whether or not it is processed yet.
    pub(crate) fn entry(&self, position: u64) -> Entry<'_> {
        let before = self.written.partition_point(|written| written.position < position);
        match self.written.get(before) {
            Some(written) if written.position == position => Entry::Written(written),
            _ => Entry::Drawn(position.saturating_sub(before as u64)),
        }
    }

    /// The position of the timeline's event of this index.
    pub(crate) fn position_of_drawn(&self, index: u64) -> u64 {
        let drawn_before = |written: &Written| written.position.saturating_sub(written.number);
        let before = self.written.partition_point(|written| drawn_before(written) <= index);
        index.saturating_add(before as u64)
    }

    /// The changes, the earliest first.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &Change> {
        self.written.iter().map(|written| &written.change)
    }

    /// The change of this number.
    pub(crate) fn written(&self, number: u64) -> Option<&Written> {
        self.written.get(usize::try_from(number).ok()?)
    }
}

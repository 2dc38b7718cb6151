//! The audit log: what follows from the seed, and in it what requests have changed, as one
//! sequence in the order of processing.

mod actions;
mod change;
mod event;
mod facts;
mod log;
mod places;
pub(crate) mod routes;
pub(crate) mod search;
pub(crate) mod stream;
mod timeline;

pub(crate) use actions::*;
pub(crate) use change::*;
pub(crate) use facts::*;
pub(crate) use log::*;
pub(crate) use places::*;
pub(crate) use timeline::*;

use atlassian_admin_core::model::Event;

use crate::fault::{Arguments, is_late};
use crate::organization::World;

/// The log as it can be read at one moment. Events are named by their positions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AuditLog<'a> {
    world: &'a World,
    log: &'a Log,
    late: &'a [Arguments],
    /// Up to when events are processed, in milliseconds since 1970.
    now: i64,
}

impl<'a> AuditLog<'a> {
    pub(crate) fn new(world: &'a World, log: &'a Log, late: &'a [Arguments], clock: i64) -> Self {
        Self { world, log, late, now: log.now(clock) }
    }

    /// How many events are processed by `time`, or by now where that is earlier.
    pub(crate) fn count_at(&self, time: i64) -> u64 {
        self.log.count_at(time.min(self.now))
    }

    /// The position of the first event at `time` or after it.
    pub(crate) fn first_from(&self, time: i64) -> u64 {
        self.log.count_at(time.saturating_sub(1))
    }

    pub(crate) fn processed_at(&self, position: u64) -> i64 {
        match self.log.entry(position) {
            Entry::Drawn(index) => self.world.timeline.processed_at(index),
            Entry::Written(written) => written.processed_at,
        }
    }

    /// Whether a processed event can be seen already.
    pub(crate) fn is_visible(&self, position: u64) -> bool {
        self.late.is_empty() || !is_late(self.late, position, self.processed_at(position), self.now)
    }

    pub(crate) fn facts(&self, position: u64) -> Facts<'a> {
        match self.log.entry(position) {
            Entry::Drawn(index) => self.world.facts(index),
            Entry::Written(written) => self.world.written_facts(written),
        }
    }

    pub(crate) fn id(&self, position: u64) -> String {
        self.world.event_ids.to_uuid(self.facts(position).number)
    }

    /// An event as `events-stream` has it.
    pub(crate) fn event(&self, position: u64) -> Event {
        self.world.write_event(&self.facts(position))
    }

    /// An event as every listing but `events-stream` has it: without the time of its processing.
    pub(crate) fn event_without_processing(&self, position: u64) -> Event {
        let mut event = self.event(position);
        if let Some(attributes) = &mut event.attributes {
            attributes.processed_at = None;
        }
        event
    }

    /// The position of the visible event with this identifier.
    pub(crate) fn find(&self, id: &str) -> Option<u64> {
        let number = self.world.event_ids.index_of_uuid(id)?;
        let position = match number.checked_sub(facts::WRITTEN) {
            Some(change) => self.log.written(change)?.position,
            None => self.log.position_of_drawn(number),
        };
        (position < self.log.count_at(self.now) && self.is_visible(position)).then_some(position)
    }
}

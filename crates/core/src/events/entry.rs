//! The properties of an event that the feed needs, in the host's own representation.

use super::head::EventHead;
use crate::json::Raw;
use crate::model::{Event, EventId};
use crate::time::Timestamp;

/// An event as a host holds it: its JSON text, or a JavaScript value.
pub trait FeedEntry {
    /// The properties that the feed needs.
    fn header(&self) -> EventHeader;
}

/// The identifier and the processing time of an event, if it has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "hosts create it")]
pub struct EventHeader {
    /// The identifier by which the feed deduplicates.
    pub id: Option<EventId>,
    /// The time by which the stream is sorted.
    pub processed_at: Option<Timestamp>,
}

impl FeedEntry for Raw<Event> {
    fn header(&self) -> EventHeader {
        let head = EventHead::read(self.json());
        EventHeader { id: head.id(), processed_at: head.processed_at() }
    }
}

//! The properties of an event that the feed needs, in whatever form the host has it.

use super::head::Head;
use crate::json::Raw;
use crate::model::{Event, EventId};
use crate::time::Timestamp;

/// An event as a host holds it: its JSON text, or a value of JavaScript's.
pub trait FeedEntry {
    /// The properties that the feed needs.
    fn header(&self) -> EventHeader;
}

/// The identifier and the processing time of an event, as far as it has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "hosts create it")]
pub struct EventHeader {
    /// What the feed deduplicates by.
    pub id: Option<EventId>,
    /// What the stream is sorted by.
    pub processed_at: Option<Timestamp>,
}

impl FeedEntry for Raw<Event> {
    fn header(&self) -> EventHeader {
        let head = Head::read(self.json());
        EventHeader { id: head.id(), processed_at: head.processed_at() }
    }
}

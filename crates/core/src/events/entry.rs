//! An event in the host's own representation.

use super::header::EventHeader;
use crate::json::Raw;
use crate::model::Event;

/// An event as a host represents it: its JSON text, or a JavaScript value.
pub trait FeedEntry {
    /// The properties that the feed needs.
    fn header(&self) -> EventHeader;
}

impl FeedEntry for Raw<Event> {
    fn header(&self) -> EventHeader {
        EventHeader::read(self.json())
    }
}

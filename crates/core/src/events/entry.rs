//! What the feed has to know of an event, however the host holds it.

use super::head::Head;
use crate::json::Raw;
use crate::model::{Event, EventId};
use crate::time::Timestamp;

/// An event as a host holds it: its JSON text, or a value of JavaScript's.
pub trait FeedEntry {
    /// Its identifier and its processing time, as far as it has them.
    fn head(&self) -> (Option<EventId>, Option<Timestamp>);
}

impl FeedEntry for Raw<Event> {
    fn head(&self) -> (Option<EventId>, Option<Timestamp>) {
        let head = Head::read(self.json());
        (head.id(), head.processed_at())
    }
}

//! The events that were delivered recently.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::model::EventId;

/// The maximum number of remembered events: one minute at the highest rate of the API, 50 pages of
/// 500.
const CAPACITY: usize = 25_000;

/// The identifiers of recently delivered events, with their processing times in epoch
/// milliseconds.
///
/// Sorted by identifier. Clones share the events, until one of them changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SeenEvents(Arc<Vec<(EventId, i64)>>);

impl SeenEvents {
    /// Reads the list of `[id, time]` that a checkpoint stores.
    pub(super) fn read(stored: &Value) -> Option<Self> {
        let mut seen = Self::default();
        for entry in stored.as_array()? {
            match entry.as_array()?.as_slice() {
                [Value::String(id), time] => seen.insert(id.as_str().into(), time.as_i64()?),
                _ => return None,
            }
        }
        Some(seen)
    }

    pub(super) fn contains(&self, id: &EventId) -> bool {
        self.place(id).is_ok()
    }

    /// Remembers an event, unless it is remembered already.
    pub(super) fn insert(&mut self, id: EventId, processed_at: i64) {
        if let Err(place) = self.place(&id) {
            Arc::make_mut(&mut self.0).insert(place, (id, processed_at));
        }
    }

    /// Returns the index of an event, or else the index at which it belongs.
    fn place(&self, id: &EventId) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(id))
    }

    /// Forgets events that were processed before `oldest`, and the oldest events over the
    /// capacity. If any event was forgotten, returns the time from which all events are
    /// remembered.
    pub(super) fn forget_before(&mut self, oldest: i64) -> Option<i64> {
        let recent = self.0.iter().filter(|(_, time)| *time >= oldest).count();
        if recent == self.0.len() && recent <= CAPACITY {
            return None;
        }
        let complete_from = match recent.checked_sub(CAPACITY + 1) {
            None => oldest,
            Some(excess) => {
                let times = self.0.iter().map(|(_, time)| *time).filter(|time| *time >= oldest);
                let mut times: BinaryHeap<_> = times.map(Reverse).collect();
                let latest_forgotten = (0..=excess).filter_map(|_| times.pop()).last();
                latest_forgotten.map_or(oldest, |Reverse(time)| time.saturating_add(1))
            }
        };
        Arc::make_mut(&mut self.0).retain(|(_, time)| *time >= complete_from);
        Some(complete_from)
    }
}

impl Serialize for SeenEvents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forget_before_bounds_memory_and_returns_what_is_complete() {
        let mut seen = SeenEvents::default();
        for number in 0..CAPACITY + 100 {
            seen.insert(EventId::from(number.to_string()), i64::try_from(number).unwrap());
        }
        assert_eq!(seen.forget_before(50), Some(100), "fifty by age, and fifty more by number");
        assert_eq!(seen.0.len(), CAPACITY);
        assert!(!seen.contains(&"99".into()) && seen.contains(&"100".into()));
        assert_eq!(seen.forget_before(100), None, "nothing more to forget");
        assert_eq!(seen.forget_before(200), Some(200));
        assert!(!seen.contains(&"199".into()) && seen.contains(&"200".into()));
    }
}

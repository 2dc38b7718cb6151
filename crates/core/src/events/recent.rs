//! The events that were delivered lately.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::EventId;

/// The most events remembered. At the fastest rate that the API allows (50 pages of 500 a minute), this is a minute's worth.
const CAPACITY: usize = 25_000;

/// The identifiers of the events that were delivered lately, with their processing times in epoch milliseconds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Recent(BTreeMap<EventId, i64>);

impl Recent {
    pub(super) fn contains(&self, id: &EventId) -> bool {
        self.0.contains_key(id)
    }

    pub(super) fn insert(&mut self, id: EventId, processed_at: i64) {
        self.0.insert(id, processed_at);
    }

    /// Forgets what was processed before `oldest`, and the oldest of what is too much to remember. Where that forgot anything, tells
    /// from when on everything is still remembered.
    pub(super) fn forget_before(&mut self, oldest: i64) -> Option<i64> {
        let before = self.0.len();
        self.0.retain(|_, processed_at| *processed_at >= oldest);
        if self.0.len() <= CAPACITY {
            return (self.0.len() < before).then_some(oldest);
        }
        let mut times: Vec<i64> = self.0.values().copied().collect();
        let surplus = times.len() - CAPACITY;
        let (_, last, _) = times.select_nth_unstable(surplus - 1);
        let complete_from = last.saturating_add(1);
        self.0.retain(|_, processed_at| *processed_at >= complete_from);
        Some(complete_from)
    }
}

impl Serialize for Recent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

impl<'de> Deserialize<'de> for Recent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut recent = Self::default();
        for (id, processed_at) in Vec::<(EventId, i64)>::deserialize(deserializer)? {
            recent.insert(id, processed_at);
        }
        Ok(recent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_bounded_and_what_was_forgotten_is_known() {
        let mut recent = Recent::default();
        for number in 0..CAPACITY + 100 {
            recent.insert(EventId::from(number.to_string()), i64::try_from(number).unwrap());
        }
        assert_eq!(recent.forget_before(50), Some(100), "fifty by age, and fifty more by number");
        assert_eq!(recent.0.len(), CAPACITY);
        assert!(!recent.contains(&"99".into()) && recent.contains(&"100".into()));
        assert_eq!(recent.forget_before(100), None, "nothing more to forget");
        assert_eq!(recent.forget_before(200), Some(200));
        assert!(!recent.contains(&"199".into()) && recent.contains(&"200".into()));
    }
}

//! The events that were delivered lately.

use std::collections::BinaryHeap;
use std::hash::{BuildHasherDefault, DefaultHasher};

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::model::EventId;

/// The most events remembered. At the fastest rate that the API allows (50 pages of 500 a minute), this is a minute's worth.
const CAPACITY: usize = 25_000;

/// The identifiers of the events that were delivered lately, with their processing times in epoch milliseconds.
#[allow(clippy::disallowed_types, reason = "with this hasher, its order is the same in each run")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Recent(std::collections::HashMap<EventId, i64, BuildHasherDefault<DefaultHasher>>);

impl Recent {
    /// Reads the list of `[id, time]` that a checkpoint stores.
    pub(super) fn read(stored: &Value) -> Option<Self> {
        let mut recent = Self::default();
        for entry in stored.as_array()? {
            match entry.as_array()?.as_slice() {
                [Value::String(id), time] => recent.insert(id.as_str().into(), time.as_i64()?),
                _ => return None,
            }
        }
        Some(recent)
    }

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
        let complete_from =
            latest_of_the_earliest(self.0.len() - CAPACITY, self.0.values()).saturating_add(1);
        self.0.retain(|_, processed_at| *processed_at >= complete_from);
        Some(complete_from)
    }
}

/// The latest of the `count` earliest times. The count is a page's, the times are many: so only as many are held.
fn latest_of_the_earliest<'t>(count: usize, times: impl Iterator<Item = &'t i64>) -> i64 {
    let mut earliest = BinaryHeap::with_capacity(count + 1);
    for time in times {
        if earliest.len() < count || earliest.peek().is_some_and(|latest| time < latest) {
            earliest.push(*time);
        }
        if earliest.len() > count {
            earliest.pop();
        }
    }
    earliest.pop().unwrap_or(i64::MIN)
}

impl Serialize for Recent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
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

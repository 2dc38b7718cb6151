//! Relations that were changed, laid over those of the start.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Whether something holds now, from when on that is seen, and what was seen before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    value: bool,
    seen_from: i64,
    before: bool,
}

/// What was changed of a relation: pairs or triples that hold now and did not at the start, and
/// the other way round.
#[derive(Debug)]
pub(crate) struct Overlay<K>(BTreeMap<K, Entry>);

// Derived, it would ask for a default of the key.
impl<K> Default for Overlay<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Copy> Overlay<K> {
    /// What is seen at a time; `start` says how it was at the start.
    pub(crate) fn get(&self, key: K, at: i64, start: impl FnOnce() -> bool) -> bool {
        self.0.get(&key).map_or_else(start, |entry| entry.at(at))
    }

    /// Changes it; before `seen_from`, readers see what they saw until now.
    pub(crate) fn set(
        &mut self,
        key: K,
        value: bool,
        now: i64,
        seen_from: i64,
        start: impl FnOnce() -> bool,
    ) {
        let before = self.get(key, now, start);
        self.0.insert(key, Entry { value, seen_from, before });
    }

    /// The keys in a range that were ever changed, and what is seen of them.
    pub(crate) fn range(&self, range: RangeInclusive<K>, at: i64) -> impl Iterator<Item = (K, bool)> {
        self.0.range(range).map(move |(key, entry)| (*key, entry.at(at)))
    }
}

impl Entry {
    const fn at(self, time: i64) -> bool {
        if time >= self.seen_from { self.value } else { self.before }
    }
}

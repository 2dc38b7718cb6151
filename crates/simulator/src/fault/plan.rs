//! Which fault applies to which request.

use std::num::NonZeroU64;
use std::time::Duration;

use super::{Arguments, Fault, Kind};
use crate::rng::{Rng, Subject};

/// The faults in force, and how often each has applied.
#[derive(Debug)]
pub(crate) struct FaultPlan {
    seed: u64,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    fault: Fault,
    /// How many requests it could apply to.
    matched: u64,
    applied: u64,
}

/// What the plan does to a request.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Effect {
    pub(crate) delay: Duration,
    pub(crate) drip: Duration,
    pub(crate) fault: Option<Fault>,
}

/// Whether an event that was processed cannot be seen yet: each `every`-th event becomes visible
/// `by` seconds later.
pub(crate) fn is_late(late: &[Arguments], index: u64, processed_at: i64, now: i64) -> bool {
    let is_hit = |every: NonZeroU64| (index + 1).is_multiple_of(every.get());
    let hits = late.iter().filter(|late| late.every.is_none_or(is_hit));
    let seconds = hits.filter_map(|late| late.by).max().unwrap_or(0);
    processed_at.saturating_add(i64::from(seconds) * 1_000) > now
}

impl FaultPlan {
    pub(crate) fn new(seed: u64, faults: impl IntoIterator<Item = Fault>) -> Self {
        let entries = faults.into_iter().map(|fault| Entry { fault, matched: 0, applied: 0 }).collect();
        Self { seed, entries }
    }

    /// Applies the faults to a request, in order: the first that decides about it ends the search,
    /// and delays add up.
    pub(crate) fn apply(&mut self, operation: &str, has_cursor: bool) -> Effect {
        let mut effect = Effect::default();
        for (number, entry) in self.entries.iter_mut().enumerate() {
            if !entry.matches(operation, has_cursor) || !entry.is_due(self.seed, number as u64) {
                continue;
            }
            let wait = Duration::from_millis(entry.fault.arguments.ms.unwrap_or(0).into());
            match entry.fault.kind {
                Kind::Delay => effect.delay = effect.delay.saturating_add(wait),
                Kind::Drip => effect.drip = effect.drip.saturating_add(wait),
                _ => {
                    effect.fault = Some(entry.fault);
                    break;
                }
            }
        }
        effect
    }

    /// The faults, and how often each has applied.
    pub(crate) fn applied(&self) -> Vec<(Fault, u64)> {
        self.entries.iter().map(|entry| (entry.fault, entry.applied)).collect()
    }

    /// The arguments of the faults that make events visible late.
    pub(crate) fn lateness(&self) -> Vec<Arguments> {
        let late = self.entries.iter().filter(|entry| entry.fault.kind == Kind::Late);
        late.map(|entry| entry.fault.arguments).collect()
    }
}

impl Entry {
    fn matches(&self, operation: &str, has_cursor: bool) -> bool {
        self.fault.arguments.operation.is_none_or(|only| only == operation)
            && match self.fault.kind {
                Kind::Late => false,
                Kind::RepeatedCursor | Kind::ExpiredCursor => has_cursor,
                Kind::Duplicate => has_cursor && ["getEvents", "pollEvents"].contains(&operation),
                _ => true,
            }
    }

    /// Counts a request that it matches, and says whether it applies to it.
    fn is_due(&mut self, seed: u64, number: u64) -> bool {
        let arguments = &self.fault.arguments;
        self.matched += 1;
        let skip = arguments.skip.unwrap_or(0);
        let Some(turn) = self.matched.checked_sub(skip).filter(|turn| *turn > 0) else {
            return false;
        };
        let due = arguments.every.is_none_or(|every| turn.is_multiple_of(every.get()))
            && arguments.times.is_none_or(|times| self.applied < times.get())
            && arguments.chance.is_none_or(|chance| {
                Rng::new(seed, Subject::Fault, number << 48 ^ self.matched).unit() < chance
            });
        self.applied += u64::from(due);
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(faults: &[&str]) -> FaultPlan {
        FaultPlan::new(1, faults.iter().map(|text| text.parse().unwrap()))
    }

    /// Which of the first requests of a listing a fault applies to, as `x` and `.`.
    fn pattern(fault: &str, requests: usize) -> String {
        let mut plan = plan(&[fault]);
        (0..requests)
            .map(|number| if plan.apply("pollEvents", number > 0).fault.is_some() { 'x' } else { '.' })
            .collect()
    }

    #[test]
    fn fault_applies_when_all_its_triggers_match() {
        for (fault, expected) in [
            ("reset", "xxxxxxxx"),
            ("reset:times=2", "xx......"),
            ("reset:skip=2,times=1", "..x....."),
            ("reset:every=3", "..x..x.."),
            ("reset:every=3,skip=1,times=1", "...x...."),
            ("reset:chance=1", "xxxxxxxx"),
            ("reset:operation=getUsers", "........"),
            ("reset:operation=events.poll", "xxxxxxxx"),
            ("late:every=1,by=1", "........"),
            // The first request has no cursor.
            ("repeated-cursor", ".xxxxxxx"),
            ("expired-cursor", ".xxxxxxx"),
            ("duplicate", ".xxxxxxx"),
        ] {
            assert_eq!(pattern(fault, 8), expected, "{fault}");
        }
        assert_eq!(plan(&["duplicate"]).apply("getUsers", true).fault, None);
    }

    #[test]
    fn chance_selects_its_share_and_the_same_requests_each_time() {
        let applied = pattern("reset:chance=0.25", 4_000);
        assert_eq!(applied, pattern("reset:chance=0.25", 4_000));
        assert!((900..1_100).contains(&applied.matches('x').count()));
    }

    #[test]
    fn apply_stops_at_first_fault_that_decides_the_response() {
        let mut plan = plan(&["delay:ms=5", "drip:ms=3", "429:times=1", "delay:ms=2", "500:times=1"]);
        for (delay, fault) in [(5, Some("429:times=1")), (7, Some("500:times=1")), (7, None)] {
            let [delay, drip] = [delay, 3].map(Duration::from_millis);
            let fault = fault.map(|text| text.parse().unwrap());
            assert_eq!(plan.apply("pollEvents", true), Effect { delay, drip, fault });
        }
    }
}

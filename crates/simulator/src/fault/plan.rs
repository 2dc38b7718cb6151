//! Which fault strikes which request.

use std::time::Duration;

use super::{Fault, Kind};
use crate::hash::{Draw, Subject};

/// The faults in force, and how often each was met.
#[derive(Debug)]
pub(crate) struct FaultPlan {
    seed: u64,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    fault: Fault,
    met: u64,
    struck: u64,
}

/// What a plan has to know of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) has_cursor: bool,
}

/// What the plan does to a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Effect {
    pub(crate) delay: Duration,
    pub(crate) drip: Duration,
    pub(crate) strike: Option<Kind>,
}

/// Each `every`-th event becomes visible `by` milliseconds after it was processed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lateness {
    pub(crate) every: u64,
    pub(crate) by: i64,
}

/// Whether an event that was processed cannot be seen yet.
pub(crate) fn is_late(late: &[Lateness], index: u64, processed_at: i64, now: i64) -> bool {
    let by = late.iter().filter(|late| (index + 1).is_multiple_of(late.every)).map(|late| late.by).max();
    processed_at.saturating_add(by.unwrap_or(0)) > now
}

impl FaultPlan {
    pub(crate) fn new(seed: u64, faults: impl IntoIterator<Item = Fault>) -> Self {
        let entries = faults.into_iter().map(|fault| Entry { fault, met: 0, struck: 0 }).collect();
        Self { seed, entries }
    }

    /// Shows a request to the faults, in order: the first that answers it takes it, and delays add up.
    pub(crate) fn meet(&mut self, request: Request) -> Effect {
        let mut effect = Effect::default();
        for (number, entry) in self.entries.iter_mut().enumerate() {
            let kind = entry.fault.kind;
            if !entry.concerns(request) || !entry.strikes(self.seed, number as u64) {
                continue;
            }
            match kind {
                Kind::Delay(delay) => effect.delay = effect.delay.saturating_add(delay),
                Kind::Drip(pause) => effect.drip = effect.drip.saturating_add(pause),
                _ => {
                    effect.strike = Some(kind);
                    break;
                }
            }
        }
        effect
    }

    /// The faults, and how often each has struck.
    pub(crate) fn struck(&self) -> Vec<(Fault, u64)> {
        self.entries.iter().map(|entry| (entry.fault.clone(), entry.struck)).collect()
    }

    /// What is visible late.
    pub(crate) fn lateness(&self) -> Vec<Lateness> {
        let late = |entry: &Entry| match entry.fault.kind {
            Kind::Late { every, by } => {
                Some(Lateness { every, by: i64::try_from(by.as_millis()).unwrap_or(i64::MAX) })
            }
            _ => None,
        };
        self.entries.iter().filter_map(late).collect()
    }
}

impl Entry {
    fn concerns(&self, request: Request) -> bool {
        self.fault.trigger.operation.is_none_or(|operation| operation == request.operation)
            && match self.fault.kind {
                Kind::Late { .. } => false,
                Kind::RepeatedCursor | Kind::ExpiredCursor => request.has_cursor,
                Kind::Duplicate => {
                    request.has_cursor && ["getEvents", "pollEvents"].contains(&request.operation)
                }
                _ => true,
            }
    }

    fn strikes(&mut self, seed: u64, number: u64) -> bool {
        let trigger = &self.fault.trigger;
        self.met += 1;
        let Some(turn) = self.met.checked_sub(trigger.skip.unwrap_or(0)).filter(|turn| *turn > 0) else {
            return false;
        };
        let due = turn.is_multiple_of(trigger.every.unwrap_or(1))
            && trigger.times.is_none_or(|times| self.struck < times)
            && trigger.chance.is_none_or(|chance| {
                Draw::new(seed, Subject::Fault, number << 48 ^ self.met).unit() < chance
            });
        self.struck += u64::from(due);
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLL: Request = Request { operation: "pollEvents", has_cursor: true };

    fn plan(faults: &[&str]) -> FaultPlan {
        FaultPlan::new(1, faults.iter().map(|text| text.parse().unwrap()))
    }

    /// Which of the first requests are struck, as `x` and `.`.
    fn pattern(fault: &str, requests: usize) -> String {
        let mut plan = plan(&[fault]);
        (0..requests).map(|_| if plan.meet(POLL).strike.is_some() { 'x' } else { '.' }).collect()
    }

    #[test]
    fn triggers_combine() {
        for (fault, expected) in [
            ("reset", "xxxxxxxx"),
            ("reset:times=2", "xx......"),
            ("reset:skip=2,times=1", "..x....."),
            ("reset:every=3", "..x..x.."),
            ("reset:every=3,skip=1,times=1", "...x...."),
            ("reset:chance=0", "........"),
            ("reset:chance=1", "xxxxxxxx"),
            ("reset:operation=getUsers", "........"),
            ("reset:operation=events.poll", "xxxxxxxx"),
            ("late:every=1,by=1", "........"),
        ] {
            assert_eq!(pattern(fault, 8), expected, "{fault}");
        }
    }

    #[test]
    fn chance_strikes_its_share_and_the_same_requests_each_time() {
        let struck = pattern("reset:chance=0.25", 4_000);
        assert_eq!(struck, pattern("reset:chance=0.25", 4_000));
        assert!((900..1_100).contains(&struck.matches('x').count()));
    }

    #[test]
    fn the_first_fault_that_answers_takes_the_request() {
        let mut plan = plan(&["delay:ms=5", "drip:ms=3", "429:times=1", "delay:ms=2", "500:times=1"]);
        let effect = |delay, strike| Effect {
            delay: Duration::from_millis(delay),
            drip: Duration::from_millis(3),
            strike,
        };
        let limited = Kind::TooManyRequests(super::super::RetryAfter::None);
        assert_eq!(plan.meet(POLL), effect(5, Some(limited)));
        assert_eq!(plan.meet(POLL), effect(7, Some(Kind::Status(500))));
        assert_eq!(plan.meet(POLL), effect(7, None));
    }

    #[test]
    fn faults_of_cursors_need_one() {
        let first = Request { has_cursor: false, ..POLL };
        for fault in ["repeated-cursor", "expired-cursor", "duplicate"] {
            let mut plan = plan(&[fault]);
            assert_eq!(plan.meet(first).strike, None);
            assert!(plan.meet(POLL).strike.is_some());
        }
        assert_eq!(
            plan(&["duplicate"]).meet(Request { operation: "getUsers", has_cursor: true }).strike,
            None
        );
    }
}

//! The report of a run: each failing round at once, and in the end how often each
//! fault and signal occurred, and what the exporters lost.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::Difference;
use crate::faults;
use crate::round::Round;

/// From so many rounds on, all that can happen is to have happened.
const MANY: u64 = 100;

/// Ends of exporters that the harness provokes, as a round counts them; faults are held against
/// what the plans rng.
const PROVOKED: &[&str] = &[
    "ended: 0, done",
    "ended: 4, full disk",
    "ended: 4, partial",
    "ended: 130, interrupted",
    "ended: by SIGKILL",
    "rival refused",
    "logs with late events",
    "jumps of the clock",
];

#[derive(Debug, Default)]
pub(crate) struct Report {
    rounds: u64,
    failed: u64,
    difference: Difference,
    tally: BTreeMap<String, u64>,
}

impl Report {
    /// Takes in a round, and says what is wrong with it.
    pub(crate) fn add(&mut self, seed: u64, round: Round) {
        self.rounds += 1;
        self.failed += u64::from(!round.is_good());
        self.difference += round.difference;
        if !round.is_good() {
            println!("seed {seed}: {}; repeat it by --rounds 1 --seed {seed}", round.difference);
        }
        for problem in round.problems {
            println!("seed {seed}: {problem}");
        }
        for (what, times) in round.tally {
            *self.tally.entry(what).or_default() += times;
        }
    }

    pub(crate) fn is_good(&self) -> bool {
        self.failed == 0 && self.never_happened().is_empty()
    }

    /// What so many rounds should have provoked: a harness that provokes nothing proves nothing.
    fn never_happened(&self) -> BTreeSet<String> {
        if self.rounds < MANY {
            return BTreeSet::new();
        }
        let faults = faults::kinds().map(|kind| format!("fault {kind}"));
        let expected = PROVOKED.iter().map(ToString::to_string).chain(faults);
        expected.filter(|what| self.tally.get(what).is_none_or(|times| *times == 0)).collect()
    }

    /// Prints the figures, the last line of which is the verdict.
    pub(crate) fn print(&self) {
        for (what, times) in &self.tally {
            println!("{times:>9}  {what}");
        }
        for what in self.never_happened() {
            println!("never happened, so that this run says nothing of it: {what}");
        }
        println!("{} rounds: {}", self.rounds, self.difference);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn report_is_not_good_when_many_rounds_provoke_nothing() {
        let mut report = Report::default();
        (1..MANY).for_each(|seed| report.add(seed, Round::default()));
        assert!(report.is_good());
        report.add(MANY, Round::default());
        assert!(!report.is_good());
        assert!(report.never_happened().contains("ended: 130, interrupted"));

        let all = report.never_happened().into_iter().map(|what| (what, 1)).collect();
        report.add(MANY + 1, Round { tally: all, ..Round::default() });
        assert!(report.is_good());
    }
}

//! What a run tells: each failing round at once, and in the end how much was thrown at the exporters, and what they lost.

use std::collections::BTreeMap;

use crate::compare::Difference;
use crate::round::Round;

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
        self.difference = [self.difference, round.difference].into_iter().sum();
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
        self.failed == 0
    }

    /// Prints the figures, the last line of which is the verdict.
    pub(crate) fn print(&self) {
        for (what, times) in &self.tally {
            println!("{times:>9}  {what}");
        }
        println!("{} rounds: {}", self.rounds, self.difference);
    }
}

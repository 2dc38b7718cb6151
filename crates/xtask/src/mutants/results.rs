//! What became of each mutant, over all runs so far.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::{fs, io};

use crate::command::Outcome;

/// How a mutant ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// A test failed.
    Caught,
    /// No test failed.
    Missed,
    /// It does not compile.
    Unviable,
    /// The tests did not end.
    TimedOut,
}

impl End {
    /// All, each with the file that cargo-mutants keeps their names in.
    const FILES: [(Self, &str); 4] = [
        (Self::Caught, "caught.txt"),
        (Self::Missed, "missed.txt"),
        (Self::Unviable, "unviable.txt"),
        (Self::TimedOut, "timeout.txt"),
    ];
}

/// The ends by the mutants' names, which say where in the code they are and what they change.
#[derive(Debug, Default)]
pub(super) struct Results(BTreeMap<String, End>);

impl Results {
    /// Adds what the last run in a folder of cargo-mutants has found so far.
    pub(super) fn add_run(&mut self, folder: &Path) -> Outcome {
        for (end, file) in End::FILES {
            self.add(end, &read(&folder.join("mutants.out").join(file))?);
        }
        Ok(())
    }

    fn add(&mut self, end: End, names: &str) {
        self.0.extend(names.lines().map(|name| (name.to_owned(), end)));
    }

    /// Reads what was found in all runs.
    pub(super) fn load(folder: &Path) -> Outcome<Self> {
        let mut results = Self::default();
        for (end, file) in End::FILES {
            results.add(end, &read(&folder.join(file))?);
        }
        Ok(results)
    }

    /// Writes what was found in all runs.
    pub(super) fn store(&self, folder: &Path) -> Outcome {
        for (end, file) in End::FILES {
            let names: String = self.names(end).map(|name| format!("{name}\n")).collect();
            fs::write(folder.join(file), names)?;
        }
        Ok(())
    }

    /// Whether there is no need to run a mutant again: only a new test can change what was missed.
    pub(super) fn settles(&self, mutant: &str) -> bool {
        self.0.get(mutant).is_some_and(|end| *end != End::Missed)
    }

    /// The same for these mutants alone: what the code no longer holds is forgotten.
    pub(super) fn of(&self, mutants: &[String]) -> Self {
        let found = mutants.iter().filter_map(|mutant| self.0.get_key_value(mutant));
        Self(found.map(|(mutant, end)| (mutant.clone(), *end)).collect())
    }

    /// Adds what was found elsewhere.
    pub(super) fn merge(&mut self, other: &Self) {
        self.0.extend(other.0.iter().map(|(name, end)| (name.clone(), *end)));
    }

    pub(super) fn names(&self, end: End) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(_, it)| **it == end).map(|(name, _)| name.as_str())
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// How many in a hundred of those that compile are caught, rounded down.
    pub(super) fn share_caught(&self) -> usize {
        let caught = self.names(End::Caught).count();
        let viable = self.count() - self.names(End::Unviable).count();
        (caught * 100).checked_div(viable).unwrap_or(100)
    }
}

impl fmt::Display for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [caught, missed, unviable, timed_out] = End::FILES.map(|(end, _)| self.names(end).count());
        let all = self.count();
        write!(
            f,
            "{all} mutants: {caught} caught, {missed} missed, {unviable} unviable, {timed_out} timed out"
        )
    }
}

/// The text of a file, which is none where there is no file.
fn read(file: &Path) -> Outcome<String> {
    match fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        text => Ok(text?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results() -> Results {
        let mut results = Results::default();
        results.add(End::Missed, "a\nb\nc\n");
        results.add(End::Caught, "b\nd\ne\n");
        results.add(End::Unviable, "f\n");
        results.add(End::TimedOut, "g\n");
        results
    }

    #[test]
    fn a_later_run_counts_and_what_compiles_is_the_measure() {
        let results = results();
        assert_eq!(results.to_string(), "7 mutants: 3 caught, 2 missed, 1 unviable, 1 timed out");
        assert_eq!(results.share_caught(), 50);
        assert_eq!(results.names(End::Missed).collect::<Vec<_>>(), ["a", "c"]);
    }

    #[test]
    fn what_is_missed_or_new_is_run_and_what_is_gone_is_forgotten() {
        let results = results();
        let run: Vec<_> = ["a", "b", "f", "g", "new"].into_iter().filter(|it| !results.settles(it)).collect();
        assert_eq!(run, ["a", "new"]);
        let left = results.of(&["b".to_owned(), "new".to_owned()]);
        assert_eq!(left.to_string(), "1 mutants: 1 caught, 0 missed, 0 unviable, 0 timed out");
    }
}

//! The file of an export against the log that it copies.

use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Events that are not in the file.
    pub(crate) lost: u64,
    /// Lines that are in the file more than once.
    pub(crate) duplicated: u64,
    /// Lines that are not an event of the log, byte by byte, or have no end.
    pub(crate) torn: u64,
}

impl Difference {
    /// Compares a file with the lines that should be in it.
    pub(crate) fn between(file: &[u8], events: &[String]) -> Self {
        let mut found: BTreeMap<&[u8], u64> = events.iter().map(|event| (event.as_bytes(), 0)).collect();
        let mut difference = Self::default();
        for line in file.split_inclusive(|byte| *byte == b'\n') {
            match line.strip_suffix(b"\n").and_then(|event| found.get_mut(event)) {
                None => difference.torn += 1,
                Some(times) => *times += 1,
            }
        }
        for times in found.into_values() {
            difference.lost += u64::from(times == 0);
            difference.duplicated += times.saturating_sub(1);
        }
        difference
    }

    pub(crate) fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl AddAssign for Difference {
    fn add_assign(&mut self, other: Self) {
        self.lost += other.lost;
        self.duplicated += other.duplicated;
        self.torn += other.torn;
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} lost, {} duplicated, {} torn", self.lost, self.duplicated, self.torn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_counts_each_kind_of_damage() {
        let events = ["a", "b", "c"].map(String::from);
        for (file, expected) in [
            ("a\nb\nc\n", "0 lost, 0 duplicated, 0 torn"),
            ("c\na\nb\n", "0 lost, 0 duplicated, 0 torn"),
            ("a\nb\n", "1 lost, 0 duplicated, 0 torn"),
            ("a\na\nb\nb\nb\nc\n", "0 lost, 3 duplicated, 0 torn"),
            ("a\nb\nc", "1 lost, 0 duplicated, 1 torn"),
            ("a\nb\nc\nc", "0 lost, 0 duplicated, 1 torn"),
            ("ab\nc\n\n", "2 lost, 0 duplicated, 2 torn"),
            ("", "3 lost, 0 duplicated, 0 torn"),
        ] {
            assert_eq!(Difference::between(file.as_bytes(), &events).to_string(), expected, "{file:?}");
        }
    }
}

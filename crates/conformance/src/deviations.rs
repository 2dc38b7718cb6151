//! Where we knowingly differ from the documents: `deviations.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::Outcome;
use crate::difference::Difference;

const FILE: &str = include_str!("../deviations.toml");

/// The file. Each entry must be needed, or it is a problem itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deviations {
    deviation: Vec<Deviation>,
}

/// A difference that is right. `*` is any text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Deviation {
    at: String,
    document: Option<String>,
    ours: Option<String>,
    /// Why, in a sentence for people.
    reason: String,
    #[serde(skip)]
    used: bool,
}

impl Deviations {
    pub(crate) fn load() -> Outcome<Self> {
        Self::parse(FILE).map_err(|error| format!("deviations.toml: {error}").into())
    }

    fn parse(text: &str) -> Outcome<Self> {
        let read: Self = toml::from_str(text)?;
        match read.deviation.iter().find(|entry| !entry.reason.ends_with('.')) {
            Some(entry) => Err(format!("`{}` needs a reason, in a sentence", entry.at).into()),
            None => Ok(read),
        }
    }

    /// The differences without an entry, and how many differences have one.
    pub(crate) fn sift(&mut self, differences: BTreeSet<Difference>) -> (Vec<Difference>, usize) {
        let all = differences.len();
        let unknown: Vec<_> = differences.into_iter().filter(|difference| !self.knows(difference)).collect();
        let known = all - unknown.len();
        (unknown, known)
    }

    fn knows(&mut self, difference: &Difference) -> bool {
        // The first entry counts, so that what another covers already shows up as not needed.
        let entry = self.deviation.iter_mut().find(|entry| entry.covers(difference));
        entry.map(|entry| entry.used = true).is_some()
    }

    /// The entries that no difference needed.
    pub(crate) fn stale(&self) -> Vec<String> {
        let unused = self.deviation.iter().filter(|entry| !entry.used);
        unused
            .map(|entry| {
                let parts = [Some(&entry.at), entry.document.as_ref(), entry.ours.as_ref()];
                let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
                format!("deviations.toml: no difference needs this (any more): {}", parts.join(" | "))
            })
            .collect()
    }
}

impl Deviation {
    fn covers(&self, difference: &Difference) -> bool {
        let fits =
            |pattern: &Option<String>, text| pattern.as_ref().is_none_or(|pattern| matches(pattern, text));
        matches(&self.at, &difference.at)
            && fits(&self.document, &difference.document)
            && fits(&self.ours, &difference.ours)
    }
}

/// Whether a text fits a pattern, in which `*` is any text.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|tail| {
            tail.char_indices()
                .map(|(at, _)| at)
                .chain([tail.len()])
                .any(|at| tail.get(at..).is_some_and(|tail| matches(rest, tail)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pattern_matches_any_text_at_star() {
        for (pattern, text, expected) in [
            ("a b", "a b", true),
            ("a", "a b", false),
            ("a*", "a", true),
            ("*c", "a b c", true),
            ("a*c", "a b c d", false),
            ("* b *", "a b c", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn sift_returns_unknown_differences_and_stale_names_unused_entries() {
        let text = r#"
            [[deviation]]
            at = "getA *"
            ours = "text"
            reason = "It is so."

            [[deviation]]
            at = "getB path"
            reason = "It was so."
        "#;
        let mut deviations = Deviations::parse(text).unwrap();
        let (known, unknown) = (
            Difference::new("getA query x", "a list", "text"),
            Difference::new("getA query x", "a list", "JSON"),
        );
        assert_eq!(deviations.sift(BTreeSet::from([known, unknown.clone()])), (vec![unknown], 1));
        assert_eq!(deviations.stale(), ["deviations.toml: no difference needs this (any more): getB path"]);
    }

    #[test]
    fn parse_refuses_entry_without_reason() {
        let entry =
            |reason: &str| Deviations::parse(&format!("[[deviation]]\nat = \"x\"\n{reason}")).map(|_| ());
        assert!(entry("").unwrap_err().to_string().contains("missing field `reason`"));
        assert_eq!(entry("reason = \"\"").unwrap_err().to_string(), "`x` needs a reason, in a sentence");
    }
}

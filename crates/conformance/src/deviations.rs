//! Where we knowingly differ from the documents, and what is repaired in them before they are used: `deviations.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use crate::Outcome;
use crate::difference::Difference;
use crate::extract::Document;

const FILE: &str = include_str!("../deviations.toml");

/// The file. Each entry must be needed, or it is a problem itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deviations {
    #[serde(default)]
    deviation: Vec<Deviation>,
    #[serde(default)]
    repair: Vec<Repair>,
}

/// A difference that is right. `*` stands for any text.
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

/// Something in a document that no reader of schemas can use.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Repair {
    document: String,
    /// The place, as a JSON pointer.
    at: String,
    /// What is there, as JSON.
    is: String,
    /// What should be there, as JSON; nothing by default.
    becomes: Option<String>,
    reason: String,
}

impl Deviations {
    pub(crate) fn load() -> Outcome<Self> {
        Self::parse(FILE).map_err(|error| format!("deviations.toml: {error}").into())
    }

    fn parse(text: &str) -> Outcome<Self> {
        let read: Self = toml::from_str(text)?;
        let reasons = read
            .deviation
            .iter()
            .map(|entry| (&entry.at, &entry.reason))
            .chain(read.repair.iter().map(|entry| (&entry.at, &entry.reason)));
        for (at, reason) in reasons {
            if !reason.ends_with('.') {
                return Err(format!("`{at}` needs a reason, in a sentence").into());
            }
        }
        Ok(read)
    }

    /// Repairs the documents. A place that is not as the entry says is a problem.
    pub(crate) fn repair(&self, documents: &mut [Document]) -> Vec<String> {
        self.repair.iter().filter_map(|repair| repair.apply(documents).err()).collect()
    }

    /// Those differences for which there is no entry, and how many have one.
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

impl Repair {
    fn apply(&self, documents: &mut [Document]) -> Result<(), String> {
        let problem =
            |problem: &str| format!("deviations.toml: repair of {} {}: {problem}", self.document, self.at);
        let json =
            |text: &str| serde_json::from_str::<Value>(text).map_err(|error| problem(&error.to_string()));
        let (is, becomes) = (json(&self.is)?, self.becomes.as_deref().map(json).transpose()?);
        let document = documents.iter_mut().find(|document| document.name == self.document);
        let (parent, name) = self.at.rsplit_once('/').ok_or_else(|| problem("is not a pointer"))?;
        let parent =
            document.and_then(|document| document.json.pointer_mut(parent)).and_then(Value::as_object_mut);
        let parent = parent.ok_or_else(|| problem("not found (any more)"))?;
        let name = name.replace("~1", "/").replace("~0", "~");
        match parent.remove(&name) {
            Some(found) if found == is => parent.extend(becomes.map(|becomes| (name, becomes))),
            found => return Err(problem(&format!("{} is there", found.unwrap_or_default()))),
        }
        Ok(())
    }
}

/// Whether a text fits a pattern, in which `*` stands for any text.
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
    use crate::extract::tests::document;
    use serde_json::json;

    #[test]
    fn a_star_stands_for_any_text() {
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
    fn a_difference_needs_an_entry_and_an_entry_a_difference() {
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
    fn an_entry_without_a_reason_is_refused() {
        let entry =
            |reason: &str| Deviations::parse(&format!("[[deviation]]\nat = \"x\"\n{reason}")).map(|_| ());
        assert!(entry("").unwrap_err().to_string().contains("missing field `reason`"));
        assert_eq!(entry("reason = \"\"").unwrap_err().to_string(), "`x` needs a reason, in a sentence");
    }

    #[test]
    fn a_repair_changes_what_it_knows_and_nothing_else() {
        let repair = |is: &str, becomes: &str| {
            let entry = format!(
                "[[repair]]\ndocument = \"test\"\nat = \"/components/schemas/A/type\"\nis = '{is}'\n{becomes}\nreason = \"It is no type.\""
            );
            let mut documents = [document("/", json!({}), json!({"A": {"type": "B"}}))];
            let problems = Deviations::parse(&entry).unwrap().repair(&mut documents);
            (problems, documents[0].json["components"]["schemas"]["A"].clone())
        };
        assert_eq!(repair("\"B\"", ""), (vec![], json!({})));
        assert_eq!(repair("\"B\"", "becomes = '\"object\"'"), (vec![], json!({"type": "object"})));
        let (problems, _) = repair("\"C\"", "");
        assert_eq!(problems, ["deviations.toml: repair of test /components/schemas/A/type: \"B\" is there"]);
    }
}

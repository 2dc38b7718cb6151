//! Paths such as `name.givenName`, `emails[type eq "work"].value` and `urn:…:User:department`.

use super::filter::Comparison;
use super::{invalid, urn};
use crate::problem::{Problem, ScimType};

/// The target of a path.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    /// The URN of the extension that the attribute is in.
    pub(super) extension: Option<String>,
    /// The attribute; none for the extension as a whole.
    pub(super) attribute: Option<String>,
    /// Which of several values is meant.
    pub(super) filter: Option<Comparison>,
    /// A sub-attribute.
    pub(super) part: Option<String>,
}

impl Path {
    /// Reads a path. `known` are the URNs of the document; `is_whole` says that the name of
    /// an unknown extension may mean the whole of it.
    pub(super) fn parse(text: &str, known: &[String], is_whole: bool) -> Result<Self, Problem> {
        let text = text.trim();
        let detail = || format!("{text:?} is not a path of an attribute");
        let path =
            Self::read(text, known, is_whole).ok_or_else(|| invalid(ScimType::InvalidPath, detail()))?;
        let filter = path.filter.map(Comparison::with_truth).transpose()?;
        Ok(Self { filter, ..path })
    }

    fn read(text: &str, known: &[String], is_whole: bool) -> Option<Self> {
        // A URN is read in front of the filter, whose value may hold colons, too.
        let head = text.split('[').next().unwrap_or_default();
        if !urn::is_urn(head) {
            return Self::in_schema(None, text);
        }
        if head.matches(':').count() < 2 && !head.contains('/') {
            return None;
        }
        let (urn, rest) = urn::split(head, known, is_whole && head.len() == text.len());
        let is_core = urn::is_core(&urn);
        let extension = (!is_core).then_some(urn);
        match rest {
            None if is_core || head.len() < text.len() => None,
            None => Some(Self { extension, attribute: None, filter: None, part: None }),
            Some(rest) => Self::in_schema(extension, text.get(head.len() - rest.len()..)?),
        }
    }

    fn in_schema(extension: Option<String>, text: &str) -> Option<Self> {
        let (attribute, filter, part) = match (text.split_once('['), text.split_once('.')) {
            (Some((attribute, rest)), _) => {
                // A quoted value may hold a bracket, too.
                let (filter, part) = rest.rsplit_once(']')?;
                let part = if part.is_empty() { None } else { Some(part.strip_prefix('.')?) };
                (attribute, Some(Comparison::parse(filter)?), part)
            }
            (None, Some((attribute, part))) => (attribute, None, Some(part)),
            (None, None) => (text, None, None),
        };
        let part = if let Some(part) = part { Some(name(part)?) } else { None };
        Some(Self { extension, attribute: Some(name(attribute)?), filter, part })
    }

    /// Which of several values is meant, and which part of it.
    pub(super) fn which(&self) -> (Option<&Comparison>, Option<&str>) {
        (self.filter.as_ref(), self.part.as_deref())
    }

    /// The names that lead to the target, from the document on.
    pub(super) fn steps(&self) -> impl Iterator<Item = &str> {
        [&self.extension, &self.attribute, &self.part].into_iter().flatten().map(String::as_str)
    }
}

/// Whether a text names an attribute, and at most one part of it.
pub(super) fn is_attribute_path(text: &str) -> bool {
    let (attribute, part) = text.split_once('.').unwrap_or((text, "part"));
    name(attribute).is_some() && name(part).is_some()
}

fn name(text: &str) -> Option<String> {
    let fits = |character: char| character.is_ascii_alphanumeric() || "_-$".contains(character);
    let starts = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$');
    (starts && text.chars().all(fits)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::scim::cases::{assert_refused, cases};

    #[test]
    fn parse_follows_the_table() {
        for (text, expected) in cases(include_str!("cases/path.txt")) {
            match Path::parse(text, &[], false) {
                Ok(Path { extension, attribute, filter, part }) => {
                    let filter = filter.map(|filter| format!("{}={}", filter.attribute, filter.value));
                    let parts = [extension, attribute, filter, part].map(|part| part.unwrap_or("-".into()));
                    assert_eq!(parts.join(" "), expected, "{text}");
                }
                Err(problem) => assert_refused(text, &problem, expected),
            }
        }
    }
}

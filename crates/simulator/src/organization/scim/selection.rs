//! Which attributes a response holds (RFC 7644, section 3.9).

use serde_json::Value;

use super::path::Path;
use super::{Document, urn};
use crate::problem::{Problem, ScimType};

/// Attributes that every response holds.
const ALWAYS: [&str; 2] = ["id", "schemas"];

/// The attributes that a request selects or excludes.
#[derive(Debug, Clone)]
pub(crate) struct Selection {
    names: Vec<String>,
    /// Whether only the names are returned; otherwise all but these.
    only: bool,
}

impl Selection {
    /// Reads `attributes` and `excludedAttributes`.
    pub(crate) fn new(only: Option<Vec<String>>, without: Option<Vec<String>>) -> Result<Self, Problem> {
        if only.is_some() && without.is_some() {
            let detail = "attributes and excludedAttributes exclude each other";
            return Err(Problem::scim(ScimType::InvalidValue, detail));
        }
        let (is_only, names) = (only.is_some(), only.or(without).unwrap_or_default());
        let is_attribute =
            |name: &String| Path::parse(name, &[], false).is_ok_and(|path| path.filter.is_none());
        match names.iter().find(|name| !is_attribute(name)) {
            None => Ok(Self { names, only: is_only }),
            Some(name) => Err(Problem::scim(ScimType::InvalidPath, format!("{name} is not an attribute"))),
        }
    }

    /// The selected part of a document, whose extensions say where the URNs of the names end.
    pub(crate) fn of(&self, document: Document) -> Document {
        let known = urn::urns_of(&document);
        let paths = self.names.iter().filter_map(|name| Path::parse(name, &known, false).ok());
        let paths: Vec<_> = paths.collect();
        let mut steps: Vec<Vec<_>> = paths.iter().map(|path| path.steps().collect()).collect();
        if self.only {
            steps.extend(ALWAYS.map(|name| vec![name]));
        } else {
            let is_always = |name: &str| ALWAYS.iter().any(|always| always.eq_ignore_ascii_case(name));
            steps.retain(|steps| !matches!(steps.as_slice(), [name] if is_always(name)));
        }
        let steps: Vec<_> = steps.iter().map(Vec::as_slice).collect();
        select(document, &steps, self.only)
    }
}

/// Only the attributes to which any of the paths leads, or all but these.
fn select(attributes: Document, paths: &[&[&str]], only: bool) -> Document {
    let selected = |(name, value): (String, Value)| {
        let paths = paths.iter().filter_map(|path| path.split_first());
        let paths: Vec<_> =
            paths.filter(|(first, _)| first.eq_ignore_ascii_case(&name)).map(|(_, rest)| rest).collect();
        match paths.iter().any(|path| path.is_empty()) {
            _ if paths.is_empty() => (!only).then_some((name, value)),
            true => only.then_some((name, value)),
            false => Some((name, within(value, &paths, only))),
        }
    };
    attributes.into_iter().filter_map(selected).collect()
}

/// The selected parts of a complex value, or of each of several values.
fn within(value: Value, paths: &[&[&str]], only: bool) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(|item| within(item, paths, only)).collect(),
        Value::Object(parts) => select(parts, paths, only).into(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::scim::cases::{assert_json, cases, json};

    const DOCUMENT: &str = r#"{
        "schemas": ["s"], "id": "1", "userName": "ada",
        "emails": [{ "value": "a", "type": "work" }, { "value": "b", "type": "home" }],
        "urn:example:custom": { "badge": 7, "floor": 1 },
        "urn:acme:2.0:User": { "floor": 2, "manager": { "value": "m", "displayName": "M" } }
    }"#;

    #[test]
    fn selection_follows_the_table() {
        for (query, expected) in cases(include_str!("cases/selection.txt")) {
            let names = |sign| -> Option<Vec<_>> {
                let names = query.split(' ').filter_map(|name| name.strip_prefix(sign));
                Some(names.map(str::to_owned).collect()).filter(|names: &Vec<_>| !names.is_empty())
            };
            let selection = Selection::new(names('+'), names('-'));
            assert_json(query, selection.map(|only| only.of(json(DOCUMENT)).into()), expected);
        }
    }
}

//! Which attributes an answer holds.

use serde_json::{Map, Value};

use super::path::Path;
use super::schema::Schema;
use super::{Document, urn};
use crate::problem::{Problem, ScimType};

/// Which attributes are asked for. `id` and `schemas` always are.
#[derive(Debug, Clone)]
pub(crate) enum Selection {
    All,
    Only(Vec<String>),
    Without(Vec<String>),
}

impl Selection {
    /// Reads `attributes` and `excludedAttributes`.
    pub(crate) fn new(only: Option<&[String]>, without: Option<&[String]>) -> Result<Self, Problem> {
        match (only, without) {
            (None, None) => Ok(Self::All),
            (Some(only), None) => Ok(Self::Only(checked(only)?)),
            (None, Some(without)) => Ok(Self::Without(checked(without)?)),
            (Some(_), Some(_)) => {
                let detail = "attributes and excludedAttributes exclude each other";
                Err(Problem::scim(ScimType::InvalidValue, detail))
            }
        }
    }

    pub(crate) fn of(&self, document: Document) -> Document {
        match self {
            Self::All => document,
            Self::Only(names) => keep(&document, &paths(&document, names)),
            Self::Without(names) => {
                let paths = paths(&document, names);
                strip(document, &paths)
            }
        }
    }
}

fn checked(names: &[String]) -> Result<Vec<String>, Problem> {
    let is_attribute = |name: &String| Path::parse(name, &[], false).is_ok_and(|path| path.filter.is_none());
    match names.iter().find(|name| !is_attribute(name)) {
        None => Ok(names.to_vec()),
        Some(name) => Err(Problem::scim(ScimType::InvalidPath, format!("{name} is not an attribute"))),
    }
}

/// The paths that the names have in a document: its extensions say where their URNs end.
fn paths(document: &Document, names: &[String]) -> Vec<Path> {
    let known = urn::urns_of(document);
    names.iter().filter_map(|name| Path::parse(name, &known, false).ok()).collect()
}

const ALWAYS: [&str; 2] = ["id", "schemas"];

fn keep(document: &Document, paths: &[Path]) -> Document {
    let mut kept = Map::new();
    for (name, value) in document {
        let steps = paths.iter().map(Path::steps);
        let asked = steps.filter(|(attribute, _)| Schema::Core.name(document, attribute) == name);
        let parts: Vec<_> = asked.map(|(_, part)| part).collect();
        if ALWAYS.contains(&name.as_str()) || parts.contains(&None) {
            kept.insert(name.clone(), value.clone());
        } else if !parts.is_empty() {
            let is_kept = |part: &str| parts.iter().flatten().any(|other| other.eq_ignore_ascii_case(part));
            kept.insert(name.clone(), with_parts(value.clone(), &is_kept));
        }
    }
    kept
}

fn strip(mut document: Document, paths: &[Path]) -> Document {
    for (attribute, part) in paths.iter().map(Path::steps) {
        let name = Schema::Core.name(&document, attribute).to_owned();
        match part {
            None if ALWAYS.contains(&name.as_str()) => {}
            None => drop(document.remove(&name)),
            Some(part) => {
                let is_kept = |other: &str| !other.eq_ignore_ascii_case(part);
                if let Some(value) = document.get_mut(&name) {
                    *value = with_parts(value.take(), &is_kept);
                }
            }
        }
    }
    document
}

/// Each value of an attribute with some of its parts.
fn with_parts(value: Value, is_kept: &dyn Fn(&str) -> bool) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(|item| with_parts(item, is_kept)).collect(),
        Value::Object(members) => members.into_iter().filter(|(name, _)| is_kept(name)).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn selected(only: Option<&[&str]>, without: Option<&[&str]>) -> Result<Value, Problem> {
        let document = json!({
            "schemas": ["s"], "id": "1", "userName": "ada", "title": "Countess",
            "emails": [{ "value": "a", "type": "work" }, { "value": "b", "type": "home" }],
            "urn:example:custom": { "badge": 7, "floor": 1 },
        });
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let (only, without) = (only.map(owned), without.map(owned));
        let selection = Selection::new(only.as_deref(), without.as_deref())?;
        Ok(Value::Object(selection.of(serde_json::from_value(document).unwrap())))
    }

    #[test]
    fn attributes_are_chosen_or_left_out() {
        assert_eq!(
            selected(Some(&["USERNAME", "emails.value", "nothing"]), None),
            Ok(
                json!({ "schemas": ["s"], "id": "1", "userName": "ada", "emails": [{ "value": "a" }, { "value": "b" }] })
            )
        );
        assert_eq!(
            selected(None, Some(&["userName", "title", "emails.Type", "id", "urn:example:custom"])),
            Ok(json!({ "schemas": ["s"], "id": "1", "emails": [{ "value": "a" }, { "value": "b" }] }))
        );
        assert_eq!(
            selected(Some(&["urn:example:custom:Floor", "password"]), None),
            Ok(json!({ "schemas": ["s"], "id": "1", "urn:example:custom": { "floor": 1 } }))
        );
        let both = selected(Some(&["id"]), Some(&["meta"])).unwrap_err();
        assert_eq!(both.with_detail(""), Problem::scim(ScimType::InvalidValue, ""));
        let none = selected(Some(&["a b"]), None).unwrap_err();
        assert_eq!(none.with_detail(""), Problem::scim(ScimType::InvalidPath, ""));
    }
}

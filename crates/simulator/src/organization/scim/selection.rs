//! Which attributes an answer holds.

use serde_json::Value;

use super::path::Path;
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
            Self::Only(names) => {
                let paths = paths(&document, names);
                keep(document, &paths)
            }
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

fn keep(document: Document, paths: &[Path]) -> Document {
    let paths: Vec<Vec<_>> = paths.iter().map(|path| path.steps().collect()).collect();
    let paths: Vec<_> =
        paths.iter().map(Vec::as_slice).chain(ALWAYS.iter().map(std::slice::from_ref)).collect();
    kept(document, &paths)
}

fn strip(document: Document, paths: &[Path]) -> Document {
    paths.iter().fold(document, |document, path| {
        let steps: Vec<_> = path.steps().collect();
        if matches!(steps.as_slice(), [name] if is_always(name)) {
            document
        } else {
            stripped(document, &steps)
        }
    })
}

fn is_always(name: &str) -> bool {
    ALWAYS.iter().any(|always| always.eq_ignore_ascii_case(name))
}

/// The members that any of the paths leads to.
fn kept(members: Document, paths: &[&[&str]]) -> Document {
    let keep = |(name, value): (String, Value)| {
        let rests = paths.iter().filter_map(|path| path.split_first());
        let rests = rests.filter(|(first, _)| first.eq_ignore_ascii_case(&name)).map(|(_, rest)| rest);
        let rests: Vec<_> = rests.collect();
        if rests.is_empty() {
            return None;
        }
        let is_whole = rests.iter().any(|rest| rest.is_empty());
        let value = if is_whole { value } else { within(value, &|members| kept(members, &rests)) };
        Some((name, value))
    };
    members.into_iter().filter_map(keep).collect()
}

/// The members without what the path leads to.
fn stripped(members: Document, path: &[&str]) -> Document {
    let Some((first, rest)) = path.split_first() else { return members };
    let strip = |(name, value): (String, Value)| match (first.eq_ignore_ascii_case(&name), rest) {
        (false, _) => Some((name, value)),
        (true, []) => None,
        (true, rest) => Some((name, within(value, &|members| stripped(members, rest)))),
    };
    members.into_iter().filter_map(strip).collect()
}

/// An attribute whose value, or each of whose values, is changed where it is an object.
fn within(value: Value, change: &dyn Fn(Document) -> Document) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(|item| within(item, change)).collect(),
        Value::Object(members) => change(members).into(),
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
            "urn:acme:2.0:User": { "floor": 2, "manager": { "value": "m", "displayName": "M" } },
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
            selected(
                None,
                Some(&["userName", "title", "emails.Type", "ID", "urn:example:custom", "urn:acme:2.0:User"])
            ),
            Ok(json!({ "schemas": ["s"], "id": "1", "emails": [{ "value": "a" }, { "value": "b" }] }))
        );
        assert_eq!(
            selected(Some(&["urn:example:custom:Floor", "password"]), None),
            Ok(json!({ "schemas": ["s"], "id": "1", "urn:example:custom": { "floor": 1 } }))
        );
        let manager = "urn:acme:2.0:User:manager";
        assert_eq!(
            selected(Some(&[&format!("{manager}.VALUE")]), None),
            Ok(json!({ "schemas": ["s"], "id": "1", "urn:acme:2.0:User": { "manager": { "value": "m" } } }))
        );
        let without =
            |name: &str| selected(None, Some(&["userName", "title", "emails", "urn:example:custom", name]));
        for (name, extension) in [
            (format!("{manager}.value"), json!({ "floor": 2, "manager": { "displayName": "M" } })),
            (
                format!("{manager}.nothing"),
                json!({ "floor": 2, "manager": { "value": "m", "displayName": "M" } }),
            ),
            (manager.to_owned(), json!({ "floor": 2 })),
            (
                "urn:acme:2.0:User:floor".to_owned(),
                json!({ "manager": { "value": "m", "displayName": "M" } }),
            ),
        ] {
            let expected = json!({ "schemas": ["s"], "id": "1", "urn:acme:2.0:User": extension });
            assert_eq!(without(&name), Ok(expected), "{name}");
        }
        let both = selected(Some(&["id"]), Some(&["meta"])).unwrap_err();
        assert_eq!(both.with_detail(""), Problem::scim(ScimType::InvalidValue, ""));
        let none = selected(Some(&["a b"]), None).unwrap_err();
        assert_eq!(none.with_detail(""), Problem::scim(ScimType::InvalidPath, ""));
    }
}

//! Which attributes an answer holds.

use serde_json::{Map, Value};

use super::path::Place;
use super::{Document, name_in};
use crate::problem::{Problem, ScimType};

/// Which attributes are asked for. `id` and `schemas` always are.
#[derive(Debug, Clone)]
pub(crate) enum Selection {
    All,
    Only(Vec<Place>),
    Without(Vec<Place>),
}

impl Selection {
    /// Reads `attributes` and `excludedAttributes`.
    pub(crate) fn new(only: Option<&[String]>, without: Option<&[String]>) -> Result<Self, Problem> {
        match (only, without) {
            (None, None) => Ok(Self::All),
            (Some(only), None) => Ok(Self::Only(places(only)?)),
            (None, Some(without)) => Ok(Self::Without(places(without)?)),
            (Some(_), Some(_)) => {
                let detail = "attributes and excludedAttributes exclude each other";
                Err(Problem::scim(ScimType::InvalidValue, detail))
            }
        }
    }

    pub(crate) fn of(&self, document: Document) -> Document {
        match self {
            Self::All => document,
            Self::Only(places) => keep(&document, places),
            Self::Without(places) => strip(document, places),
        }
    }
}

fn places(names: &[String]) -> Result<Vec<Place>, Problem> {
    let place = |name: &String| {
        let place = Place::parse(name).filter(|place| place.filter.is_none());
        place.ok_or_else(|| Problem::scim(ScimType::InvalidPath, format!("{name} is no attribute")))
    };
    names.iter().map(place).collect()
}

const ALWAYS: [&str; 2] = ["id", "schemas"];

fn keep(document: &Document, places: &[Place]) -> Document {
    let mut kept = Map::new();
    for (name, value) in document {
        let asked = |place: &&Place| name_in(document, &place.attribute) == name;
        let parts: Vec<_> = places.iter().filter(asked).map(|place| place.part.as_deref()).collect();
        if ALWAYS.contains(&name.as_str()) || parts.contains(&None) {
            kept.insert(name.clone(), value.clone());
        } else if !parts.is_empty() {
            let is_kept = |part: &str| parts.iter().flatten().any(|other| other.eq_ignore_ascii_case(part));
            kept.insert(name.clone(), with_parts(value.clone(), &is_kept));
        }
    }
    kept
}

fn strip(mut document: Document, places: &[Place]) -> Document {
    for place in places {
        let name = name_in(&document, &place.attribute).to_owned();
        match &place.part {
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
            selected(None, Some(&["userName", "title", "emails.Type", "id"])),
            Ok(json!({ "schemas": ["s"], "id": "1", "emails": [{ "value": "a" }, { "value": "b" }] }))
        );
        let both = selected(Some(&["id"]), Some(&["meta"])).unwrap_err();
        assert_eq!(both.with_detail(""), Problem::scim(ScimType::InvalidValue, ""));
        let none = selected(Some(&["a b"]), None).unwrap_err();
        assert_eq!(none.with_detail(""), Problem::scim(ScimType::InvalidPath, ""));
    }
}

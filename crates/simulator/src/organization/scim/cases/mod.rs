//! Tests by tables of cases: one line each, `input -> expected`. Lines that begin with `#` are
//! comments.

use atlassian_admin_core::model::ScimUser;
use serde_json::{Value, json};

use super::path::{self, Path};
use super::selection::Selection;
use super::{Document, canonical, patch};
use crate::problem::Problem;

/// The document that is patched.
const PATCHED: &str = r#"{
    "schemas": ["urn:acme:2.0:User"], "id": "1", "userName": "ada", "active": true, "title": "Countess",
    "name": { "givenName": "Ada", "familyName": "Example" },
    "emails": [{ "value": "w@x", "type": "work", "primary": true }, { "value": "h@x", "type": "home" }],
    "lockers": [{ "value": "1" }, { "type": "old" }], "floors": [1, 2], "members": [{ "value": "a" }],
    "urn:acme:2.0:User": { "badge": 7, "desks": [{ "value": "1", "primary": true }, { "value": "2" }] }
}"#;

/// The document of which attributes are selected.
const SELECTED: &str = r#"{
    "schemas": ["s"], "id": "1", "userName": "ada",
    "emails": [{ "value": "a", "type": "work" }, { "value": "b", "type": "home" }],
    "urn:example:custom": { "badge": 7, "floor": 1 },
    "urn:acme:2.0:User": { "floor": 2, "manager": { "value": "m", "displayName": "M" } }
}"#;

#[test]
fn document_follows_the_table() {
    for (sent, expected) in cases(include_str!("canonical.txt")) {
        let mut read = canonical::document(json(sent), ScimUser::URN);
        if let (Ok(read), false) = (&mut read, expected.contains("schemas\":")) {
            read.remove("schemas");
        }
        assert_json(sent, read.map(Value::Object), expected);
    }
}

#[test]
fn apply_follows_the_table() {
    for (case, expected) in cases(include_str!("patch.txt")) {
        let is_whole = case.to_lowercase().contains("operations");
        let patch = if is_whole { json(case) } else { json!({ "Operations": [json::<Value>(case)] }) };
        let pointer = expected.split(' ').next().filter(|pointer| pointer.starts_with('/'));
        let part = |document: Document| {
            Value::Object(document).pointer(pointer.expect(case)).cloned().unwrap_or_default()
        };
        let patched = patch::apply(json(PATCHED), patch.as_object().unwrap()).map(part);
        assert_json(case, patched, expected.trim_start_matches(pointer.unwrap_or_default()));
    }
}

#[test]
fn selection_follows_the_table() {
    for (query, expected) in cases(include_str!("selection.txt")) {
        let names = |sign| -> Option<Vec<_>> {
            let names = query.split(' ').filter_map(|name| name.strip_prefix(sign));
            Some(names.map(str::to_owned).collect()).filter(|names: &Vec<_>| !names.is_empty())
        };
        let selection = Selection::new(names('+'), names('-'));
        assert_json(query, selection.map(|only| only.of(json(SELECTED))), expected);
    }
}

#[test]
fn path_follows_the_table() {
    for (text, expected) in cases(include_str!("path.txt")) {
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

#[test]
fn urns_of_a_document_follow_the_table() {
    for (document, expected) in cases(include_str!("urns.txt")) {
        assert_eq!(path::urns_of(&json(document)), json::<Vec<String>>(expected), "{document}");
    }
}

#[test]
fn split_follows_the_table() {
    let known = ["urn:example:badges".to_owned(), "urn:example:badges:2".to_owned()];
    for (name, expected) in cases(include_str!("urn.txt")) {
        let (urn, attribute) = path::split(name.trim_start_matches('!'), &known, name.starts_with('!'));
        assert_eq!(format!("{urn} {}", attribute.unwrap_or("-")), expected, "{name}");
    }
}

/// The lines of a table, split at the arrow.
fn cases(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(" -> ").unwrap())
}

pub(super) fn json<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Checks a result against what a table expects: JSON, or the reason of a refusal.
fn assert_json(case: &str, result: Result<Value, Problem>, expected: &str) {
    match result {
        Ok(value) => assert_eq!(value, json::<Value>(expected), "{case}"),
        Err(problem) => assert_refused(case, &problem, expected),
    }
}

pub(super) fn assert_refused(case: &str, problem: &Problem, reason: &str) {
    let problem = format!("{problem:?}");
    assert!(problem.contains(&format!("scim_type: Some({reason})")), "{case}: {problem}");
}

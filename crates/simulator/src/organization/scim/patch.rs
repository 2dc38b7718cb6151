//! Patches (RFC 7644, section 3.5.2), in the forms that identity providers send.
//!
//! A `remove` takes what it names, and nothing else: a value that is not understood or that names
//! something absent is refused. Only without a value the whole attribute is removed.

use serde_json::{Map, Value};

use super::change::{Action, Change};
use super::path::Path;
use super::schema::{Rule, rule};
use super::{Document, invalid, urn};
use crate::problem::{Problem, ScimType};

/// Applies the operations of a request in order. After an error the document must be discarded.
pub(crate) fn apply(document: &mut Document, patch: &Document) -> Result<(), Problem> {
    // RFC 7644 writes `Operations`, Atlassian's document `operations`.
    let operations = match property(patch, "Operations")? {
        Some(Value::Array(operations)) => operations,
        Some(_) => return Err(syntax("Operations must be a list")),
        None => return Err(syntax("Operations must be given")),
    };
    operations.iter().try_for_each(|operation| operate(document, operation))
}

fn operate(document: &mut Document, operation: &Value) -> Result<(), Problem> {
    let Value::Object(operation) = operation else {
        return Err(syntax("each of Operations must be an object"));
    };
    // A value under a misspelt name must not count as none: a remove would then take all.
    let is_known = |name: &str| ["op", "path", "value"].iter().any(|known| known.eq_ignore_ascii_case(name));
    if let Some(name) = operation.keys().find(|name| !is_known(name)) {
        return Err(syntax(&format!("an operation has op, path and value, and no {name:?}")));
    }
    let action = action(operation)?;
    let value = property(operation, "value")?;
    match property(operation, "path")? {
        Some(Value::String(path)) => at(document, path, action, value, true),
        Some(Value::Null) | None if action == Action::Remove => {
            Err(invalid(ScimType::NoTarget, "remove needs a path"))
        }
        Some(Value::Null) | None => {
            let Some(Value::Object(attributes)) = value else {
                let detail = "without a path, value must be an object of attributes";
                return Err(invalid(ScimType::InvalidValue, detail));
            };
            for (path, value) in attributes {
                at(document, path, action, Some(value), false)?;
            }
            Ok(())
        }
        Some(_) => Err(invalid(ScimType::InvalidPath, "path must be a text")),
    }
}

fn action(operation: &Map<String, Value>) -> Result<Action, Problem> {
    let name = property(operation, "op")?.and_then(Value::as_str).unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "add" => Ok(Action::Add),
        "replace" => Ok(Action::Replace),
        "remove" => Ok(Action::Remove),
        _ => Err(syntax("op must be add, replace or remove")),
    }
}

fn at(
    document: &mut Document,
    path: &str,
    action: Action,
    value: Option<&Value>,
    is_explicit: bool,
) -> Result<(), Problem> {
    let is_object = value.is_some_and(Value::is_object);
    let read = Path::parse(path, &urn::urns_of(document), is_object)?;
    if !is_fixed(&read, action, value) {
        return Change { action, value: value.cloned() }.at(document, &read);
    }
    // As in a whole document, it is ignored among other attributes.
    if is_explicit {
        Err(invalid(ScimType::Mutability, format!("the server alone sets {path}, or it cannot be removed")))
    } else {
        Ok(())
    }
}

/// Whether the server alone sets the target of a change, so that the change would have no effect.
fn is_fixed(path: &Path, action: Action, value: Option<&Value>) -> bool {
    let Some(attribute) = path.steps().next() else { return false };
    match rule(attribute) {
        Some(Rule::ReadOnly) => true,
        Some(Rule::AlwaysSet) => {
            let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            let clears =
                action == Action::Remove || (action == Action::Replace && value.is_some_and(is_empty));
            clears && path.part.is_none()
        }
        // Of a member, a request gives only the identifier.
        Some(Rule::Reference) => {
            let names_one = |value: &Value| match value {
                Value::Object(parts) => parts.keys().any(|name| name.eq_ignore_ascii_case("value")),
                _ => true,
            };
            let changes_one = path.filter.is_some() && action != Action::Remove;
            path.part.is_some() || (changes_one && value.is_some_and(|value| !names_one(value)))
        }
        Some(Rule::WriteOnly) | None => false,
    }
}

/// A property of a message, in any case.
fn property<'a>(message: &'a Map<String, Value>, name: &str) -> Result<Option<&'a Value>, Problem> {
    let mut found = message.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(syntax(&format!("{name} is given twice"))),
        (found, None) => Ok(found.map(|(_, value)| value)),
    }
}

fn syntax(detail: &str) -> Problem {
    invalid(ScimType::InvalidSyntax, detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::scim::cases::{assert_refused, cases, json};
    use proptest::prelude::*;
    use serde_json::json;
    use std::collections::BTreeSet;

    const DOCUMENT: &str = r#"{
        "schemas": ["urn:acme:2.0:User"], "id": "1", "userName": "ada", "active": true, "title": "Countess",
        "name": { "givenName": "Ada", "familyName": "Example" },
        "emails": [{ "value": "w@x", "type": "work", "primary": true }, { "value": "h@x", "type": "home" }],
        "lockers": [{ "value": "1" }, { "type": "old" }], "floors": [1, 2], "members": [{ "value": "a" }],
        "urn:acme:2.0:User": { "badge": 7, "desks": [{ "value": "1", "primary": true }, { "value": "2" }] }
    }"#;

    #[test]
    fn apply_follows_the_table() {
        for (operation, expected) in cases(include_str!("cases/patch.txt")) {
            let mut document: Document = json(DOCUMENT);
            let patch = Document::from_iter([("Operations".to_owned(), json!([json::<Value>(operation)]))]);
            match apply(&mut document, &patch) {
                Ok(()) => {
                    let (pointer, value) = expected.split_once(' ').expect(operation);
                    let document = Value::Object(document);
                    let found = document.pointer(pointer).unwrap_or(&Value::Null);
                    assert_eq!(*found, json::<Value>(value), "{operation}");
                }
                Err(problem) => assert_refused(operation, &problem, expected),
            }
        }
    }

    #[test]
    fn apply_needs_a_list_of_operations_under_either_spelling() {
        for (patch, is_valid) in [
            (r#"{ "operations": [{ "op": "remove", "path": "name" }] }"#, true),
            (r#"{ "Operations": [] }"#, true),
            (r#"{ "Operations": null }"#, false),
            (r#"{ "Operations": {} }"#, false),
            (r#"{ "Operations": "x" }"#, false),
            (r#"{ "Operations": [], "operations": [] }"#, false),
            ("{}", false),
        ] {
            let result = apply(&mut json(DOCUMENT), &json(patch));
            assert_eq!(result.is_ok(), is_valid, "{patch}");
        }
    }

    /// Forms of a value, and whether they name members.
    const FORMS: [(&str, bool); 12] = [
        ("[OBJECTS]", true),
        (r#"{ "members": [OBJECTS] }"#, true),
        (r#"{ "Members": [OBJECTS] }"#, true),
        ("[IDS]", true),
        (r#"{ "members": [IDS] }"#, true),
        (r#"[[IDS]]"#, false),
        (r#"[null, OBJECTS]"#, false),
        (r#"{ "members": { "members": [OBJECTS] } }"#, false),
        (r#"[{ "display": "1" }, OBJECTS]"#, false),
        ("null", false),
        ("[]", false),
        ("{}", false),
    ];

    proptest! {
        #[test]
        fn remove_takes_exactly_the_named_members_or_is_refused(
            members in prop::collection::btree_set(0_u8..6, 0..6),
            removals in prop::collection::vec(
                (prop::sample::select(&FORMS[..]), prop::collection::vec(0_u8..8, 1..4)), 1..4),
        ) {
            let before: Vec<_> = members.iter().map(|id| json!({ "value": id.to_string(), "type": "User" })).collect();
            let mut document = Document::from_iter([("members".to_owned(), json!(before))]);
            let mut expected = Some(members);
            let mut operations = Vec::new();
            for ((form, is_valid), named) in removals {
                let ids: Vec<_> = named.iter().map(|id| format!("\"{id}\"")).collect();
                let objects: Vec<_> = ids.iter().map(|id| format!("{{ \"VALUE\": {id}, \"type\": \"user\" }}")).collect();
                let value: Value = json(&form.replace("OBJECTS", &objects.join(",")).replace("IDS", &ids.join(",")));
                operations.push(json!({ "op": "Remove", "path": "members", "value": value }));
                let named: BTreeSet<_> = named.into_iter().collect();
                expected = expected.filter(|left| is_valid && named.is_subset(left)).map(|left| &left - &named);
            }
            let patch = Document::from_iter([("Operations".to_owned(), json!(operations))]);
            let result = apply(&mut document, &patch);
            prop_assert_eq!(result.is_ok(), expected.is_some(), "{:?}", patch);
            if let Some(expected) = expected {
                let left = document.get("members").and_then(Value::as_array).into_iter().flatten();
                let left: BTreeSet<u8> = left.map(|item| item["value"].as_str().unwrap().parse().unwrap()).collect();
                prop_assert_eq!(left, expected);
            }
        }
    }
}

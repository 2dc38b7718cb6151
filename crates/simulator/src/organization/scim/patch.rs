//! Changes of single attributes (RFC 7644, section 3.5.2), and what identity providers make of them.
//!
//! What a `remove` names goes, and nothing else: a value that is not understood or names nothing
//! that is there is refused. Only without a value all of an attribute goes.

use serde_json::{Map, Value};

use super::change::{Action, Change};
use super::path::Path;
use super::schema::{Rule, rule};
use super::{Document, invalid, urn};
use crate::problem::{Problem, ScimType};

/// Makes the changes that a request asks for, in order. After a refusal the document is of no use.
pub(crate) fn apply(document: &mut Document, patch: &Document) -> Result<(), Problem> {
    // RFC 7644 writes `Operations`, Atlassian's document `operations`.
    let operations = match member(patch, "Operations")? {
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
    let value = member(operation, "value")?;
    match member(operation, "path")? {
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
    let name = member(operation, "op")?.and_then(Value::as_str).unwrap_or_default();
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

/// Whether the server alone sets what a change is for, so that the change would have no effect.
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

/// A member of a message, whatever the case of its name.
fn member<'a>(message: &'a Map<String, Value>, name: &str) -> Result<Option<&'a Value>, Problem> {
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
    use atlassian_admin_core::model::EnterpriseUser;
    use serde_json::json;

    /// The document after the operations; after a refusal, its reason.
    pub(super) fn patched(document: Value, operations: Value) -> Result<Value, Problem> {
        let mut document: Document = serde_json::from_value(document).unwrap();
        let patch = json!({ "Operations": operations });
        apply(&mut document, patch.as_object().unwrap())
            .map(|()| Value::Object(document))
            .map_err(|problem| problem.with_detail(""))
    }

    fn ada() -> Value {
        json!({
            "schemas": ["urn:acme:2.0:User"], "id": "1",
            "userName": "ada", "active": true, "name": { "givenName": "Ada", "familyName": "Example" },
            "emails": [
                { "value": "ada@example.com", "type": "work", "primary": true },
                { "value": "ada@example.org", "type": "home" },
            ],
            "urn:acme:2.0:User": { "badge": 7, "desks": [{ "value": "1", "primary": true }, { "value": "2" }] },
        })
    }

    #[test]
    fn apply_makes_the_changes_of_identity_providers() {
        let enterprise = EnterpriseUser::SCHEMA;
        let acme = "urn:acme:2.0:User";
        for (change, place, expected) in [
            (json!({ "op": "replace", "path": "active", "value": false }), "/active", json!(false)),
            (json!({ "op": "Replace", "value": { "Active": "False" } }), "/active", json!(false)),
            (json!({ "OP": "REPLACE", "Path": "active", "Value": "false" }), "/active", json!(false)),
            (
                json!({ "op": "replace", "path": "name.givenName", "value": "Eve" }),
                "/name",
                json!({ "givenName": "Eve", "familyName": "Example" }),
            ),
            (
                json!({ "op": "replace", "value": { "name.familyName": "Other" } }),
                "/name/familyName",
                json!("Other"),
            ),
            (
                json!({ "op": "replace", "path": "name", "value": { "GivenName": "Eve" } }),
                "/name",
                json!({ "givenName": "Eve", "familyName": "Example" }),
            ),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "work"].value"#, "value": "a@example.net" }),
                "/emails/0",
                json!({ "value": "a@example.net", "type": "work", "primary": true }),
            ),
            (
                json!({ "op": "replace", "path": r#"emails[primary eq "True"].value"#, "value": "a@example.net" }),
                "/emails/0/value",
                json!("a@example.net"),
            ),
            (
                json!({ "op": "Add", "path": r#"emails[type eq "other"].value"#, "value": "o@example.net" }),
                "/emails/2",
                json!({ "value": "o@example.net", "type": "other" }),
            ),
            (
                json!({ "op": "add", "path": r#"addresses[type eq "work"].locality"#, "value": "London" }),
                "/addresses",
                json!([{ "type": "work", "locality": "London" }]),
            ),
            (json!({ "op": "remove", "path": r#"emails[type eq "home"]"# }), "/emails/1", Value::Null),
            (
                json!({ "op": "remove", "path": r#"emails[type eq "home"]"#, "value": null }),
                "/emails/1",
                Value::Null,
            ),
            (
                json!({ "op": "remove", "path": r#"emails[type eq "home"].type"# }),
                "/emails/1/type",
                Value::Null,
            ),
            (
                json!({ "op": "add", "path": "emails", "value": [{ "value": "ADA@example.com" }, { "value": "new@example.com" }] }),
                "/emails/2",
                json!({ "value": "new@example.com" }),
            ),
            (json!({ "op": "remove", "path": "name" }), "/name", Value::Null),
            (json!({ "op": "remove", "path": "title" }), "/title", Value::Null),
            (json!({ "op": "remove", "path": "title", "value": null }), "/title", Value::Null),
            (json!({ "op": "remove", "path": "title", "value": "Countess" }), "/title", Value::Null),
            (json!({ "op": "replace", "path": "title", "value": null }), "/title", Value::Null),
            (
                json!({ "op": "remove", "path": "emails", "value": [{ "value": "ada@example.org" }] }),
                "/emails/1",
                Value::Null,
            ),
            (
                json!({ "op": "add", "path": format!("{enterprise}:department"), "value": "Engines" }),
                &format!("/{enterprise}/department"),
                json!("Engines"),
            ),
            (
                json!({ "op": "add", "path": "urn:other:2.0:User:department", "value": "Engines" }),
                "/urn:other:2.0:User",
                json!({ "department": "Engines" }),
            ),
            (
                json!({ "op": "add", "value": { "urn:other:1.0": { "floor": 1 } } }),
                "/urn:other:1.0",
                json!({ "floor": 1 }),
            ),
            (
                json!({ "op": "replace", "path": acme, "value": { "Badge": 8 } }),
                "/urn:acme:2.0:User/badge",
                json!(8),
            ),
            (
                json!({ "op": "remove", "path": format!("{acme}:desks"), "value": "1" }),
                "/urn:acme:2.0:User/desks",
                json!([{ "value": "2" }]),
            ),
            (json!({ "op": "remove", "path": acme }), "/urn:acme:2.0:User", Value::Null),
            (json!({ "op": "remove", "path": acme }), "/schemas", json!([])),
            (json!({ "op": "add", "path": "TITLE", "value": "Countess" }), "/title", json!("Countess")),
            (json!({ "op": "replace", "value": { "id": "2", "title": "x" } }), "/id", json!("1")),
            (json!({ "op": "replace", "path": "password", "value": "x" }), "/password", Value::Null),
        ] {
            let mut before = ada();
            before["title"] = "Countess".into();
            let after = patched(before, json!([change])).unwrap();
            assert_eq!(after.pointer(place).unwrap_or(&Value::Null), &expected, "{change}");
        }
        let mut document = ada().as_object().unwrap().clone();
        let lower = json!({ "operations": [{ "op": "remove", "path": "name" }] });
        assert_eq!(apply(&mut document, lower.as_object().unwrap()), Ok(()));
    }

    #[test]
    fn apply_demotes_the_old_primary_when_another_is_set() {
        let is_primary = |items: &Value| -> Vec<_> {
            items.as_array().unwrap().iter().map(|item| item["primary"] == true).collect()
        };
        for (change, list, expected) in [
            (
                json!({ "op": "add", "path": "emails", "value": [{ "value": "n@example.com", "primary": "True" }] }),
                "/emails",
                vec![false, false, true],
            ),
            (
                json!({ "op": "add", "value": { "emails": [{ "value": "ada@example.org", "primary": true }] } }),
                "/emails",
                vec![false, true],
            ),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "home"].primary"#, "value": "true" }),
                "/emails",
                vec![false, true],
            ),
            (
                json!({ "op": "add", "path": r#"emails[type eq "home"].primary"#, "value": true }),
                "/emails",
                vec![false, true],
            ),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "home"]"#, "value": { "primary": true } }),
                "/emails",
                vec![false, true],
            ),
            (
                json!({ "op": "add", "path": r#"emails[type eq "other"]"#, "value": { "value": "o", "primary": true } }),
                "/emails",
                vec![false, false, true],
            ),
            (
                json!({ "op": "replace", "path": r#"urn:acme:2.0:User:desks[value eq "2"].primary"#, "value": "True" }),
                "/urn:acme:2.0:User/desks",
                vec![false, true],
            ),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "home"].value"#, "value": "x" }),
                "/emails",
                vec![true, false],
            ),
        ] {
            let after = patched(ada(), json!([change])).unwrap();
            assert_eq!(is_primary(after.pointer(list).unwrap()), expected, "{change}");
        }
    }

    #[test]
    fn apply_refuses_what_cannot_be_done_for_its_reason() {
        use ScimType::{InvalidPath, InvalidSyntax, InvalidValue, Mutability, NoTarget};
        for (change, reason) in [
            (json!({ "op": "swap", "path": "active" }), InvalidSyntax),
            (json!({ "path": "active", "value": true }), InvalidSyntax),
            (json!({ "op": 1, "path": "active" }), InvalidSyntax),
            (json!("remove"), InvalidSyntax),
            (json!({ "op": "add", "Op": "remove", "path": "title" }), InvalidSyntax),
            (
                json!({ "op": "remove", "path": "emails", "values": [{ "value": "ada@example.org" }] }),
                InvalidSyntax,
            ),
            (json!({ "op": "remove", "path": "emails", "value ": "ada@example.org" }), InvalidSyntax),
            (json!({ "op": "remove", "path": "emails", "": null }), InvalidSyntax),
            (json!({ "op": "remove", "path": "emails", "value": "a", "Value": "b" }), InvalidSyntax),
            (json!({ "op": "replace", "path": "title", "value": "x", "filter": "y" }), InvalidSyntax),
            (json!({ "op": "add", "Path": "title", "path": "title", "value": "x" }), InvalidSyntax),
            (json!({ "op": "remove" }), NoTarget),
            (json!({ "op": "remove", "path": null, "value": { "emails": null } }), NoTarget),
            (json!({ "op": "remove", "value": { "emails": [{ "value": "ada@example.org" }] } }), NoTarget),
            (json!({ "op": "replace", "path": r#"emails[type eq "x"].value"#, "value": "y" }), NoTarget),
            (json!({ "op": "remove", "path": r#"emails[type eq "x"]"# }), NoTarget),
            (json!({ "op": "remove", "path": r#"emails[type eq "work"].display"# }), NoTarget),
            (json!({ "op": "remove", "path": "title" }), NoTarget),
            (json!({ "op": "remove", "path": "phoneNumbers" }), NoTarget),
            (json!({ "op": "remove", "path": "phoneNumbers", "value": "1" }), NoTarget),
            (json!({ "op": "remove", "path": "nothing.there" }), NoTarget),
            (json!({ "op": "remove", "path": "name.middleName" }), NoTarget),
            (json!({ "op": "remove", "path": "name", "value": { "givenName": "Ada" } }), NoTarget),
            (json!({ "op": "remove", "path": "password" }), NoTarget),
            (json!({ "op": "remove", "path": "urn:other:2.0:User" }), NoTarget),
            (json!({ "op": "remove", "path": "urn:other:2.0:User:x" }), NoTarget),
            (json!({ "op": "remove", "path": "urn:acme:2.0:User:floor" }), NoTarget),
            (json!({ "op": "remove", "path": "urn:acme:2.0:User", "value": null }), InvalidValue),
            (json!({ "op": "remove", "path": "urn:acme:2.0:User", "value": { "badge": 7 } }), NoTarget),
            (
                json!({ "op": "remove", "path": r#"emails[type eq "home"]"#, "value": [{ "value": "ada@example.com" }] }),
                InvalidValue,
            ),
            (json!({ "op": "remove", "path": "emails.value", "value": "ada@example.org" }), InvalidPath),
            (json!({ "op": "add", "path": "phoneNumbers.type", "value": "work" }), InvalidPath),
            (json!({ "op": "add", "path": "a..b", "value": 1 }), InvalidPath),
            (json!({ "op": "add", "path": "", "value": 1 }), InvalidPath),
            (json!({ "op": "add", "path": 1, "value": 1 }), InvalidPath),
            (json!({ "op": "add", "path": "userName.part", "value": 1 }), InvalidPath),
            (json!({ "op": "add", "path": r#"name[type eq "x"].value"#, "value": 1 }), InvalidPath),
            (json!({ "op": "add", "path": "title" }), InvalidValue),
            (json!({ "op": "replace", "path": "title" }), InvalidValue),
            (json!({ "op": "add", "path": "title", "value": null }), InvalidValue),
            (json!({ "op": "add", "path": "emails", "value": null }), InvalidValue),
            (json!({ "op": "add", "path": "emails", "value": [] }), InvalidValue),
            (json!({ "op": "add", "value": "title" }), InvalidValue),
            (json!({ "op": "add" }), InvalidValue),
            (json!({ "op": "replace", "path": "active", "value": "1" }), InvalidValue),
            (json!({ "op": "replace", "value": { "active": 1 } }), InvalidValue),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "home"].primary"#, "value": "yes" }),
                InvalidValue,
            ),
            (
                json!({ "op": "replace", "path": r#"emails[primary eq "1"].value"#, "value": "x" }),
                InvalidValue,
            ),
            (
                json!({ "op": "add", "path": "emails", "value": [{ "value": "x", "primary": 1 }] }),
                InvalidValue,
            ),
            (
                json!({ "op": "replace", "path": "emails", "value": [{ "value": "x", "primary": true }, { "value": "y", "primary": true }] }),
                InvalidValue,
            ),
            (json!({ "op": "replace", "path": "urn:acme:2.0:User", "value": "x" }), InvalidValue),
            (json!({ "op": "replace", "path": "id", "value": "2" }), Mutability),
            (json!({ "op": "remove", "path": "meta.location" }), Mutability),
            (json!({ "op": "replace", "path": "META.location", "value": "x" }), Mutability),
            (
                json!({ "op": "add", "path": "urn:ietf:params:scim:schemas:core:2.0:User:id", "value": "x" }),
                Mutability,
            ),
            (json!({ "op": "remove", "path": r#"groups[value eq "1"].display"# }), Mutability),
            (json!({ "op": "add", "path": "groups.display", "value": "x" }), Mutability),
            (json!({ "op": "remove", "path": "active" }), Mutability),
            (json!({ "op": "remove", "path": "Active", "value": "False" }), Mutability),
            (json!({ "op": "replace", "path": "active", "value": null }), Mutability),
            (json!({ "op": "remove", "path": "schemas" }), Mutability),
            (json!({ "op": "remove", "path": "schemas", "value": ["urn:acme:2.0:User"] }), Mutability),
            (json!({ "op": "remove", "path": "members.display" }), Mutability),
            (json!({ "op": "remove", "path": "members.$ref" }), Mutability),
            (json!({ "op": "add", "path": r#"members[value eq "1"].type"#, "value": "x" }), Mutability),
            (json!({ "op": "replace", "path": r#"Members[value eq "1"].Value"#, "value": "2" }), Mutability),
            (
                json!({ "op": "replace", "path": r#"members[value eq "1"]"#, "value": { "display": "x" } }),
                Mutability,
            ),
            (json!({ "op": "add", "path": r#"members[value eq "1"]"#, "value": {} }), Mutability),
            (json!({ "op": "remove", "path": "groups", "value": ["1"] }), Mutability),
        ] {
            assert_eq!(patched(ada(), json!([change])), Err(Problem::scim(reason, "")), "{change}");
        }
        for bad in [json!(null), json!({}), json!("x")] {
            assert_eq!(patched(ada(), bad), Err(Problem::scim(InvalidSyntax, "")));
        }
        assert!(apply(&mut Document::new(), &Document::new()).is_err());
    }
}

//! Changes of single attributes (RFC 7644, section 3.5.2), and what identity providers make of them.

use atlassian_admin_core::model::{PatchAction, ScimChange, ScimPatch};
use serde_json::{Map, Value};

use super::path::Place;
use super::{Document, name_in};
use crate::problem::{Problem, ScimType};

/// Makes the changes, in order. After a refusal the document is of no use.
pub(crate) fn apply(document: &mut Document, patch: &ScimPatch) -> Result<(), Problem> {
    for change in changes(patch)? {
        let action = match PatchAction::from(change.action.as_str().to_ascii_lowercase().as_str()) {
            PatchAction::Other(_) => {
                return Err(invalid(ScimType::InvalidSyntax, "op must be add, replace or remove"));
            }
            known => known,
        };
        match (&change.path, action, change.value) {
            (Some(path), action, value) => at(document, path, &action, value)?,
            (None, PatchAction::Remove, _) => return Err(invalid(ScimType::NoTarget, "remove needs a path")),
            (None, action, Some(Value::Object(attributes))) => {
                for (path, value) in attributes {
                    at(document, &path, &action, Some(value))?;
                }
            }
            (None, ..) => {
                return Err(invalid(
                    ScimType::InvalidValue,
                    "without a path, value must be an object of attributes",
                ));
            }
        }
    }
    Ok(())
}

/// The changes under either name: RFC 7644 writes `Operations`, Atlassian's document `operations`.
fn changes(patch: &ScimPatch) -> Result<Vec<ScimChange>, Problem> {
    if let Some(changes) = &patch.operations {
        return Ok(changes.clone());
    }
    let other = patch.extra.get("operations").and_then(|json| serde_json::from_str(json).ok());
    other.ok_or_else(|| invalid(ScimType::InvalidSyntax, "Operations must be given"))
}

fn at(
    document: &mut Document,
    path: &str,
    action: &PatchAction,
    value: Option<Value>,
) -> Result<(), Problem> {
    let place =
        Place::parse(path).ok_or_else(|| invalid(ScimType::InvalidPath, format!("{path} is no path")))?;
    let name = name_in(document, &place.attribute).to_owned();
    if *action == PatchAction::Remove && !document.contains_key(&name) {
        return Ok(());
    }
    match (&place.filter, &place.part) {
        (None, None) => change(document, &name, action, value),
        (None, Some(part)) => match document.entry(name).or_insert_with(|| Value::Object(Map::new())) {
            Value::Object(members) => {
                let part = name_in(members, part).to_owned();
                change(members, &part, action, value)
            }
            _ => Err(invalid(ScimType::InvalidPath, format!("{path} has no parts"))),
        },
        (Some(_), _) => among(document, &name, &place, action, value),
    }
}

/// Changes those of several values that the place means.
fn among(
    document: &mut Document,
    name: &str,
    place: &Place,
    action: &PatchAction,
    value: Option<Value>,
) -> Result<(), Problem> {
    let Some(filter) = &place.filter else { return Ok(()) };
    let Value::Array(items) = document.entry(name).or_insert_with(|| Value::Array(Vec::new())) else {
        return Err(invalid(ScimType::InvalidPath, format!("{name} has one value")));
    };
    if !items.iter().any(|item| filter.fits(item)) {
        match action {
            PatchAction::Remove => {}
            PatchAction::Add => items.push(Value::Object(filter.example())),
            _ => return Err(invalid(ScimType::NoTarget, format!("{name} has no such value"))),
        }
    }
    if *action == PatchAction::Remove && place.part.is_none() {
        items.retain(|item| !filter.fits(item));
        return Ok(());
    }
    for item in items.iter_mut().filter(|item| filter.fits(item)) {
        match (item, &place.part) {
            (Value::Object(members), Some(part)) => {
                let part = name_in(members, part).to_owned();
                change(members, &part, action, value.clone())?;
            }
            (item, _) => merge(item, value.clone().ok_or_else(no_value)?),
        }
    }
    Ok(())
}

/// Changes one member.
fn change(
    members: &mut Map<String, Value>,
    name: &str,
    action: &PatchAction,
    value: Option<Value>,
) -> Result<(), Problem> {
    match (action, value, members.get_mut(name)) {
        // Some identity providers name the values to remove beside the path.
        (PatchAction::Remove, Some(Value::Array(gone)), Some(Value::Array(items))) => {
            items.retain(|item| !gone.iter().any(|other| is_same(item, other)));
        }
        (PatchAction::Remove, ..) | (_, Some(Value::Null), _) => drop(members.remove(name)),
        (_, None, _) => return Err(no_value()),
        (PatchAction::Add, Some(new), Some(Value::Array(items))) => {
            let new = if let Value::Array(new) = new { new } else { vec![new] };
            for item in new {
                if !items.iter().any(|other| is_same(&item, other)) {
                    items.push(item);
                }
            }
        }
        // Of an attribute with parts, those that are not named stay.
        (_, Some(new @ Value::Object(_)), Some(old @ Value::Object(_))) => merge(old, new),
        (_, Some(new), _) => drop(members.insert(name.to_owned(), new)),
    }
    Ok(())
}

fn merge(old: &mut Value, new: Value) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => old.extend(new),
        (old, new) => *old = new,
    }
}

/// Whether two values of several are one: those with the same `value` are.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one.get("value"), other.get("value")) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

fn no_value() -> Problem {
    invalid(ScimType::InvalidValue, "value must be given")
}

fn invalid(scim_type: ScimType, detail: impl Into<String>) -> Problem {
    Problem::scim(scim_type, detail.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn patched(document: Value, patch: Value) -> Result<Value, Problem> {
        let mut document: Document = serde_json::from_value(document).unwrap();
        apply(&mut document, &serde_json::from_value(patch).unwrap()).map(|()| Value::Object(document))
    }

    fn ada() -> Value {
        json!({
            "userName": "ada", "active": true, "name": { "givenName": "Ada", "familyName": "Example" },
            "emails": [
                { "value": "ada@example.com", "type": "work", "primary": true },
                { "value": "ada@example.org", "type": "home" },
            ],
        })
    }

    #[test]
    fn what_identity_providers_send_is_done() {
        let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        for (change, place, expected) in [
            (json!({ "op": "replace", "path": "active", "value": false }), "/active", json!(false)),
            (json!({ "op": "Replace", "value": { "Active": "False" } }), "/active", json!("False")),
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
                json!({ "op": "replace", "path": "name", "value": { "givenName": "Eve" } }),
                "/name/familyName",
                json!("Example"),
            ),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "work"].value"#, "value": "a@example.net" }),
                "/emails/0",
                json!({ "value": "a@example.net", "type": "work", "primary": true }),
            ),
            (
                json!({ "op": "Add", "path": r#"emails[type eq "other"].value"#, "value": "o@example.net" }),
                "/emails/2",
                json!({ "value": "o@example.net", "type": "other" }),
            ),
            (json!({ "op": "remove", "path": r#"emails[type eq "home"]"# }), "/emails/1", Value::Null),
            (
                json!({ "op": "add", "path": "emails", "value": [{ "value": "ada@example.com" }, { "value": "new@example.com" }] }),
                "/emails/2",
                json!({ "value": "new@example.com" }),
            ),
            (json!({ "op": "remove", "path": "name" }), "/name", Value::Null),
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
            (json!({ "op": "add", "path": "TITLE", "value": "Countess" }), "/title", json!("Countess")),
        ] {
            for name in ["Operations", "operations"] {
                let after = patched(ada(), json!({ name: [change] })).unwrap();
                assert_eq!(after.pointer(place).unwrap_or(&Value::Null), &expected, "{change}");
            }
        }
    }

    #[test]
    fn members_come_and_go() {
        let group = json!({ "displayName": "g", "members": [{ "value": "1" }, { "value": "2" }] });
        let after = patched(
            group,
            json!({ "Operations": [
                { "op": "add", "path": "members", "value": [{ "value": "2" }, { "value": "3" }] },
                { "op": "remove", "path": r#"members[value eq "1"]"# },
                { "op": "remove", "path": r#"members[value eq "9"]"# },
            ] }),
        );
        assert_eq!(after.unwrap()["members"], json!([{ "value": "2" }, { "value": "3" }]));
    }

    #[test]
    fn what_cannot_be_done_is_refused_for_its_reason() {
        for (change, reason) in [
            (json!({ "op": "swap", "path": "active" }), ScimType::InvalidSyntax),
            (json!({ "op": "remove" }), ScimType::NoTarget),
            (
                json!({ "op": "replace", "path": r#"emails[type eq "x"].value"#, "value": "y" }),
                ScimType::NoTarget,
            ),
            (json!({ "op": "add", "path": "a..b", "value": 1 }), ScimType::InvalidPath),
            (json!({ "op": "add", "path": "userName.part", "value": 1 }), ScimType::InvalidPath),
            (json!({ "op": "add", "path": "title" }), ScimType::InvalidValue),
            (json!({ "op": "add", "value": "title" }), ScimType::InvalidValue),
        ] {
            let expected = Problem::scim(reason, "");
            let problem = patched(ada(), json!({ "Operations": [change] })).unwrap_err();
            assert_eq!(problem.with_detail(""), expected, "{change}");
        }
        assert!(patched(ada(), json!({})).is_err());
    }
}

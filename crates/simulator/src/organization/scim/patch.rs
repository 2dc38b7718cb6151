//! Patches (RFC 7644, section 3.5.2), in the forms that identity providers send.
//!
//! A `remove` takes what it names, and nothing else: a value that is not understood or that names
//! something absent is refused. Only without a value the whole attribute is removed.

use std::borrow::Cow;

use serde_json::Value;

use super::Document;
use super::change::{Action, Change};
use super::path::{self, Path};
use super::schema::{is_always_set, is_read_only, is_reference};
use crate::problem::{Problem, ScimType};

/// Applies the operations of a request in order.
pub(super) fn apply(mut document: Document, patch: &Document) -> Result<Document, Problem> {
    // RFC 7644 writes `Operations`, Atlassian's document `operations`.
    let operations = match property(patch, "Operations")? {
        Some(Value::Array(operations)) => operations,
        Some(_) => return Err(syntax("Operations must be a list")),
        None => return Err(syntax("Operations must be given")),
    };
    for operation in operations {
        operate(&mut document, operation)?;
    }
    Ok(document)
}

fn operate(document: &mut Document, operation: &Value) -> Result<(), Problem> {
    let Value::Object(operation) = operation else {
        return Err(syntax("each of Operations must be an object"));
    };
    // A value under a misspelt name must not count as none: a remove would then take all.
    let is_known = |name: &str| ["op", "path", "value"].iter().any(|known| known.eq_ignore_ascii_case(name));
    if let Some(name) = operation.keys().find(|name| !is_known(name)) {
        return Err(syntax(format!("an operation has op, path and value, and no {name:?}")));
    }
    let name = property(operation, "op")?.and_then(Value::as_str).unwrap_or_default();
    let action = match name.to_ascii_lowercase().as_str() {
        "add" => Action::Add,
        "replace" => Action::Replace,
        "remove" => Action::Remove,
        _ => return Err(syntax("op must be add, replace or remove")),
    };
    let value = property(operation, "value")?;
    match (property(operation, "path")?.unwrap_or(&Value::Null), value) {
        (Value::String(path), _) => {
            if !at(document, path, Change { action, value: value.cloned() })? {
                let detail = format!("the server alone sets {path}, or it cannot be removed");
                return Err(Problem::scim(ScimType::Mutability, detail));
            }
        }
        (Value::Null, _) if action == Action::Remove => {
            return Err(Problem::scim(ScimType::NoTarget, "remove needs a path"));
        }
        (Value::Null, Some(Value::Object(attributes))) => {
            for (path, value) in attributes {
                // As in a whole document, what cannot be set is ignored among other attributes.
                at(document, path, Change { action, value: Some(value.clone()) })?;
            }
        }
        (Value::Null, _) => {
            let detail = "without a path, value must be an object of attributes";
            return Err(Problem::scim(ScimType::InvalidValue, detail));
        }
        _ => return Err(Problem::scim(ScimType::InvalidPath, "path must be a text")),
    }
    Ok(())
}

/// Makes a change at a path, unless a request cannot make it. Returns whether it can.
fn at(document: &mut Document, path: &str, change: Change) -> Result<bool, Problem> {
    let is_object = change.value.as_ref().is_some_and(Value::is_object);
    let path = Path::parse(path, &path::urns_of(document), is_object)?;
    let can = !is_fixed(&path, &change);
    if can {
        change.at(document, &path)?;
    }
    Ok(can)
}

/// Whether the server alone sets the target of a change, so that the change would have no effect.
fn is_fixed(path: &Path, Change { action, value }: &Change) -> bool {
    let (replaces, removes) = (*action == Action::Replace, *action == Action::Remove);
    match path.steps().next().unwrap_or_default() {
        name if is_read_only(name) => true,
        name if is_always_set(name) => {
            let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            path.part.is_none() && (removes || (replaces && value.as_ref().is_some_and(is_empty)))
        }
        // Of a member, a request gives only the identifier.
        name if is_reference(name) => {
            let parts = value.as_ref().and_then(Value::as_object);
            let is_id = |name: &String| name.eq_ignore_ascii_case("value");
            let lacks_id = parts.is_some_and(|parts| !parts.keys().any(is_id));
            path.part.is_some() || (path.filter.is_some() && !removes && lacks_id)
        }
        _ => false,
    }
}

/// A property of a message, in any case.
fn property<'a>(message: &'a Document, name: &str) -> Result<Option<&'a Value>, Problem> {
    let mut found = message.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(syntax(format!("{name} is given twice"))),
        (found, None) => Ok(found.map(|(_, value)| value)),
    }
}

fn syntax(detail: impl Into<Cow<'static, str>>) -> Problem {
    Problem::scim(ScimType::InvalidSyntax, detail)
}

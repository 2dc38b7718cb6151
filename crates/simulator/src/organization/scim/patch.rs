//! Patches (RFC 7644, section 3.5.2), in the forms that identity providers send.
//!
//! A `remove` takes what it names, and nothing else: a value that is not understood or that names
//! something absent is refused. Only without a value the whole attribute is removed.

use std::borrow::Cow;

use serde_json::Value;

use super::Document;
use super::change::{Action, Change};
use super::path::{self, Path};
use super::schema::{Kind, List, Schema, is_always_set, is_password, is_read_only, is_reference};
use crate::problem::{Problem, ScimType};

/// Applies the operations of a request in order.
pub(super) fn apply(mut document: Document, patch: &Document) -> Result<Document, Problem> {
    // RFC 7644 writes `Operations`, Atlassian's document `operations`.
    let operations = match property(patch, "Operations")? {
        Some(Value::Array(operations)) if operations.is_empty() => {
            return Err(Problem::scim(ScimType::InvalidValue, "Operations must have at least one operation"));
        }
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
        (Value::String(text), _) => {
            let change = Change { action, value: value.cloned() };
            let path = target(document, text, &change)?;
            if !has_target(document, &path) {
                let detail = format!("{text} is not an attribute; an extension's attribute needs its URN");
                return Err(Problem::scim(ScimType::InvalidPath, detail));
            }
            if is_fixed(&path, &change) {
                let detail = format!("{text} is read-only, or it cannot be removed");
                return Err(Problem::scim(ScimType::Mutability, detail));
            }
            change.at(document, &path)?;
        }
        (Value::Null, _) if action == Action::Remove => {
            return Err(Problem::scim(ScimType::NoTarget, "remove needs a path"));
        }
        (Value::Null, Some(Value::Object(attributes))) => {
            for (text, value) in attributes {
                let change = Change { action, value: Some(value.clone()) };
                let path = target(document, text, &change)?;
                // As in a whole document: read-only attributes are ignored, and unknown ones kept.
                if !is_fixed(&path, &change) {
                    change.at(document, &path)?;
                }
            }
        }
        (Value::Null, _) => {
            let detail = "without a path, value must be an object of attributes";
            return Err(Problem::scim(ScimType::InvalidValue, detail));
        }
        _ => return Err(Problem::scim(ScimType::InvalidPath, "path must be a string")),
    }
    Ok(())
}

/// The path of a change.
fn target(document: &Document, text: &str, change: &Change) -> Result<Path, Problem> {
    Path::parse(text, &path::urns_of(document), change.value.as_ref().is_some_and(Value::is_object))
}

/// Whether a schema or the document has the target of a path. An extension that is not documented
/// may have any attribute.
fn has_target(document: &Document, path: &Path) -> bool {
    let (schema, attributes) = match &path.extension {
        None => (Schema::core(), Some(document)),
        Some(urn) => (Schema::of_extension(urn), document.get(urn).and_then(Value::as_object)),
    };
    let Some(name) = &path.attribute else { return true };
    let present = attributes.and_then(|attributes| find(attributes, name));
    let has = |item: &Value, part: &str| item.as_object().is_some_and(|item| find(item, part).is_some());
    let has_part = |part: &String| match (schema.kind(name), present) {
        (Kind::Complex(parts) | Kind::List(List { schema: parts, .. }), _) if parts.knows(part) => true,
        (Kind::List(_), Some(Value::Array(items))) => items.iter().any(|item| has(item, part)),
        (Kind::Complex(_), Some(value)) => has(value, part),
        // The change says why the attribute has no parts.
        (kind, _) => !matches!(kind, Kind::Complex(_) | Kind::List(_)),
    };
    (present.is_some() || schema.knows(name) || is_password(name)) && path.part.as_ref().is_none_or(has_part)
}

/// The value of an attribute, whose name may be in any case.
fn find<'a>(attributes: &'a Document, name: &str) -> Option<&'a Value> {
    attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
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

//! Documents and values as an identity provider sends them, brought into one form: names as the
//! schemas spell them, booleans as booleans, extensions under their URN, and no password.

use serde_json::{Map, Value, json};

use super::path::Path;
use super::schema::{Kind, Schema, is_password};
use super::{Document, invalid, urn};
use crate::problem::{Problem, ScimType};

/// Reads the document of a request. `core` is the URN of its resource.
///
/// Attributes that no schema has are kept where they are. `null` is the same as absent.
pub(super) fn document(sent: Document, core: &str) -> Result<Document, Problem> {
    let known = urn::urns_of(&sent);
    let mut read = Document::new();
    for (name, value) in sent {
        if !name.contains(':') {
            put(&mut read, Schema::core(), "", &name, value)?;
            continue;
        }
        let path = Path::parse(&name, &known, value.is_object())?;
        let object = match (&path.extension, &path.attribute, value) {
            (_, _, Value::Null) => continue,
            (Some(_), None, Value::Object(object)) => object,
            (_, Some(attribute), value) if path.filter.is_none() && path.part.is_none() => {
                Map::from_iter([(attribute.clone(), value)])
            }
            _ => return Err(invalid(ScimType::InvalidValue, format!("{name} must be an object"))),
        };
        let Some(urn) = path.extension else {
            for (attribute, value) in object {
                put(&mut read, Schema::core(), "", &attribute, value)?;
            }
            continue;
        };
        let schema = Schema::of_extension(&urn);
        if let Value::Object(extension) = read.entry(urn.clone()).or_insert_with(|| json!({})) {
            for (attribute, value) in object {
                put(extension, schema, &format!("{urn}:"), &attribute, value)?;
            }
        }
    }
    list_schemas(&mut read, core);
    Ok(read)
}

/// Lists the resource's own schema and each extension that the document has.
fn list_schemas(document: &mut Document, core: &str) {
    let extensions: Vec<_> = document.keys().filter(|name| name.contains(':')).cloned().collect();
    if let Value::Array(schemas) = document.entry("schemas").or_insert_with(|| json!([])) {
        let lists = |schemas: &[Value], urn: &str| schemas.iter().any(|listed| listed == urn);
        if !lists(schemas, core) {
            schemas.insert(0, core.into());
        }
        for urn in extensions {
            if !lists(schemas, &urn) {
                schemas.push(urn.into());
            }
        }
    }
}

/// Reads the value of an attribute. `at` names it in messages.
pub(super) fn value(kind: Kind, at: &str, value: Value) -> Result<Value, Problem> {
    match (kind, value) {
        (_, Value::Null) => Ok(Value::Null),
        (Kind::Boolean, value) => truth(at, &value).map(Value::Bool),
        (Kind::List(several), Value::Array(items)) => list(several.schema, at, items).map(Value::Array),
        (Kind::Complex(schema), Value::Object(members)) => object(schema, at, members).map(Value::Object),
        (_, Value::Array(items)) => list(Schema::UNKNOWN_ITEM, at, items).map(Value::Array),
        (_, Value::Object(members)) => object(Schema::UNKNOWN, at, members).map(Value::Object),
        (_, value) => Ok(value),
    }
}

/// Reads several values, of which at most one is primary.
pub(super) fn list(of: Schema, at: &str, items: Vec<Value>) -> Result<Vec<Value>, Problem> {
    let item = |(index, item)| match item {
        Value::Object(members) => object(of, &format!("{at}[{index}]"), members).map(Value::Object),
        other => value(Kind::Unknown, at, other),
    };
    let items = items.into_iter().enumerate().map(item).collect::<Result<Vec<_>, _>>()?;
    if items.iter().filter(|item| is_primary(item)).count() > 1 {
        return Err(invalid(ScimType::InvalidValue, format!("only one of {at} can be primary")));
    }
    Ok(items)
}

pub(super) fn object(
    schema: Schema,
    at: &str,
    members: Map<String, Value>,
) -> Result<Map<String, Value>, Problem> {
    let mut read = Map::new();
    for (name, value) in members {
        put(&mut read, schema, &format!("{at}."), &name, value)?;
    }
    Ok(read)
}

fn put(
    read: &mut Map<String, Value>,
    schema: Schema,
    at: &str,
    name: &str,
    sent: Value,
) -> Result<(), Problem> {
    if is_password(name) || sent.is_null() {
        return Ok(());
    }
    let at = format!("{at}{name}");
    let name = schema.spelling(read, name).to_owned();
    if read.contains_key(&name) {
        return Err(invalid(ScimType::InvalidValue, format!("{at} is given twice")));
    }
    let value = value(schema.kind(&name), &at, sent)?;
    read.insert(name, value);
    Ok(())
}

/// Reads a boolean, which some identity providers write as text.
pub(super) fn truth(at: &str, value: &Value) -> Result<bool, Problem> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(invalid(ScimType::InvalidValue, format!("{at} must be true or false"))),
    }
}

/// Whether one of several values is the primary one.
pub(super) fn is_primary(item: &Value) -> bool {
    item.get("primary") == Some(&Value::Bool(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::scim::cases::{assert_json, cases, json};
    use atlassian_admin_core::model::ScimUser;

    #[test]
    fn document_follows_the_table() {
        for (sent, expected) in cases(include_str!("cases/canonical.txt")) {
            let without_schemas = |mut read: Document| {
                read.remove("schemas");
                Value::Object(read)
            };
            assert_json(sent, document(json(sent), ScimUser::SCHEMA).map(without_schemas), expected);
        }
    }

    #[test]
    fn document_lists_its_schemas() {
        let sent = r#"{ "schemas": ["urn:b:2.0:User"], "urn:c:2.0:User": {}, "urn:a:2.0:User:x": 1 }"#;
        let read = document(json(sent), ScimUser::SCHEMA).unwrap();
        let expected = json!([ScimUser::SCHEMA, "urn:b:2.0:User", "urn:a:2.0:User", "urn:c:2.0:User"]);
        assert_eq!(read["schemas"], expected);
    }
}

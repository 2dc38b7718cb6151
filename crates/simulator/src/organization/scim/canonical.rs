//! Documents and values as an identity provider sends them, brought into one form: names as the
//! schemas spell them, booleans as booleans, extensions under their URN, and no password.

use serde_json::{Map, Value, json};

use super::path::{self, Path};
use super::schema::{Kind, Schema, is_password, truth};
use super::{Document, object_at};
use crate::problem::{Problem, ScimType};

/// Reads the document of a request. `core` is the URN of its resource.
///
/// Attributes that no schema has are kept where they are. `null` is the same as absent.
pub(super) fn document(sent: Document, core: &str) -> Result<Document, Problem> {
    let known = path::urns_of(&sent);
    let mut read = Document::new();
    for (name, value) in sent {
        let (extension, attributes) = place(name, value, &known)?;
        match extension {
            None => put_all(&mut read, Schema::core(), "", attributes)?,
            Some(urn) => {
                let at = format!("{urn}:");
                let extension = object_at(&mut read, &urn).ok_or(Problem::INTERNAL)?;
                put_all(extension, Schema::of_extension(&urn), &at, attributes)?;
            }
        }
    }
    list_schemas(&mut read, core);
    Ok(read)
}

/// The extension that a property of a document is about, and what it says of its attributes.
fn place(name: String, value: Value, known: &[String]) -> Result<(Option<String>, Document), Problem> {
    if !name.contains(':') {
        return Ok((None, Map::from_iter([(name, value)])));
    }
    let path = Path::parse(&name, known, value.is_object())?;
    match (path.extension, path.attribute, value) {
        (_, _, Value::Null) => Ok((None, Map::new())),
        (extension @ Some(_), None, Value::Object(attributes)) => Ok((extension, attributes)),
        (extension, Some(attribute), value) if path.filter.is_none() && path.part.is_none() => {
            Ok((extension, Map::from_iter([(attribute, value)])))
        }
        _ => Err(Problem::scim(ScimType::InvalidValue, format!("{name} must be an object"))),
    }
}

/// Lists the resource's own schema and each extension that the document has.
fn list_schemas(document: &mut Document, core: &str) {
    let extensions = document.keys().filter(|name| name.contains(':'));
    let extensions: Vec<Value> = extensions.map(|urn| urn.as_str().into()).collect();
    if let Value::Array(schemas) = document.entry("schemas").or_insert_with(|| json!([])) {
        if !schemas.iter().any(|listed| listed == core) {
            schemas.insert(0, core.into());
        }
        for urn in extensions {
            if !schemas.contains(&urn) {
                schemas.push(urn);
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
        other => value(Kind::Complex(Schema::UNKNOWN), at, other),
    };
    let items = items.into_iter().enumerate().map(item).collect::<Result<Vec<_>, _>>()?;
    if items.iter().filter(|item| is_primary(item)).count() > 1 {
        return Err(Problem::scim(ScimType::InvalidValue, format!("only one of {at} can be primary")));
    }
    Ok(items)
}

pub(super) fn object(schema: Schema, at: &str, members: Document) -> Result<Document, Problem> {
    let mut read = Map::new();
    put_all(&mut read, schema, &format!("{at}."), members)?;
    Ok(read)
}

/// Reads attributes into an object. `at` comes before their names in messages.
fn put_all(read: &mut Document, schema: Schema, at: &str, sent: Document) -> Result<(), Problem> {
    for (name, sent) in sent {
        if is_password(&name) || sent.is_null() {
            continue;
        }
        let at = format!("{at}{name}");
        let name = schema.spelling(read, &name).to_owned();
        if read.contains_key(&name) {
            return Err(Problem::scim(ScimType::InvalidValue, format!("{at} is given twice")));
        }
        let value = value(schema.kind(&name), &at, sent)?;
        read.insert(name, value);
    }
    Ok(())
}

/// Whether one of several values is the primary one.
pub(super) fn is_primary(item: &Value) -> bool {
    item.get("primary") == Some(&Value::Bool(true))
}

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
    use atlassian_admin_core::model::{EnterpriseUser, ScimUser};

    fn read(sent: Value) -> Result<Value, Problem> {
        document(serde_json::from_value(sent).unwrap(), ScimUser::SCHEMA).map(Value::Object)
    }

    #[test]
    fn document_reads_text_as_boolean_in_every_place() {
        let read = read(json!({
            "ACTIVE": "False",
            "emails": [{ "value": "a", "Primary": "TRUE" }, { "value": "b", "primary": "false" }],
            "phoneNumbers": [{ "value": "1", "primary": "True" }],
            "addresses": [{ "formatted": "x", "primary": "true" }],
            "lockers": [{ "value": "7", "primary": "False" }],
            "urn:acme:2.0:User": { "desks": [{ "value": "9", "primary": "True" }], "active": "True" },
        }));
        let mut read = read.unwrap();
        read.as_object_mut().unwrap().remove("schemas");
        let expected = json!({
            "active": false,
            "emails": [{ "value": "a", "primary": true }, { "value": "b", "primary": false }],
            "phoneNumbers": [{ "value": "1", "primary": true }],
            "addresses": [{ "formatted": "x", "primary": true }],
            "lockers": [{ "value": "7", "primary": false }],
            // What an unknown extension means by a name of its own is not known.
            "urn:acme:2.0:User": { "desks": [{ "value": "9", "primary": true }], "active": "True" },
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn document_refuses_what_is_not_a_boolean() {
        for bad in [json!("1"), json!(1), json!(0), json!("yes"), json!(""), json!(" true"), json!(["True"])]
        {
            for sent in [
                json!({ "active": bad }),
                json!({ "emails": [{ "value": "a", "primary": bad }] }),
                json!({ "lockers": [{ "value": "a", "primary": bad }] }),
                json!({ "urn:acme:2.0:User": { "desks": [{ "primary": bad }] } }),
            ] {
                let problem = read(sent.clone()).unwrap_err().with_detail("");
                assert_eq!(problem, Problem::scim(ScimType::InvalidValue, ""), "{sent}");
            }
        }
    }

    #[test]
    fn document_nests_extensions_and_lists_their_schemas() {
        let (core, enterprise) = (ScimUser::SCHEMA, EnterpriseUser::SCHEMA);
        let sent = json!({
            "schemas": [core],
            format!("{enterprise}:department"): "Engines",
            format!("{core}:title"): "Countess",
            "urn:acme:2.0:User:badge": 7,
            "urn:acme:2.0:User": { "floor": 1, "gone": null },
            "urn:other:custom": { "x": 1 },
            "urn:third:custom": null,
        });
        let expected = json!({
            "schemas": [core, "urn:acme:2.0:User", enterprise, "urn:other:custom"],
            "title": "Countess",
            enterprise: { "department": "Engines" },
            "urn:acme:2.0:User": { "floor": 1, "badge": 7 },
            "urn:other:custom": { "x": 1 },
        });
        assert_eq!(read(sent), Ok(expected));
    }

    #[test]
    fn document_nests_attributes_of_extensions_whose_values_are_objects() {
        let (core, enterprise) = (ScimUser::SCHEMA, EnterpriseUser::SCHEMA);
        let sent = json!({
            format!("{enterprise}:manager"): { "value": "m" },
            format!("{core}:name"): { "givenName": "Ada" },
            "urn:acme:2.0:User:desk": { "floor": 1 },
            "urn:other:custom": { "x": 1 },
            "urn:other:custom:y": { "z": 2 },
        });
        let expected = json!({
            "schemas": [core, "urn:acme:2.0:User", enterprise, "urn:other:custom"],
            "name": { "givenName": "Ada" },
            enterprise: { "manager": { "value": "m" } },
            "urn:acme:2.0:User": { "desk": { "floor": 1 } },
            "urn:other:custom": { "x": 1, "y": { "z": 2 } },
        });
        assert_eq!(read(sent), Ok(expected));
        let twice =
            json!({ enterprise: { "manager": {} }, format!("{enterprise}:Manager"): { "value": "m" } });
        assert!(read(twice).is_err());
    }

    #[test]
    fn document_refuses_extensions_that_are_not_objects() {
        for (name, value) in [
            ("urn:acme:2.0:User", json!("x")),
            ("urn:example:1.0", json!([1])),
            ("urn:acme:2.0:User:manager.value", json!("x")),
            (ScimUser::SCHEMA, json!({ "title": "x" })),
            ("a:b", json!({})),
            ("urn:x", json!({})),
        ] {
            assert!(read(json!({ name: value })).is_err(), "{name}");
        }
    }

    #[test]
    fn document_forgets_passwords_in_every_place() {
        let core = ScimUser::SCHEMA;
        let sent = json!({
            "password": "secret-1", "PassWord": "secret-2", format!("{core}:password"): "secret-3",
            "urn:acme:2.0:User": { "password": "secret-4", "deep": [{ "Password": "secret-5" }] },
            "urn:acme:2.0:User:password": "secret-6",
        });
        let read = read(sent).unwrap();
        assert!(!read.to_string().to_lowercase().contains("secret"), "{read}");
    }

    #[test]
    fn document_refuses_two_primaries_and_names_given_twice() {
        for bad in [
            json!({ "emails": [{ "value": "a", "primary": true }, { "value": "b", "primary": "True" }] }),
            json!({ "lockers": [{ "primary": true }, { "primary": true }] }),
            json!({ "active": true, "Active": false }),
        ] {
            let problem = read(bad.clone()).unwrap_err().with_detail("");
            assert_eq!(problem, Problem::scim(ScimType::InvalidValue, ""), "{bad}");
        }
    }
}

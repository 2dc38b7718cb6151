//! Values as Rust writes them, by their schema.

use std::collections::BTreeSet;

use atlassian_admin_core::schema::{ObjectSchema, Schema};
use serde_json::{Map, Value};

use super::paths;
use super::words::snake_case;

/// Writes values, and collects what they import.
#[derive(Debug, Default)]
pub(super) struct Literals {
    /// The types by their modules: `("model", "RoleId")`.
    pub(super) types: BTreeSet<(&'static str, String)>,
    /// Whether `serde_json::json` is used.
    pub(super) has_json: bool,
}

/// A constructor beside `new`, or instead of it.
struct Constructor {
    schema: &'static str,
    function: &'static str,
    /// The properties that it sets, with their values as JSON.
    sets: &'static [(&'static str, &'static str)],
    /// The properties that it takes, in the order of the schema.
    arguments: &'static [&'static str],
}

const CONSTRUCTORS: &[Constructor] = &[
    Constructor {
        schema: "PolicyInput",
        function: "new",
        sets: &[("type", "\"policy\"")],
        arguments: &["attributes"],
    },
    Constructor {
        schema: "ScimPatch",
        function: "of",
        sets: &[("schemas", "[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]")],
        arguments: &["Operations"],
    },
    Constructor {
        schema: "ScimChange",
        function: "add",
        sets: &[("op", "\"add\"")],
        arguments: &["path", "value"],
    },
    Constructor {
        schema: "ScimChange",
        function: "replace",
        sets: &[("op", "\"replace\"")],
        arguments: &["path", "value"],
    },
];

impl Constructor {
    fn fits(&self, schema: &ObjectSchema, members: &Map<String, Value>) -> bool {
        let sets =
            |(name, json): &(&str, &str)| members.get(*name) == serde_json::from_str(json).ok().as_ref();
        self.schema == schema.name && self.sets.iter().all(sets)
    }
}

/// Returns the name of a property or argument in Rust.
pub(super) fn name(wire: &str) -> String {
    match wire {
        "type" => "kind".to_owned(),
        "in" => "values".to_owned(),
        other => snake_case(other),
    }
}

impl Literals {
    /// Writes a value of this schema. A name such as `$orgId` is a variable.
    pub(super) fn value(&mut self, schema: &Schema, value: &Value) -> Result<String, String> {
        match (schema, value) {
            (Schema::Json, Value::Array(_) | Value::Object(_)) => {
                self.has_json = true;
                Ok(format!("json!({})", json(value)))
            }
            (_, Value::String(text)) if text.starts_with('$') => Ok(snake_case(&text[1..])),
            (Schema::Enum(known), Value::String(text)) => {
                let variant = paths::variant(known, text)?;
                self.import(known.name);
                Ok(format!("{}::{variant}", known.name))
            }
            (Schema::List(item), Value::Array(items)) => {
                let items: Result<Vec<_>, _> = items.iter().map(|it| self.value(item, it)).collect();
                Ok(format!("[{}]", items?.join(", ")))
            }
            (Schema::Object(object), Value::Object(members)) => self.object(object, members),
            (Schema::Text | Schema::Json, Value::String(text)) => Ok(quoted(text)),
            (Schema::Integer | Schema::Time | Schema::Json, Value::Number(number)) => Ok(number.to_string()),
            (Schema::Boolean | Schema::Json, Value::Bool(value)) => Ok(value.to_string()),
            _ => Err(format!("{value} cannot be written as {schema:?}")),
        }
    }

    /// Writes an object: a constructor, and a setter for each property that it does not take.
    fn object(&mut self, schema: &ObjectSchema, members: &Map<String, Value>) -> Result<String, String> {
        let properties = (schema.properties)();
        if let Some(unknown) = members.keys().find(|name| properties.iter().all(|it| it.name != **name)) {
            return Err(format!("`{}` has no property `{unknown}`", schema.name));
        }
        self.import(schema.name);
        let special = CONSTRUCTORS.iter().find(|it| it.fits(schema, members));
        let taken: Vec<_> = match special {
            Some(special) => special.arguments.to_vec(),
            None => properties.iter().filter(|it| it.required).map(|it| it.name).collect(),
        };
        let (mut arguments, mut setters) = (Vec::new(), String::new());
        for property in properties {
            let is_set = special.is_some_and(|it| it.sets.iter().any(|(name, _)| *name == property.name));
            match members.get(property.name) {
                _ if is_set => {}
                Some(value) if taken.contains(&property.name) => {
                    arguments.push(self.value(&property.schema, value)?);
                }
                Some(value) => {
                    setters += &format!(".{}({})", name(property.name), self.value(&property.schema, value)?);
                }
                None if taken.contains(&property.name) => {
                    return Err(format!("`{}` needs the property `{}`", schema.name, property.name));
                }
                None => {}
            }
        }
        let function = special.map_or("new", |it| it.function);
        Ok(format!("{}::{function}({}){setters}", schema.name, arguments.join(", ")))
    }

    fn import(&mut self, name: &str) {
        self.types.insert((paths::module(name), name.to_owned()));
    }
}

/// Writes text; as a raw string if it has quotes.
fn quoted(text: &str) -> String {
    if text.contains('"') { format!("r#\"{text}\"#") } else { format!("{text:?}") }
}

/// Writes the argument of `json!`, in which names are variables.
fn json(value: &Value) -> String {
    match value {
        Value::String(text) if text.starts_with('$') => snake_case(&text[1..]),
        Value::Array(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}: {}", quoted(name), json(value)));
            format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use atlassian_admin_core::model::{PolicyInput, RoleId, ScimPatch};
    use atlassian_admin_core::schema::HasSchema;
    use serde_json::json;

    use super::*;

    #[test]
    fn objects_are_written_with_constructor_and_setters() {
        let mut literals = Literals::default();
        let policy = json!({ "type": "policy", "attributes": { "type": "ip-allowlist", "name": "$name" } });
        assert_eq!(
            literals.value(&PolicyInput::SCHEMA, &policy).unwrap(),
            "PolicyInput::new(PolicyInputAttributes::new(PolicyType::IpAllowlist).name(name))"
        );
        let patch = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "add", "path": "a", "value": [{ "value": "$id" }] }],
        });
        assert_eq!(
            literals.value(&ScimPatch::SCHEMA, &patch).unwrap(),
            r#"ScimPatch::of([ScimChange::add("a", json!([{ "value": id }]))])"#
        );
        assert!(literals.has_json);
    }

    #[test]
    fn value_is_refused_when_the_schema_is_another() {
        let mut literals = Literals::default();
        for (schema, value) in [
            (Schema::Integer, json!("7")),
            (RoleId::SCHEMA, json!("novel")),
            (PolicyInput::SCHEMA, json!({ "type": "policy" })),
            (PolicyInput::SCHEMA, json!({ "novel": 1 })),
        ] {
            assert!(literals.value(&schema, &value).is_err());
        }
    }
}

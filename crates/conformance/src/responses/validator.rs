//! From the schemas of OpenAPI 3.0 to JSON Schema, which validators read.

use std::collections::BTreeMap;

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::facts::Facts;
use crate::schema::Schema;

/// The validators of the schemas that were needed so far.
#[derive(Debug)]
pub(super) struct Validators<'a> {
    facts: &'a Facts,
    built: BTreeMap<String, Result<Validator, String>>,
}

impl<'a> Validators<'a> {
    pub(super) fn new(facts: &'a Facts) -> Self {
        Self { facts, built: BTreeMap::new() }
    }

    /// The validator of a schema; an error where it is not a schema.
    pub(super) fn of(&mut self, schema: Schema<'_>) -> &Result<Validator, String> {
        self.built.entry(schema.json.to_string()).or_insert_with(|| build(schema.json, self.facts))
    }
}

fn build(schema: &Value, facts: &Facts) -> Result<Validator, String> {
    // References lead from the root, so the schemas that they lead to are part of it.
    let mut schemas = Map::new();
    add_references(schema, facts, &mut schemas);
    let root = json!({"allOf": [translated(schema)], "schemas": schemas});
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    options.build(&root).map_err(|error| format!("an invalid schema: {error}"))
}

/// Adds the schemas that a schema refers to, by document and name.
fn add_references(schema: &Value, facts: &Facts, added: &mut Map<String, Value>) {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str)
        && let Some((document, name)) = target.trim_start_matches("#/schemas/").split_once('/')
    {
        let document = added.entry(document).or_insert_with(|| json!({}));
        if document.get(name).is_none() {
            let (found, _) = facts.follow(schema);
            document[name] = translated(found);
            add_references(found, facts, added);
        }
    }
    match schema {
        Value::Object(parts) => parts.values().for_each(|part| add_references(part, facts, added)),
        Value::Array(parts) => parts.iter().for_each(|part| add_references(part, facts, added)),
        _ => {}
    }
}

/// The same in JSON Schema: there, `null` is a type like others, not a mark on them.
fn translated(json: &Value) -> Value {
    match json {
        Value::Array(items) => items.iter().map(translated).collect(),
        Value::Object(members) => {
            let nullable = members.get("nullable") == Some(&Value::Bool(true));
            let members: Map<_, _> = members
                .iter()
                .filter(|(name, value)| !(name.as_str() == "nullable" && value.is_boolean()))
                .map(|(name, value)| (name.clone(), translated(value)))
                .collect();
            if nullable { json!({"anyOf": [members, {"type": "null"}]}) } else { members.into() }
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tests::facts;

    fn accepts(schema: Value, value: Value) -> bool {
        build(&schema, &facts(json!({}), json!({"Id": {"type": "string"}}))).unwrap().is_valid(&value)
    }

    #[test]
    fn null_is_accepted_where_it_is_documented() {
        let reference = json!({"$ref": "#/schemas/test/Id"});
        assert!(!accepts(reference.clone(), Value::Null));
        assert!(accepts(json!({"$ref": "#/schemas/test/Id", "nullable": true}), Value::Null));
        let values = json!({"type": "string", "enum": ["a"], "nullable": true});
        assert!(accepts(values.clone(), Value::Null) && accepts(values.clone(), json!("a")));
        assert!(!accepts(values, json!("b")));
        assert!(!accepts(json!({"properties": {"nullable": {"type": "string"}}}), json!({"nullable": null})));
    }

    #[test]
    fn formats_are_validated() {
        let time = json!({"type": "string", "format": "date-time"});
        assert!(accepts(time.clone(), json!("2026-01-01T00:00:00Z")) && !accepts(time, json!("yesterday")));
    }

    #[test]
    fn an_unknown_type_is_an_error() {
        let error = build(&json!({"type": "GroupCounts"}), &Facts::default()).unwrap_err();
        assert!(error.starts_with("an invalid schema: "), "{error}");
    }
}

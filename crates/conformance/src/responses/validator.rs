//! From the schemas of OpenAPI 3.0 to JSON Schema, which validators read.

use std::collections::BTreeMap;

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::facts::Facts;
use crate::schema::{Allows, Schema, entries, items};

/// The validators of the schemas that were needed so far.
#[derive(Debug)]
pub(super) struct Validators<'a> {
    facts: &'a Facts,
    /// All schemas of the table, by document and name.
    schemas: Value,
    built: BTreeMap<String, Result<Validator, String>>,
}

impl<'a> Validators<'a> {
    pub(super) fn new(facts: &'a Facts) -> Self {
        let documents = facts.schemas.iter().map(|(document, schemas)| {
            let schemas = schemas.iter().map(|(name, json)| (name.clone(), translated(json, facts, false)));
            (document.clone(), schemas.collect::<Value>())
        });
        Self { facts, schemas: documents.collect(), built: BTreeMap::new() }
    }

    /// The validator of a schema; an error where it is not a schema.
    pub(super) fn of(&mut self, schema: Schema<'_>) -> &Result<Validator, String> {
        let Self { facts, schemas, built } = self;
        built.entry(schema.json.to_string()).or_insert_with(|| {
            // References lead from the root, so the schemas that they lead to are part of it.
            let root = json!({"allOf": [translated(schema.json, facts, true)], "schemas": schemas});
            let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
            options.build(&root).map_err(|error| format!("an invalid schema: {error}"))
        })
    }
}

/// The same in JSON Schema. There, `null` is a type like others, not a mark on them. Where a value
/// is complete, properties that no part of its schema names are refused: a simulator that invented
/// them would teach its users what the API does not do.
fn translated(json: &Value, facts: &Facts, complete: bool) -> Value {
    let Value::Object(keywords) = json else { return json.clone() };
    let mut result = Map::new();
    for (keyword, value) in keywords {
        let translated = match (keyword.as_str(), value) {
            ("nullable", _) => continue,
            ("properties", _) => entries(value)
                .map(|(name, schema)| (name.to_owned(), translated(schema, facts, true)))
                .collect(),
            ("items" | "additionalProperties", _) => translated(value, facts, true),
            ("allOf" | "anyOf" | "oneOf", _) => {
                items(value).map(|part| translated(part, facts, false)).collect()
            }
            _ => value.clone(),
        };
        result.insert(keyword.clone(), translated);
    }
    if complete && matches!(facts.schema(json).allows(), Allows::Object(_)) {
        result.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
    let nullable = keywords.get("nullable") == Some(&Value::Bool(true));
    if nullable { json!({"anyOf": [result, {"type": "null"}]}) } else { result.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tests::facts;

    fn accepts(schema: Value, value: Value) -> bool {
        let facts = facts(json!({}), json!({"Id": {"type": "string"}}));
        Validators::new(&facts).of(facts.schema(&schema)).as_ref().unwrap().is_valid(&value)
    }

    #[test]
    fn validator_accepts_null_where_it_is_documented() {
        let reference = json!({"$ref": "#/schemas/test/Id"});
        assert!(!accepts(reference.clone(), Value::Null));
        assert!(accepts(json!({"$ref": "#/schemas/test/Id", "nullable": true}), Value::Null));
        let values = json!({"type": "string", "enum": ["a"], "nullable": true});
        assert!(accepts(values.clone(), Value::Null) && accepts(values.clone(), json!("a")));
        assert!(!accepts(values, json!("b")));
        assert!(!accepts(json!({"properties": {"nullable": {"type": "string"}}}), json!({"nullable": null})));
    }

    #[test]
    fn validator_accepts_only_documented_properties() {
        let inner = |name: &str| json!({"properties": {"context": {"properties": {name: {}}}}});
        let either = json!({"oneOf": [inner("a"), inner("b")], "properties": {"open": {"properties": {"a": {}}, "additionalProperties": true}, "free": {}}});
        for (value, valid) in [
            (json!({"context": {"b": 1}}), true),
            (json!({"context": {"b": 1, "c": 1}}), false),
            (json!({"context": {"a": 1}, "more": 1}), false),
            (json!({"context": {"a": 1}, "open": {"b": 1}, "free": {"c": 1}}), true),
        ] {
            assert_eq!(accepts(either.clone(), value.clone()), valid, "{value}");
        }
    }

    #[test]
    fn validator_checks_formats() {
        let time = json!({"type": "string", "format": "date-time"});
        assert!(accepts(time.clone(), json!("2026-01-01T00:00:00Z")) && !accepts(time, json!("yesterday")));
    }

    #[test]
    fn validator_refuses_schema_of_unknown_type() {
        let (facts, schema) = (Facts::default(), json!({"type": "GroupCounts"}));
        let mut validators = Validators::new(&facts);
        let error = validators.of(facts.schema(&schema)).as_ref().unwrap_err();
        assert!(error.starts_with("an invalid schema: "), "{error}");
    }
}

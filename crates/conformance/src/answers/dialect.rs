//! From the schemas of OpenAPI 3.0 to JSON Schema, which validators read.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::document::Schema;

/// A validator of what a schema describes.
pub(super) fn validator(schema: Schema<'_>) -> Result<Validator, String> {
    // References lead from the root, so what they lead to goes along.
    let root = json!({
        "allOf": [translated(schema.json)],
        "components": translated(schema.document.part("/components")),
    });
    let built =
        jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true).build(&root);
    built.map_err(|error| format!("a schema of {} cannot be used: {error}", schema.document.name))
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
    use crate::document::tests::document;

    fn accepts(schema: Value, value: Value) -> bool {
        let document = document("/", json!({}), json!({"Id": {"type": "string"}}));
        validator(Schema { document: &document, json: &schema }).unwrap().is_valid(&value)
    }

    #[test]
    fn null_is_accepted_where_it_is_documented() {
        let reference = json!({"$ref": "#/components/schemas/Id"});
        assert!(!accepts(reference.clone(), Value::Null));
        assert!(accepts(json!({"$ref": "#/components/schemas/Id", "nullable": true}), Value::Null));
        let values = json!({"type": "string", "enum": ["a"], "nullable": true});
        assert!(accepts(values.clone(), Value::Null) && accepts(values.clone(), json!("a")));
        assert!(!accepts(values, json!("b")));
        assert!(!accepts(json!({"properties": {"nullable": {"type": "string"}}}), json!({"nullable": null})));
    }

    #[test]
    fn formats_count() {
        let time = json!({"type": "string", "format": "date-time"});
        assert!(accepts(time.clone(), json!("2026-01-01T00:00:00Z")) && !accepts(time, json!("yesterday")));
    }

    #[test]
    fn a_type_that_is_none_is_told() {
        let document = document("/", json!({}), json!({}));
        let schema = json!({"type": "GroupCounts"});
        let error = validator(Schema { document: &document, json: &schema }).unwrap_err();
        assert!(error.starts_with("a schema of test cannot be used: "), "{error}");
    }
}

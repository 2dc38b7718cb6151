//! Properties of a response that no document has. A schema accepts them, but a simulator that invented them would teach its users
//! what the API does not do.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::schema::{Allows, Schema};

/// The places of the properties of `value`, itself at `at`, that its schema does not have; the items of a list share a place.
pub(super) fn undocumented(schema: Schema<'_>, value: &Value, at: &str) -> BTreeSet<String> {
    match (schema.allows(), value) {
        (Allows::Object(known), Value::Object(properties)) => properties
            .iter()
            .flat_map(|(name, value)| {
                let at = format!("{at}/{name}");
                let known = known.iter().filter(|property| property.name == name);
                let found = known.map(|property| undocumented(property.schema, value, &at));
                // Of several alternatives, the one that fits best counts.
                found
                    .min_by_key(BTreeSet::len)
                    .unwrap_or_else(|| if schema.is_open() { BTreeSet::new() } else { BTreeSet::from([at]) })
            })
            .collect(),
        (Allows::List(schema), Value::Array(items)) => {
            items.iter().flat_map(|item| undocumented(schema, item, &format!("{at}/*"))).collect()
        }
        // The validator checks whether a value is of its type.
        _ => BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tests::facts;
    use serde_json::json;

    #[test]
    fn properties_that_no_schema_has_are_found_at_any_depth() {
        let schemas = json!({"Item": {"properties": {"id": {}, "open": {"properties": {"a": {}}, "additionalProperties": {}}}}});
        let facts = facts(json!({}), schemas);
        let page =
            json!({"properties": {"data": {"type": "array", "items": {"$ref": "#/schemas/test/Item"}}}});
        let value = json!({"data": [{"id": 1}, {"idd": 1, "open": {"b": 1}}, {"idd": 2}], "meta": {"x": 1}});
        let found = undocumented(facts.schema(&page), &value, "");
        assert_eq!(Vec::from_iter(found), ["/data/*/idd", "/meta"]);
    }

    #[test]
    fn of_several_alternatives_the_one_that_fits_counts() {
        let inner = |name: &str| json!({"properties": {"context": {"properties": {name: {}}}}});
        let (either, facts) = (json!({"oneOf": [inner("a"), inner("b")]}), facts(json!({}), json!({})));
        let schema = facts.schema(&either);
        assert!(undocumented(schema, &json!({"context": {"b": 1}}), "").is_empty());
        assert_eq!(
            Vec::from_iter(undocumented(schema, &json!({"context": {"b": 1, "c": 1}}), "")),
            ["/context/c"]
        );
    }
}

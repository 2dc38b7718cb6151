//! Members of an answer that no document knows. A schema lets them pass, and a simulator that made them up would teach its users what
//! the API does not do.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{Says, Schema};

/// The places of the members of `value`, which stands at `at`, that its schema does not have; the same for all items of a list.
pub(super) fn undocumented(schema: Schema<'_>, value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match (schema.says(), value) {
        (Says::Object(known), Value::Object(members)) => {
            for (name, value) in members {
                let at = format!("{at}/{name}");
                match known.iter().find(|member| member.name == name) {
                    Some(member) => undocumented(member.schema, value, &at, found),
                    None if schema.is_open() => {}
                    None => drop(found.insert(at)),
                }
            }
        }
        (Says::List(schema), Value::Array(items)) => {
            for item in items {
                undocumented(schema, item, &format!("{at}/*"), found);
            }
        }
        // Whether a value is of its type is the validator's question.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::document;
    use serde_json::json;

    #[test]
    fn members_that_no_schema_has_are_found_down_to_the_last_list() {
        let schemas = json!({"Item": {"properties": {"id": {}, "open": {"properties": {"a": {}}, "additionalProperties": {}}}}});
        let document = document("/", json!({}), schemas);
        let page = json!({"properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}}});
        let mut found = BTreeSet::new();
        let value = json!({"data": [{"id": 1}, {"idd": 1, "open": {"b": 1}}, {"idd": 2}], "meta": {"x": 1}});
        undocumented(Schema { document: &document, json: &page }, &value, "", &mut found);
        assert_eq!(Vec::from_iter(found), ["/data/*/idd", "/meta"]);
    }
}

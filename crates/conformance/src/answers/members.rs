//! Members of an answer that no document knows. A schema lets them pass, and a simulator that made them up would teach its users what
//! the API does not do.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{Says, Schema};

/// The places of the members of `value`, which stands at `at`, that its schema does not have; the same for all items of a list.
pub(super) fn undocumented(schema: Schema<'_>, value: &Value, at: &str) -> BTreeSet<String> {
    match (schema.says(), value) {
        (Says::Object(known), Value::Object(members)) => members
            .iter()
            .flat_map(|(name, value)| {
                let at = format!("{at}/{name}");
                let known = known.iter().filter(|member| member.name == name);
                let found = known.map(|member| undocumented(member.schema, value, &at));
                // Of several alternatives, the one that fits best counts.
                found
                    .min_by_key(BTreeSet::len)
                    .unwrap_or_else(|| if schema.is_open() { BTreeSet::new() } else { BTreeSet::from([at]) })
            })
            .collect(),
        (Says::List(schema), Value::Array(items)) => {
            items.iter().flat_map(|item| undocumented(schema, item, &format!("{at}/*"))).collect()
        }
        // Whether a value is of its type is the validator's question.
        _ => BTreeSet::new(),
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
        let value = json!({"data": [{"id": 1}, {"idd": 1, "open": {"b": 1}}, {"idd": 2}], "meta": {"x": 1}});
        let found = undocumented(Schema { document: &document, json: &page }, &value, "");
        assert_eq!(Vec::from_iter(found), ["/data/*/idd", "/meta"]);
    }

    #[test]
    fn of_several_alternatives_the_one_that_fits_counts() {
        let inner = |name: &str| json!({"properties": {"context": {"properties": {name: {}}}}});
        let (either, document) =
            (json!({"oneOf": [inner("a"), inner("b")]}), document("/", json!({}), json!({})));
        let schema = Schema { document: &document, json: &either };
        assert!(undocumented(schema, &json!({"context": {"b": 1}}), "").is_empty());
        assert_eq!(
            Vec::from_iter(undocumented(schema, &json!({"context": {"b": 1, "c": 1}}), "")),
            ["/context/c"]
        );
    }
}

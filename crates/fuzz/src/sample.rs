//! Generates values from their schema.

use atlassian_admin::operation::Operation;
use atlassian_admin::schema::Schema;
use serde_json::{Map, Value, json};

/// How much of an object is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The required properties.
    Least,
    /// All properties.
    Whole,
}

/// Generates a value of a schema. `depth` limits recursive schemas.
pub(crate) fn value(schema: Schema, extent: Extent, depth: usize) -> Value {
    match schema {
        Schema::Integer => 1.into(),
        Schema::Boolean => true.into(),
        Schema::Time => "1779184800000".into(),
        Schema::Enum(known) => known.values.first().copied().unwrap_or("x").into(),
        Schema::List(_) if extent == Extent::Least || depth > 4 => json!([]),
        Schema::List(schema) => json!([value(*schema, extent, depth + 1)]),
        Schema::Object(object) => {
            let wanted = |required| required || (extent == Extent::Whole && depth < 5);
            let members = (object.properties)().iter().filter(|member| wanted(member.required));
            members
                .map(|member| (member.name.to_owned(), value(member.schema, extent, depth + 1)))
                .collect::<Map<_, _>>()
                .into()
        }
        Schema::Json => json!({ "any": [1.5, null] }),
        Schema::Nothing => Value::Null,
        _ => "x".into(),
    }
}

/// Generates the required arguments of an operation.
pub(crate) fn arguments(operation: &Operation) -> Map<String, Value> {
    let required = operation.params.iter().filter(|param| param.required);
    required
        .map(|param| {
            // A list that must not be empty gets an item.
            let is_bounded = param.bounds.is_some_and(|bounds| bounds.min > 0);
            let extent = if is_bounded { Extent::Whole } else { Extent::Least };
            (param.name.to_owned(), value(param.schema, extent, 0))
        })
        .collect()
}

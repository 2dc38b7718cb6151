//! Generates values of a kind from its schema.

use atlassian_admin::operation::Operation;
use atlassian_admin::schema::Kind;
use serde_json::{Map, Value, json};

/// How much of an object is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The required properties.
    Least,
    /// All properties.
    Whole,
}

/// Generates a value of a kind. `depth` limits recursive kinds.
pub(crate) fn value(kind: Kind, extent: Extent, depth: usize) -> Value {
    match kind {
        Kind::Integer => 1.into(),
        Kind::Boolean => true.into(),
        Kind::Time => "1779184800000".into(),
        Kind::Enum(known) => known.first().copied().unwrap_or("x").into(),
        Kind::List(_) if extent == Extent::Least || depth > 4 => json!([]),
        Kind::List(kind) => json!([value(*kind, extent, depth + 1)]),
        Kind::Object(shape) => {
            let wanted = |required| required || (extent == Extent::Whole && depth < 5);
            let members = (shape.members)().iter().filter(|member| wanted(member.required));
            members
                .map(|member| (member.name.to_owned(), value(member.kind, extent, depth + 1)))
                .collect::<Map<_, _>>()
                .into()
        }
        Kind::Json => json!({ "any": [1.5, null] }),
        Kind::Nothing => Value::Null,
        _ => "x".into(),
    }
}

/// Generates the arguments of an operation.
pub(crate) fn arguments(operation: &Operation, extent: Extent) -> Map<String, Value> {
    let wanted = operation.params.iter().filter(|param| param.required || extent == Extent::Whole);
    wanted
        .map(|param| {
            // A list that must not be empty gets an item.
            let is_bounded = param.bounds.is_some_and(|bounds| bounds.min > 0);
            let extent = if is_bounded { Extent::Whole } else { extent };
            (param.name.to_owned(), value(param.kind, extent, 0))
        })
        .collect()
}

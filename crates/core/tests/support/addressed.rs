//! Calls that hold the e-mail address of the tests.

use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::schema::Kind;
use serde_json::{Map, Value, json};

use super::canary::EMAIL;

/// Every argument of an operation, with the address wherever it can stand.
pub fn arguments(operation: &Operation) -> Map<String, Value> {
    operation.params.iter().map(|param| (param.name.to_owned(), value(param.kind, 0))).collect()
}

fn value(kind: Kind, depth: usize) -> Value {
    match kind {
        Kind::Integer => 1.into(),
        Kind::Boolean => true.into(),
        Kind::Time => 1_779_184_800_000_i64.into(),
        Kind::List(kind) => json!([value(*kind, depth)]),
        Kind::Object(shape) if depth < 3 => (shape.members)()
            .iter()
            .map(|member| (member.name.to_owned(), value(member.kind, depth + 1)))
            .collect::<Map<_, _>>()
            .into(),
        Kind::Object(_) | Kind::Json => json!({ EMAIL: EMAIL }),
        _ => EMAIL.into(),
    }
}

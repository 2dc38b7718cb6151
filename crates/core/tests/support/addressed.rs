//! Calls that hold the e-mail address of the tests.

use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::schema::Schema;
use serde_json::{Map, Value, json};

use super::canary::EMAIL;

/// Every argument of an operation, with the address wherever it can stand.
pub fn arguments(operation: &Operation) -> Map<String, Value> {
    operation.params.iter().map(|param| (param.name.to_owned(), value(param.schema, 0))).collect()
}

fn value(schema: Schema, depth: usize) -> Value {
    match schema {
        Schema::Integer => 1.into(),
        Schema::Boolean => true.into(),
        Schema::Time => 1_779_184_800_000_i64.into(),
        Schema::List(schema) => json!([value(*schema, depth)]),
        Schema::Object(object) if depth < 3 => (object.properties)()
            .iter()
            .map(|member| (member.name.to_owned(), value(member.schema, depth + 1)))
            .collect::<Map<_, _>>()
            .into(),
        Schema::Object(_) | Schema::Json => json!({ EMAIL: EMAIL }),
        _ => EMAIL.into(),
    }
}

//! The table equals the core's own lists.

use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::{OPERATIONS, response_schema, schema};

use super::*;

/// Describes a schema; `depth` limits recursive schemas.
fn describe(schema: &Schema, depth: u32) -> String {
    let table = Table::get();
    match schema {
        _ if depth == 0 => "…".to_owned(),
        Schema::List(item) => format!("[{}]", describe(table.schema(*item), depth - 1)),
        Schema::Object(members) => {
            let member = |member: &Property| {
                format!(
                    "{} {} {}",
                    member.name,
                    member.required,
                    describe(table.schema(member.schema), depth - 1)
                )
            };
            format!("{:?}", members.all.iter().map(member).collect::<Vec<_>>())
        }
        schema => format!("{schema:?}"),
    }
}

/// Describes a schema of the core in the same way.
fn expected(schema: schema::Schema, depth: u32) -> String {
    match schema {
        _ if depth == 0 => "…".to_owned(),
        schema::Schema::List(item) => format!("[{}]", expected(*item, depth - 1)),
        schema::Schema::Object(object) => {
            let member = |member: &schema::Property| {
                format!("{} {} {}", member.name, member.required, expected(member.schema, depth - 1))
            };
            format!("{:?}", (object.properties)().iter().map(member).collect::<Vec<_>>())
        }
        schema::Schema::Enum(_) => "Text".to_owned(),
        schema => format!("{schema:?}"),
    }
}

/// Returns the facts of an operation that the core reads during a call.
fn facts(operation: &Operation) -> impl PartialEq + std::fmt::Debug {
    let Operation { group, name, method, path, idempotent, reads, auth, paging, limit, .. } = *operation;
    let params = operation.params.iter().map(|param| {
        (param.name, param.wire, param.location, param.required, read_of(param.schema), limits(param))
    });
    // Of a retirement, only what errors depend on.
    let end = operation.retirement().map(|end| (end.date, end.works_on_date, end.hint));
    ((group, name, method, path), (idempotent, reads, auth, paging, limit, end), params.collect::<Vec<_>>())
}

fn limits(param: &Param) -> Option<(u32, u32)> {
    param.bounds.map(|bounds| (bounds.min, bounds.max))
}

/// Returns what the core reads of a parameter's schema: whether it is a time, and whether it is a
/// list.
fn read_of(schema: schema::Schema) -> (bool, bool) {
    (matches!(schema, schema::Schema::Time), matches!(schema, schema::Schema::List(_)))
}

#[test]
fn table_agrees_with_core_for_every_operation() {
    let table = Table::get();
    assert_eq!(table.entries.len(), OPERATIONS.len());
    for operation in OPERATIONS {
        let entry = table.entry(&operation.dotted()).unwrap();
        assert_eq!(facts(&entry.operation), facts(operation));
        assert_eq!(
            describe(table.schema(entry.answer), 8),
            expected(response_schema(operation).unwrap(), 8),
            "{}",
            operation.id
        );
        for (argument, param) in entry.arguments.all.iter().zip(operation.params) {
            assert_eq!((argument.name, argument.required), (param.name, param.required));
            assert_eq!(
                describe(table.schema(argument.schema), 8),
                expected(param.schema, 8),
                "{}",
                operation.id
            );
        }
    }
}

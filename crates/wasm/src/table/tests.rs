//! The table equals the core's own lists.

use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::{OPERATIONS, response_kind, schema};

use super::*;

/// Describes a kind; `depth` limits recursive kinds.
fn describe(kind: &Kind, depth: u32) -> String {
    let table = Table::get();
    match kind {
        _ if depth == 0 => "…".to_owned(),
        Kind::List(item) => format!("[{}]", describe(table.kind(*item), depth - 1)),
        Kind::Object(members) => {
            let member = |member: &Property| {
                format!(
                    "{} {} {}",
                    member.name,
                    member.required,
                    describe(table.kind(member.kind), depth - 1)
                )
            };
            format!("{:?}", members.all.iter().map(member).collect::<Vec<_>>())
        }
        kind => format!("{kind:?}"),
    }
}

/// Describes a kind of the core in the same way.
fn expected(kind: schema::Kind, depth: u32) -> String {
    match kind {
        _ if depth == 0 => "…".to_owned(),
        schema::Kind::List(item) => format!("[{}]", expected(*item, depth - 1)),
        schema::Kind::Object(shape) => {
            let member = |member: &schema::Property| {
                format!("{} {} {}", member.name, member.required, expected(member.kind, depth - 1))
            };
            format!("{:?}", (shape.members)().iter().map(member).collect::<Vec<_>>())
        }
        schema::Kind::Enum(_) => "Text".to_owned(),
        kind => format!("{kind:?}"),
    }
}

/// Returns the facts of an operation that the core reads during a call.
fn facts(operation: &Operation) -> impl PartialEq + std::fmt::Debug {
    let Operation { group, name, method, path, idempotent, reads, auth, paging, limit, .. } = *operation;
    let params = operation
        .params
        .iter()
        .map(|param| (param.name, param.location, param.required, read_of(param.kind), limits(param)));
    // Of a retirement, only what errors depend on.
    let end = operation.retirement().map(|end| (end.date, end.works_on_date, end.hint));
    ((group, name, method, path), (idempotent, reads, auth, paging, limit, end), params.collect::<Vec<_>>())
}

fn limits(param: &Param) -> Option<(u32, u32)> {
    param.bounds.map(|bounds| (bounds.min, bounds.max))
}

/// Returns what the core reads of a parameter's kind: whether it is a time, and whether it is a
/// list.
fn read_of(kind: schema::Kind) -> (bool, bool) {
    (matches!(kind, schema::Kind::Time), matches!(kind, schema::Kind::List(_)))
}

#[test]
fn table_agrees_with_core_for_every_operation() {
    let table = Table::get();
    assert_eq!(table.entries.len(), OPERATIONS.len());
    for operation in OPERATIONS {
        let entry = table.entry(&operation.dotted()).unwrap();
        assert_eq!(facts(&entry.operation), facts(operation));
        assert_eq!(
            describe(table.kind(entry.answer), 8),
            expected(response_kind(operation).unwrap(), 8),
            "{}",
            operation.id
        );
        for (argument, param) in entry.arguments.all.iter().zip(operation.params) {
            assert_eq!((argument.name, argument.required), (param.name, param.required));
            assert_eq!(describe(table.kind(argument.kind), 8), expected(param.kind, 8), "{}", operation.id);
        }
    }
}

//! The table says what the core's own lists say.

use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::{OPERATIONS, answer_kind, schema};

use super::*;

/// A kind in words, as deep as it goes; `depth` ends those that hold themselves.
fn told(kind: &Kind, depth: u32) -> String {
    let table = Table::get();
    match kind {
        _ if depth == 0 => "…".to_owned(),
        Kind::List(item) => format!("[{}]", told(table.kind(*item), depth - 1)),
        Kind::Object(members) => {
            let member = |member: &Member| {
                format!("{} {} {}", member.name, member.required, told(table.kind(member.kind), depth - 1))
            };
            format!("{:?}", members.all.iter().map(member).collect::<Vec<_>>())
        }
        kind => format!("{kind:?}"),
    }
}

/// The same of the core's.
fn expected(kind: schema::Kind, depth: u32) -> String {
    match kind {
        _ if depth == 0 => "…".to_owned(),
        schema::Kind::List(item) => format!("[{}]", expected(*item, depth - 1)),
        schema::Kind::Object(shape) => {
            let member = |member: &schema::Member| {
                format!("{} {} {}", member.name, member.required, expected(member.kind, depth - 1))
            };
            format!("{:?}", (shape.members)().iter().map(member).collect::<Vec<_>>())
        }
        schema::Kind::Enum(_) => "Text".to_owned(),
        kind => format!("{kind:?}"),
    }
}

/// What the core reads of an operation while it calls it.
fn facts(operation: &Operation) -> impl PartialEq + std::fmt::Debug {
    let Operation { group, name, method, path, idempotent, reads, auth, paging, limit, .. } = *operation;
    let params = operation
        .params
        .iter()
        .map(|param| (param.name, param.location, param.required, read_of(param.kind), limits(param)));
    // Of an operation's end, what its errors depend on.
    let end = operation.retirement().map(|end| (end.date, end.works_on_date, end.hint));
    ((group, name, method, path), (idempotent, reads, auth, paging, limit, end), params.collect::<Vec<_>>())
}

fn limits(param: &Param) -> Option<(u32, u32)> {
    param.bounds.map(|bounds| (bounds.min, bounds.max))
}

/// What the core reads of a parameter's kind: whether it is a time, or a list.
fn read_of(kind: schema::Kind) -> (bool, bool) {
    (matches!(kind, schema::Kind::Time), matches!(kind, schema::Kind::List(_)))
}

#[test]
fn every_operation_is_what_the_core_says() {
    let table = Table::get();
    assert_eq!(table.entries.len(), OPERATIONS.len());
    for operation in OPERATIONS {
        let entry = table.entry(&operation.dotted()).unwrap();
        assert_eq!(facts(&entry.operation), facts(operation));
        assert_eq!(
            told(table.kind(entry.answer), 8),
            expected(answer_kind(operation).unwrap(), 8),
            "{}",
            operation.id
        );
        for (argument, param) in entry.arguments.all.iter().zip(operation.params) {
            assert_eq!((argument.name, argument.required), (param.name, param.required));
            assert_eq!(told(table.kind(argument.kind), 8), expected(param.kind, 8), "{}", operation.id);
        }
    }
}

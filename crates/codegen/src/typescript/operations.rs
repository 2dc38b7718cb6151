//! `operations.ts`: the arguments and response of each operation, by its name.

use std::collections::BTreeMap;

use atlassian_admin_core::operation::{Operation, Param};
use atlassian_admin_core::{OPERATIONS, response_schema};
use atlassian_admin_testing::examples::Examples;

use super::models::collect;
use super::syntax::{HEAD, capitalized, comment, interface, of, property, quoted};

pub(crate) fn render(examples: &[(&Operation, Examples)]) -> String {
    let arguments: Vec<_> = OPERATIONS.iter().map(arguments).collect();
    let entries = OPERATIONS.iter().map(entry);
    format!(
        "{HEAD}\nimport type {{ CallOptions }} from './calls.js';\nimport type {{ Invitations }} from './invitations.js';\nimport type {{ List }} from './list.js';\nimport type {{ {} }} from './models.js';\n\n{}\n{}\n{}",
        imports().collect::<Vec<_>>().join(", "),
        arguments.join("\n"),
        super::groups::render(examples),
        interface("Every operation: what it takes and what it answers.", "Operations", entries)
    )
}

/// The models that operations name.
fn imports() -> impl Iterator<Item = &'static str> {
    let mut objects = BTreeMap::new();
    for operation in OPERATIONS {
        let answer = response_schema(operation).filter(|_| extended(operation).is_none());
        let schemas = operation.params.iter().map(|param| param.schema).chain(answer);
        schemas.for_each(|schema| collect(schema, false, &mut objects));
    }
    objects.into_keys()
}

fn arguments(operation: &Operation) -> String {
    let params = operation.params.iter().map(|param| {
        let absent = if param.required { "" } else { " | undefined" };
        property(&param_docs(param), param.name, &of(param.schema, None), absent)
    });
    interface(&format!("Arguments of `{}`.", operation.dotted()), &arguments_name(operation), params)
}

/// Documents an argument with its bounds.
fn param_docs(param: &Param) -> String {
    param.bounds.map_or_else(|| param.docs.to_owned(), |bounds| format!("{} {}", param.docs, bounds.docs))
}

fn entry(operation: &Operation) -> String {
    let answer = answer_type(operation);
    format!(
        "{}  {}: {{ arguments: {}; answer: {answer} }};\n",
        comment(&docs(operation, ""), "  "),
        quoted(&operation.dotted()),
        arguments_name(operation)
    )
}

/// Returns the type of a call's result, of a page for listings.
pub(super) fn answer_type(operation: &Operation) -> String {
    let schema =
        || response_schema(operation).map_or_else(|| "unknown".to_owned(), |schema| of(schema, None));
    extended(operation).map_or_else(schema, str::to_owned)
}

/// Returns the façade's own type of a response to which it adds properties.
fn extended(operation: &Operation) -> Option<&'static str> {
    // It adds whether a part failed, by the status, and which.
    (operation.dotted() == "users.invite").then_some("Invitations")
}

/// Returns the doc comment of an operation, with the tag of its example.
pub(super) fn docs(operation: &Operation, example: &str) -> String {
    let deprecated = operation.retirement().map_or_else(String::new, |retirement| {
        format!("@deprecated {}.\n", capitalized(retirement.announcement))
    });
    let extended = match extended(operation) {
        Some(_) => {
            "A part may fail while the rest is done: then `partial` is set, and `failures` lists what is missing. Where nobody got \
             anything, it throws an `InvitationError`.\n\n"
        }
        None => "",
    };
    format!("{}\n\n{extended}{deprecated}{example}@see {}", operation.summary, operation.docs)
}

/// `SearchDirectoryUsersArguments`.
pub(super) fn arguments_name(operation: &Operation) -> String {
    format!("{}Arguments", capitalized(operation.id))
}

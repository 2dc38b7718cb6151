//! `names.ts` of the npm package of the simulator: operations, quirks and faults by name.

use atlassian_admin_core::{OPERATIONS, operation};
use atlassian_admin_simulator::{Fault, FaultArgument, FaultKind, Quirk};

use super::syntax::{camel_case, capitalized, comment, interface, property, quoted};

const HEAD: &str = "// Made by `cargo xtask types` of the simulator's tables. Do not edit.\n";

/// The row of [`Fault::KINDS`] that represents every status.
const STATUS: &str = "STATUS";

/// Returns the file's contents.
pub(crate) fn names() -> String {
    let kinds = Fault::KINDS.iter().map(fault);
    let names: Vec<_> = Fault::KINDS.iter().map(type_name).collect();
    [
        HEAD.to_owned(),
        union(
            "An operation, by its name in `atlassian-admin`.",
            "OperationName",
            OPERATIONS.iter().map(|it| it.dotted()),
        ),
        union(&quirk_docs(), "Quirk", Quirk::ALL.iter().map(|quirk| quirk.name().to_owned())),
        interface(
            "The requests that a fault applies to: all, unless given. The properties apply in this order.",
            "FaultTriggers",
            Fault::TRIGGERS.iter().map(argument),
        ),
    ]
    .into_iter()
    .chain(kinds)
    .chain([format!(
        "/** A fault, as an object: a status, or a kind. */\nexport type FaultObject =\n  | {};\n",
        names.join("\n  | ")
    )])
    .collect::<Vec<_>>()
    .join("\n")
}

fn union(docs: &str, name: &str, values: impl Iterator<Item = String>) -> String {
    let values: String = values.map(|value| format!("\n  | {}", quoted(&value))).collect();
    format!("{}export type {name} ={values};\n", comment(docs, ""))
}

fn quirk_docs() -> String {
    let rows = Quirk::ALL
        .iter()
        .map(|quirk| format!("\n- `{}`: {}", quirk.name(), names_of_javascript(quirk.description())));
    format!("A deviation of the real API from its documents:\n{}", rows.collect::<String>())
}

/// Returns the type of a kind of fault.
fn fault(kind: &FaultKind) -> String {
    let name = if kind.name == STATUS {
        property("The status, from 400 to 599.", "status", "number", "")
    } else {
        property("The kind.", "kind", &quoted(kind.name), "")
    };
    let extends = if kind.triggers.is_empty() { "" } else { " extends FaultTriggers" };
    let members = std::iter::once(name).chain(kind.arguments.iter().map(argument));
    interface(&names_of_javascript(kind.description), &format!("{}{extends}", type_name(kind)), members)
}

/// Returns the name of the type of a kind of fault.
fn type_name(kind: &FaultKind) -> String {
    let name = kind.name.to_lowercase().replace('-', "_");
    format!("{}Fault", capitalized(&camel_case(&name)))
}

fn argument(argument: &FaultArgument) -> String {
    // The method in Rust is called `on` as well.
    let name = if argument.name == "operation" { "on" } else { argument.name };
    let schema = match argument.name {
        "operation" => "OperationName",
        "retry-after" => "number | 'http-date' | 'iso' | 'none'",
        "as" => "number | 'hang' | 'reset'",
        _ => "number",
    };
    let unit = if argument.value == "SECONDS" { " In seconds." } else { "" };
    let docs = format!("{}{unit}", names_of_javascript(argument.description));
    let absent = if argument.required { "" } else { " | undefined" };
    property(&docs, &camel_case(&name.replace('-', "_")), schema, absent)
}

/// Replaces Atlassian's identifiers of operations by their names in JavaScript.
fn names_of_javascript(docs: &str) -> String {
    let parts = docs.split('`').map(|part| match operation(part) {
        Some(operation) => operation.dotted(),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_faults_are_types_of_objects() {
        let kind = |name: &str| fault(Fault::KINDS.iter().find(|kind| kind.name == name).unwrap());
        assert_eq!(
            kind("late"),
            "/** Each N-th event becomes visible only some time after its processing. */\n\
             export interface LateFault {\n  /** The kind. */\n  kind: 'late';\n\
             \x20 /** Only each N-th of those that follow. */\n  every: number;\n\
             \x20 /** How long after its processing an event becomes visible. In seconds. */\n  by: number;\n}\n"
        );
        assert_eq!(
            kind("reset"),
            "/** The connection ends without a response. */\n\
             export interface ResetFault extends FaultTriggers {\n  /** The kind. */\n  kind: 'reset';\n}\n"
        );
    }

    #[test]
    fn operations_in_documentation_have_their_names_of_javascript() {
        assert_eq!(
            names_of_javascript("Such as `pollEvents`, not `limit`."),
            "Such as `events.poll`, not `limit`."
        );
    }
}

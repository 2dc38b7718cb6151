//! The table of coverage, `crates/core/OPERATIONS.md`: which operation there is where.

mod sources;

use std::fmt::Write as _;
use std::path::Path;

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::endpoint::{Operation, Stability};

use crate::command::Outcome;
use crate::workspace::Workspace;
use sources::Sources;

const FILE: &str = "crates/core/OPERATIONS.md";

const HEAD: &str = "\
# Operations

Made by `cargo xtask coverage` out of the list of operations and of what the sources say; `cargo xtask test` fails where it is stale.
*client* leads to the operation's definition. *CLI* is a command of its own, or `call`, which the command line's tests try with what
`crates/cli/tests/cli/calls.txt` lists. *tests* are the files of `crates/native/tests/behaviour` that call it by its type, by a handle
of its group's name or by its id; they run over every backend. *error* is how it is refused on the tour of `cargo xtask contract`,
which holds the simulator's answers against the documents: with 401 whatever is called, since a wrong key is tried first.
";

/// Writes the table.
pub(crate) fn write(workspace: &Workspace) -> Outcome {
    let root = workspace.root();
    std::fs::write(root.join(FILE), table(&Places::find(root)?))?;
    println!("{FILE} is written");
    Ok(())
}

/// An error where the table would be another one now.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    let root = workspace.root();
    let written = std::fs::read_to_string(root.join(FILE)).unwrap_or_default();
    if written == table(&Places::find(root)?) {
        println!("{FILE} is up to date");
        return Ok(());
    }
    Err(format!("{FILE} is stale: `cargo xtask coverage` writes it").into())
}

/// Where an operation can be.
struct Places {
    client: Sources,
    simulator: Sources,
    typescript: Sources,
    commands: Sources,
    tests: Sources,
    /// The calls that the command line's tests try, a line each, which begins with the operation.
    calls: String,
    /// The tour on which each operation is refused.
    tour: Sources,
}

impl Places {
    fn find(root: &Path) -> Outcome<Self> {
        let read = |folder: &str| Sources::read(&root.join(folder));
        Ok(Self {
            client: read("crates/core/src/api")?,
            simulator: read("crates/simulator/src/routes")?,
            typescript: read("bindings/js/src")?,
            commands: read("crates/cli/src/commands")?,
            tests: read("crates/native/tests/behaviour")?,
            calls: std::fs::read_to_string(root.join("crates/cli/tests/cli/calls.txt"))?,
            tour: read("crates/xtask/src/contract/tour")?,
        })
    }
}

fn table(places: &Places) -> String {
    let mut text = HEAD.to_owned();
    let mut totals = [0; 6];
    let mut group = "";
    for operation in OPERATIONS {
        if operation.group != group {
            group = operation.group;
            let title = operation.dotted();
            let title = title.split('.').next().unwrap_or_default();
            let _ = write!(
                text,
                "\n## {title}\n\n\
                 | call | operation | request | scopes | limit | stability | client | simulator | TypeScript | CLI | tests | error |\n\
                 |---|---|---|---|---|---|---|---|---|---|---|---|\n"
            );
        }
        let covered = covered(operation, places);
        for (total, cell) in totals.iter_mut().zip(&covered) {
            *total += usize::from(cell.is_some());
        }
        let cells = covered.map(|cell| cell.unwrap_or_else(|| "–".to_owned())).join(" | ");
        let _ = writeln!(text, "| {} | {cells} |", facts(operation).join(" | "));
    }
    let [client, simulator, typescript, cli, tests, error] = totals;
    let _ = write!(
        text,
        "\n{} operations: {client} in the client, {simulator} in the simulator, {typescript} in TypeScript, {cli} in the CLI, {tests} \
         in the behaviour suite, {error} refused on the tour.\n",
        OPERATIONS.len()
    );
    text
}

/// What the list says of an operation.
fn facts(operation: &Operation) -> [String; 6] {
    let limit = operation.limit.map(|limit| format!("{}/min, {}", limit.per_minute, limit.family));
    let stability = match operation.stability {
        Stability::Experimental => "experimental".to_owned(),
        Stability::Deprecated(retirement) => retirement.announcement.to_owned(),
        _ => String::new(),
    };
    [
        format!("`{}`", operation.dotted()),
        format!("[{}]({})", operation.id, operation.docs),
        format!("`{} {}`", operation.method.as_str(), operation.path),
        operation.scopes.iter().map(|scope| format!("`{scope}`")).collect::<Vec<_>>().join(" "),
        limit.unwrap_or_default(),
        stability,
    ]
}

/// Where an operation is: in the client, the simulator, TypeScript, the command line and the tests; and how it is refused.
fn covered(operation: &Operation, places: &Places) -> [Option<String>; 6] {
    let type_name = type_name(operation.id);
    let quoted = format!("\"{}\"", operation.id);
    let named = |sources: &Sources| !sources.with_word(&type_name).is_empty();
    let definition = places.client.containing(&format!("name: {quoted} ="));
    let tests = places.tests.using(operation, &type_name);
    let called = places.calls.lines().any(|call| call.split(' ').next() == Some(operation.id));
    let refusals = places.tour.refusals(operation.id);
    [
        definition.first().map(|file| format!("[{type_name}](src/api/{file})")),
        (!places.simulator.containing(&format!("::{type_name} =>")).is_empty()).then(|| "✓".to_owned()),
        (!places.typescript.with_word(&format!("{type_name}Arguments")).is_empty()).then(|| "✓".to_owned()),
        match (named(&places.commands), called) {
            (true, _) => Some("command".to_owned()),
            (false, true) => Some("`call`".to_owned()),
            (false, false) => None,
        },
        (!tests.is_empty()).then(|| tests.join(" ")),
        (!refusals.is_empty()).then(|| Vec::from_iter(refusals).join(" ")),
    ]
}

/// The Rust type of an operation.
fn type_name(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation;

    fn places(test: &str) -> Places {
        let one = |name: &str, text: &str| Sources::of([(name, text)]);
        Places {
            client: one("domains/get_domains.rs", "name: \"getDomains\" = domains.list;"),
            simulator: one("mod.rs", "api::domains::GetDomains => domains::list,"),
            typescript: one("operations.ts", "export interface GetDomainsArguments {"),
            commands: one("domains.rs", "list(context, GetDomains::new(org))"),
            tests: one("listings.rs", test),
            calls: "# A comment\ngetDomainById orgId=o => GET /x\n".to_owned(),
            tour: one("orgs.rs", "call(\"getDomains\", x), refused(\"getDomains\", 400, y)"),
        }
    }

    #[test]
    fn an_operation_is_found_where_it_is_named() {
        let covered = |id: &str, test: &str| {
            covered(operation(id).unwrap(), &places(test)).map(|cell| cell.unwrap_or_default())
        };
        assert_eq!(
            covered("getDomains", "client.organization(org.id()).domains().list().send()"),
            ["[GetDomains](src/api/domains/get_domains.rs)", "✓", "✓", "command", "listings", "400 401"]
        );
        assert_eq!(covered("getDomainById", "GetDomains::new(org)"), ["", "", "", "`call`", "", ""]);
    }

    #[test]
    fn every_operation_has_a_row_and_the_totals_are_right() {
        let table = table(&places("GetDomains"));
        let rows = table.lines().filter(|line| line.starts_with("| `")).count();
        assert_eq!(rows, OPERATIONS.len());
        let totals = format!(
            "{rows} operations: 1 in the client, 1 in the simulator, 1 in TypeScript, 2 in the CLI, 1 in the behaviour suite, 1 refused \
             on the tour.\n"
        );
        assert!(table.ends_with(&totals), "{table}");
        let events = "| `events.query` | [getEvents](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/\
                      #api-v1-orgs-orgid-events-get) | `GET /admin/v1/orgs/{orgId}/events` | `read:events:admin` | 10/min, events |  | – \
                      | – | – | – | – | – |";
        assert!(table.lines().any(|line| line == events), "{table}");
    }
}

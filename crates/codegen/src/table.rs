//! The table of operations: what a caller looks up before the first call.

use std::fmt::Write as _;

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::operation::{Operation, Stability};

const HEAD: &str = "\
# Operations

Made by `cargo xtask types` of the operation list; `cargo xtask test` fails if it is not up to date. The name is the one that the
command line, the npm package and the Rust client share. *Scopes* are those that a scoped key needs. A *limit* is documented by
Atlassian and shared by all operations of the family that follows it.
";

const COLUMNS: &str = "\
| name | request | scopes | limit | status | documentation |
|---|---|---|---|---|---|
";

/// The file's contents: a section per group, a row per operation.
pub(crate) fn render() -> String {
    let mut text = HEAD.to_owned();
    let mut group = String::new();
    for operation in OPERATIONS {
        let name = operation.dotted();
        let own = name.split('.').next().unwrap_or_default();
        if group != own {
            own.clone_into(&mut group);
            let _ = write!(text, "\n## {group}\n\n{COLUMNS}");
        }
        let _ = writeln!(text, "| {} |", row(operation).join(" | "));
    }
    let _ = writeln!(text, "\n{} operations.", OPERATIONS.len());
    text
}

fn row(operation: &Operation) -> [String; 6] {
    let limit = operation.limit.map(|limit| format!("{}/min, {}", limit.per_minute, limit.family));
    let status = match operation.stability {
        Stability::Experimental => "experimental",
        Stability::Deprecated(retirement) => retirement.announcement,
        _ => "",
    };
    [
        format!("`{}`", operation.dotted()),
        format!("`{} {}`", operation.method.as_str(), operation.path),
        operation.scopes.iter().map(|scope| format!("`{scope}`")).collect::<Vec<_>>().join(" "),
        limit.unwrap_or_default(),
        status.to_owned(),
        format!("[{}]({})", operation.id, operation.docs),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_has_one_section_per_group_and_one_row_per_operation() {
        let table = render();
        assert_eq!(table.lines().filter(|line| line.starts_with("| `")).count(), OPERATIONS.len());
        let sections: Vec<_> = table.lines().filter(|line| line.starts_with("## ")).collect();
        let mut unique = sections.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), sections.len());
        let events = "| `events.query` | `GET /admin/v1/orgs/{orgId}/events` | `read:events:admin` | 10/min, events |  | \
                      [getEvents](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/\
                      #api-v1-orgs-orgid-events-get) |";
        assert!(table.lines().any(|line| line == events), "{table}");
    }
}

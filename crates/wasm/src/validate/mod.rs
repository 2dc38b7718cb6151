//! Validates JSON against the table: arguments before they are sent, and responses if the user
//! asks for it.
//!
//! A single pass over the bytes, which builds no values. It assumes valid JSON, since the engine's
//! `JSON` wrote or parsed it. So it only has to distinguish strings, numbers and brackets. On
//! invalid JSON it stops.

mod finding;
mod scan;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use finding::{Finding, Findings, Violation};

use atlassian_admin_core::json::Json;

use crate::table::{Entry, Schema, Table};
use walk::Walk;

/// Validates arguments: unknown properties are violations. Undocumented values of an enum are not,
/// since Atlassian may have added them after this version was built.
pub(crate) fn arguments<'a>(table: &'a Table, entry: &'a Entry, text: &[u8], json: Json) -> Findings<'a> {
    let mut walk = Walk::new(table, text, json, true);
    walk.arguments(&entry.arguments);
    walk.findings
}

/// Validates a response: unknown properties are allowed, and optional ones may be `null`.
pub(crate) fn answer<'a>(table: &'a Table, schema: &'a Schema, text: &[u8], json: Json) -> Findings<'a> {
    let mut walk = Walk::new(table, text, json, false);
    walk.whole(schema);
    walk.findings
}

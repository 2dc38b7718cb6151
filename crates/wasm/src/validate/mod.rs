//! Whether JSON is what the table says: arguments before they are sent, and answers where the user wants to know.
//!
//! One walk over the bytes, which builds no values. It takes for granted that they are JSON, since `JSON` of the engine's wrote or read
//! them, and so has to tell texts, numbers and brackets apart and no more; what is none it leaves where it stands.

mod finding;
mod scan;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use finding::{Finding, Findings, Violation};

use atlassian_admin_core::json::Json;

use crate::table::{Entry, Kind, Table};
use walk::Walk;

/// What is wrong with arguments: nothing may be there that is not known. A text that Atlassian does not document is no finding: it may
/// have been added since this version was made.
pub(crate) fn arguments<'a>(table: &'a Table, entry: &'a Entry, text: &[u8], json: Json) -> Findings<'a> {
    let mut walk = Walk::new(table, text, json, true);
    walk.arguments(&entry.arguments);
    walk.findings
}

/// What is wrong with an answer: what is not known may well be there, and what is optional may be `null`.
pub(crate) fn answer<'a>(table: &'a Table, kind: &'a Kind, text: &[u8], json: Json) -> Findings<'a> {
    let mut walk = Walk::new(table, text, json, false);
    walk.whole(kind);
    walk.findings
}

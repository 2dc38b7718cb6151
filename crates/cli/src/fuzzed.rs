//! Parsers and printers of arbitrary text, for the fuzz targets. Not a stable API.

use atlassian_admin::operation::Operation;
use serde_json::{Map, Value};

use crate::exit::Failure;
use crate::{commands, output, plain};

/// Parses the arguments of `call` and of its `--json`.
///
/// # Errors
/// The message that the command line would print.
pub fn call_arguments(
    operation: &Operation,
    typed: &[String],
    json: Option<&str>,
) -> Result<Map<String, Value>, String> {
    commands::call::read_arguments(operation, typed, json).map_err(message)
}

/// Checks that `call` would send these arguments, and that none is missing.
///
/// # Errors
/// The message that the command line would print.
pub fn check_arguments(operation: &Operation, arguments: &Map<String, Value>) -> Result<(), String> {
    commands::call::check_arguments(operation, arguments).map_err(message)
}

/// Formats rows under a header as `--csv` does.
#[must_use]
pub fn csv(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    output::csv::encode(Some(header.iter().copied()), rows)
}

/// Formats the server's text as one line of a terminal.
#[must_use]
pub fn line(text: &str) -> String {
    plain::line(text).into_owned()
}

/// Formats the server's JSON for a terminal.
#[must_use]
pub fn json(text: &str) -> String {
    plain::json(text).into_owned()
}

fn message(failure: Failure) -> String {
    match failure {
        Failure::Error(_, text) | Failure::Interrupted(text) => text,
        Failure::Call(_, explained) => explained.line(),
        Failure::ClosedPipe | Failure::MissingCommand => String::new(),
    }
}

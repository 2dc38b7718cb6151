//! What reads and writes text of any kind, for the fuzz targets. No promise is made to anybody else.

use atlassian_admin::operation::Operation;
use serde_json::{Map, Value};

use crate::exit::Failure;
use crate::{commands, output, plain};

/// The arguments of `call` and of its `--json`, or what is wrong with them.
///
/// # Errors
/// The line that the command line would print.
pub fn call_arguments(
    operation: &Operation,
    typed: &[String],
    json: Option<&str>,
) -> Result<Map<String, Value>, String> {
    commands::call::read_arguments(operation, typed, json).map_err(told)
}

/// Whether `call` sends these arguments, with all that the operation needs among them.
///
/// # Errors
/// The line that the command line would print.
pub fn check_arguments(operation: &Operation, arguments: &Map<String, Value>) -> Result<(), String> {
    commands::call::check_arguments(operation, arguments).map_err(told)
}

/// Rows under a header, as `--csv` prints them.
#[must_use]
pub fn csv(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    output::csv::encode(Some(header.iter().copied()), rows)
}

/// Text of the server's on one line of a terminal.
#[must_use]
pub fn line(text: &str) -> String {
    plain::line(text).into_owned()
}

/// JSON of the server's on a terminal.
#[must_use]
pub fn json(text: &str) -> String {
    plain::json(text).into_owned()
}

fn told(failure: Failure) -> String {
    match failure {
        Failure::Error(_, text) | Failure::Interrupted(text) => text,
        Failure::Call(_, explained) => explained.line(),
        Failure::ClosedPipe | Failure::MissingCommand => String::new(),
    }
}

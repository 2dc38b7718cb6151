//! The parser of `call` for a fuzz target, and its inverse for tests and generated examples. Not a
//! stable API.

use atlassian_admin::operation::Operation;
use serde_json::{Map, Value};

use crate::commands;
use crate::exit::Failure;

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

/// Returns the words of an operation's own command and of these arguments, without the program's.
#[must_use]
pub fn command_line(operation: &Operation, arguments: &Map<String, Value>) -> Vec<String> {
    crate::args::command_line(operation, arguments)
}

fn message(failure: Failure) -> String {
    match failure {
        Failure::Error(_, text) | Failure::Interrupted(text) => text,
        Failure::Call(_, explained) => explained.line(),
        Failure::ClosedPipe | Failure::MissingCommand => String::new(),
    }
}

//! What clap refuses in the command of an operation, as what failed, its cause and the remedy.

use std::ffi::OsString;

use atlassian_admin::operation::Operation;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::operation::{Flag, flags};
use crate::exit::{Code, Failure};
use crate::explain::Explained;
use crate::groups;

/// Returns the refusal, if the command is that of an operation.
pub(super) fn of(error: &Error, arguments: &[OsString]) -> Option<Failure> {
    let operation = typed(arguments)?;
    let command = groups::command(operation);
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(name)) => name.clone(),
        Some(ContextValue::Strings(names)) => names.join(" and "),
        _ => String::new(),
    };
    let name = named(ContextKind::InvalidArg);
    let help = format!("`atlassian-admin {command} --help` lists its flags");
    let (problem, cause, hint) = match error.kind() {
        ErrorKind::UnknownArgument if name.starts_with('-') => {
            let nearest = match named(ContextKind::SuggestedArg) {
                none if none.is_empty() => String::new(),
                nearest => format!("did you mean {nearest}? "),
            };
            (format!("unknown flag {name}"), "the command has no flag of this name", nearest + &help)
        }
        ErrorKind::UnknownArgument => {
            let problem = "an argument is left over".to_owned();
            (problem, "the command takes no more arguments without a flag", help)
        }
        ErrorKind::MissingRequiredArgument => {
            let verb = if name.contains(" and ") { "are" } else { "is" };
            let mut required = flags(operation);
            required.retain(|flag| flag.required);
            required.sort_by_key(|flag| flag.long.is_some());
            let required: Vec<_> = required.iter().map(Flag::usage).collect();
            let usage = format!("give `atlassian-admin {command} {}`", required.join(" "));
            (format!("{name} {verb} missing"), "the operation cannot be called without it", usage)
        }
        _ => return None,
    };
    let explained = Explained::new(format!("{command}: {problem}"), cause, hint);
    Some(Failure::Call(Code::Usage, Box::new(explained)))
}

/// The commands that are not groups of operations, but may have the name of one after them.
const OTHERS: [&str; 5] = ["call", "operations", "completions", "simulate", "help"];

/// Returns the operation whose command was typed.
fn typed(arguments: &[OsString]) -> Option<&'static Operation> {
    let words: Vec<_> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let is_command = |word: &&str| OTHERS.contains(word) || groups::operations(word).next().is_some();
    let (group, rest) = words.get(words.iter().position(is_command)?..)?.split_first()?;
    let name = rest.iter().find(|word| !word.starts_with('-'));
    name.and_then(|name| groups::find(group, name)).or_else(|| groups::listing(group))
}

//! Suggestions for words that clap does not know: groups of operations typed as commands, and
//! options typed after `call`, which takes arguments.

use std::ffi::OsString;

use atlassian_admin::operation;
use atlassian_admin::operation::{Operation, Paging, Stability};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::{groups, nearest};

/// Returns a better message than clap's, if the table of operations has one.
pub(super) fn better(error: &Error, command: &Command, arguments: &[OsString]) -> Option<String> {
    let words: Vec<_> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let unknown = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let commands: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
            noun(unknown(ContextKind::InvalidSubcommand)?, &words, &commands)
        }
        ErrorKind::UnknownArgument => {
            let call = words.iter().position(|word| *word == "call")?;
            option(unknown(ContextKind::InvalidArg)?, words.get(call + 1..)?)
        }
        _ => None,
    }
}

/// Suggests a command for an unknown one that is an operation, or a group of operations.
fn noun(word: &str, words: &[&str], commands: &[&str]) -> Option<String> {
    let at = words.iter().position(|other| *other == word)?;
    let (before, after) = (words.get(..at)?, words.get(at + 1..)?);
    if let Some(parent) = before.iter().find(|word| commands.contains(word) && **word != "help") {
        let found = in_group(parent, word)?;
        return Some(format!("unknown command '{parent} {word}': did you mean {}?", calls(found)));
    }
    if let Some(found) = operation(word) {
        return Some(format!("unknown command '{word}': did you mean {}?", calls(found)));
    }
    let groups = groups::names();
    let names = || groups.iter().map(String::as_str);
    let nearest = nearest::nearest(word, commands.iter().copied().chain(names())).first().copied();
    // A command that is as similar as a group is more likely meant.
    let group = names().find(|group| *group == word).or(nearest).filter(|group| !commands.contains(group))?;
    let verb = after.iter().find(|word| !word.starts_with('-') && !word.contains('='));
    let meant = match verb.and_then(|verb| in_group(group, verb)) {
        Some(found) => format!("did you mean {}?", calls(found)),
        // `account` is a group, but `account list` means the command `accounts`.
        None if commands.iter().any(|command| command.starts_with(word)) => return None,
        None => format!("its operations are called by name, as in {}", calls(example(group)?)),
    };
    Some(format!("unknown command '{word}': {meant} (`operations {group}` lists them)"))
}

/// Suggests an argument for an unknown option after `call`.
fn option(option: &str, words: &[&str]) -> Option<String> {
    let called = words.iter().find_map(|word| operation(word))?;
    let name = option.trim_start_matches('-').split('=').next()?;
    let remedy = match name {
        "table" | "csv" => {
            "call prints the JSON of the response; tables and CSV are printed by accounts, domains, events and orgs"
                .to_owned()
        }
        "max" | "limit" if called.param("limit").is_some() => {
            "did you mean limit=N? That is the most items on a page; --all prints the items of all pages".to_owned()
        }
        name => {
            let names = called.params.iter().map(|param| param.name);
            let same = names.clone().find(|known| plain(known) == plain(name));
            let nearest = same.or_else(|| nearest::nearest(name, names).first().copied())?;
            format!("the arguments of an operation are KEY=VALUE: did you mean {nearest}=VALUE?")
        }
    };
    Some(format!("unexpected argument '{option}' found: {remedy}"))
}

/// Returns the command line of an operation, and those of its successors if its retirement is
/// announced.
fn calls(operation: &Operation) -> String {
    let call = |name: &str| format!("`call {name}`");
    let own = call(&operation.dotted());
    match operation.retirement() {
        Some(retirement) => {
            let successors: Vec<_> = retirement.replacements.iter().map(|name| call(name)).collect();
            format!("{own}, or its successor {}", successors.join(" or "))
        }
        None => own,
    }
}

/// Finds the operation of a group for `verb`, which may be written as `add-member`.
fn in_group(group: &str, verb: &str) -> Option<&'static Operation> {
    groups::operations(group).find(|operation| plain(&groups::split(operation).1) == plain(verb))
}

/// Finds an operation that shows the content of a group.
fn example(group: &str) -> Option<&'static Operation> {
    let lists = |operation: &&Operation| {
        operation.paging != Paging::None && !matches!(operation.stability, Stability::Deprecated(_))
    };
    groups::operations(group).find(lists).or_else(|| groups::operations(group).next())
}

/// Normalizes a name, so that `emailDomains`, `email-domains` and `email_domains` are equal.
fn plain(name: &str) -> String {
    name.replace(['-', '_'], "").to_lowercase()
}

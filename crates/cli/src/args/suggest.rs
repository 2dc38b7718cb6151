//! Suggestions for words that clap does not know: operations typed by their documented names, and
//! options typed after `call`, which takes arguments.

use std::ffi::OsString;

use atlassian_admin::operation;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::{groups, nearest};

/// Returns a better message than clap's, if the table of operations has one.
pub(super) fn better(error: &Error, arguments: &[OsString]) -> Option<String> {
    let words: Vec<_> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let unknown = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => command(unknown(ContextKind::InvalidSubcommand)?, &words),
        ErrorKind::UnknownArgument => {
            let call = words.iter().position(|word| *word == "call")?;
            option(unknown(ContextKind::InvalidArg)?, words.get(call + 1..)?)
        }
        _ => None,
    }
}

/// Suggests the command of an operation that was typed as documented: `users.search`, its id, or
/// `users listRoles`.
fn command(word: &str, words: &[&str]) -> Option<String> {
    let group = words.iter().take_while(|other| **other != word).last();
    let in_group = group.and_then(|group| {
        groups::operations(group).find(|operation| plain(&groups::split(operation).1) == plain(word))
    });
    // `scimLinks get` is that of `scim-links`.
    let of_group = || groups::operations(word).next().map(|operation| groups::words(operation).0);
    let meant = in_group.or_else(|| operation(word)).map(groups::command).or_else(of_group)?;
    Some(format!("unknown command '{word}': did you mean `{meant}`?"))
}

/// Suggests an argument for an unknown option after `call`.
fn option(option: &str, words: &[&str]) -> Option<String> {
    let called = words.iter().find_map(|word| operation(word))?;
    let name = option.trim_start_matches('-').split('=').next()?;
    let remedy = match name {
        "format" | "table" | "csv" => {
            format!(
                "call prints the JSON of the response; `{}` prints tables and CSV",
                groups::command(called)
            )
        }
        "max" | "limit" if called.param("limit").is_some() => {
            format!(
                "did you mean limit=N? That is the most items on a page; `{} --limit N` prints the first N of all pages",
                groups::command(called)
            )
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

/// Normalizes a name, so that `emailDomains`, `email-domains` and `email_domains` are equal.
fn plain(name: &str) -> String {
    name.replace(['-', '_'], "").to_lowercase()
}

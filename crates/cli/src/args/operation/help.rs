//! The help of the operations' commands: the whole documentation of an operation, and its example.

use atlassian_admin::auth::KeyKind;
use atlassian_admin::operation::{Operation, Stability};
use atlassian_admin::schema::Schema;
use clap::Command;

use super::flag::{Flag, flags};
use super::reference::REFERENCE;
use crate::groups;

/// The documentation of an operation that its table does not have.
#[derive(Debug)]
pub(super) struct Reference {
    /// The operation: `users.search`.
    pub(super) operation: &'static str,
    /// The paragraphs after the summary.
    pub(super) details: &'static str,
    /// Its command, with arguments.
    pub(super) example: &'static str,
    /// For arguments that are identifiers, where they are from.
    pub(super) origins: &'static [(&'static str, &'static str)],
}

/// As clap's own, with the details after the summary.
const TEMPLATE: &str = "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

fn reference(operation: &Operation) -> Option<&'static Reference> {
    let dotted = operation.dotted();
    REFERENCE.iter().find(|reference| reference.operation == dotted)
}

pub(super) fn of_operation(command: Command, operation: &Operation) -> Command {
    let about = match operation.retirement() {
        Some(retirement) => format!("{} ({})", summary(operation), named(operation, retirement.announcement)),
        None => summary(operation),
    };
    with_example(command.about(about).before_help(details(operation)).help_template(TEMPLATE), operation)
}

/// The help of a group, with the example of an operation that shows its content.
pub(super) fn of_group(command: Command) -> Command {
    let command_of = command.get_name().to_owned();
    let about = groups::about(&command_of);
    match groups::example(&command_of) {
        Some(operation) => with_example(command.about(about), operation),
        None => command.about(about),
    }
}

fn with_example(command: Command, operation: &Operation) -> Command {
    match reference(operation) {
        Some(reference) => command.after_help(format!("Examples:\n  {}", reference.example)),
        None => command,
    }
}

/// Writes the summary as the commands written by hand are described: `List` for `Lists`.
fn summary(operation: &Operation) -> String {
    let summary = operation.summary.strip_suffix('.').unwrap_or(operation.summary);
    let (verb, rest) = summary.split_once(' ').unwrap_or((summary, ""));
    let stem = match (verb, verb.strip_suffix("es")) {
        ("Returns", _) => "Show",
        (_, Some(stem)) if stem.ends_with("ch") => stem,
        _ => verb.strip_suffix('s').unwrap_or(verb),
    };
    format!("{stem} {rest}")
}

/// The paragraphs after the summary, and the facts of the table.
fn details(operation: &Operation) -> String {
    let mut text = reference(operation).map(|reference| reference.details.to_owned()).unwrap_or_default();
    let mut facts = Vec::new();
    if operation.stability == Stability::Experimental {
        facts.push("Experimental: Atlassian may change it.".to_owned());
    }
    if !operation.scopes.is_empty() {
        facts.push(format!("Scopes: {}", operation.scopes.join(", ")));
    }
    if let Some(limit) = operation.limit {
        facts.push(format!("Rate limit: {} requests per minute", limit.per_minute));
    }
    if operation.auth != KeyKind::Organization {
        facts.push(format!("Key: the {}", operation.auth));
    }
    facts.push(format!("Documentation: {}", operation.docs));
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text + &facts.join("\n")
}

/// The help of a flag: its documentation, its bounds and where its value is from.
pub(super) fn of_flag(flag: &Flag, operation: &Operation) -> String {
    match flag.long.as_deref() {
        Some("directory") if operation.reads && operation.param("orgId").is_some() => {
            return "The directory, or - for all [default: -] [env: ATLASSIAN_ADMIN_DIRECTORY_ID]".to_owned();
        }
        Some("directory") => {
            return "The directory; must be given, or be in ATLASSIAN_ADMIN_DIRECTORY_ID".to_owned();
        }
        Some("cursor") => return "The cursor of the page to start with".to_owned(),
        _ => {}
    }
    let mut text = named(operation, flag.docs);
    if let Some(bounds) = flag.bounds {
        text = format!("{text} {}", bounds.docs);
    }
    let origins = reference(operation).map(|reference| reference.origins).unwrap_or_default();
    if let Some((_, origin)) = origins.iter().find(|(argument, _)| *argument == flag.argument()) {
        text = format!("{text} {origin}");
    }
    if flag.is_json() {
        text = format!("{text} `operations {}` describes it", operation.dotted());
    }
    if let Schema::List(_) = flag.schema {
        text = format!("{} (repeatable)", text.strip_suffix('.').unwrap_or(&text));
    }
    text.strip_suffix('.').map(str::to_owned).unwrap_or(text)
}

/// Writes the operations that a text names as their commands, and arguments as their flags.
fn named(operation: &Operation, docs: &str) -> String {
    let code = |part: &str| {
        let command = atlassian_admin::operation(part).map(groups::command);
        let flag = || flags(operation).into_iter().find(|flag| flag.argument() == part);
        command.or_else(|| flag().map(|flag| flag.to_string()))
    };
    let part = |(index, part): (usize, &str)| {
        let code = if index % 2 == 1 { code(part) } else { None };
        code.unwrap_or_else(|| part.to_owned())
    };
    docs.split('`').enumerate().map(part).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::command;
    use crate::args::operation::of_matches;
    use atlassian_admin::OPERATIONS;

    /// Returns the words of a command, as a shell reads single quotes and line ends.
    fn words(command: &str) -> Vec<String> {
        let line = command.replace(" \\\n     ", "");
        let mut words = vec![String::new()];
        for (index, part) in line.split('\'').enumerate() {
            for (at, word) in part.split(if index % 2 == 0 { ' ' } else { '\0' }).enumerate() {
                if at > 0 {
                    words.push(String::new());
                }
                words.last_mut().unwrap().push_str(word);
            }
        }
        words
    }

    #[test]
    fn every_operation_has_an_example_of_its_command() {
        for operation in OPERATIONS {
            let example = reference(operation).unwrap().example;
            let matches = command().try_get_matches_from(words(example));
            let matches = matches.unwrap_or_else(|error| panic!("{example}: {error}"));
            match of_matches(&matches).unwrap() {
                Some(found) => assert_eq!(found.operation.id, operation.id, "{example}"),
                None => assert_eq!(operation.dotted(), "events.query"),
            }
        }
    }

    #[test]
    fn summary_is_imperative() {
        for (name, expected) in [
            (
                "users.search",
                "Search the users of a directory, and managed accounts outside of all directories",
            ),
            ("users.get", "Show a user of a directory"),
            ("groups.removeMember", "Remove a user from a group"),
        ] {
            assert_eq!(summary(atlassian_admin::operation(name).unwrap()), expected);
        }
    }
}

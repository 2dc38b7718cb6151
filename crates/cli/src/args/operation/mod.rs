//! The commands of the operations: a command for each group of the table, and one in it for each
//! operation.

mod flag;
mod help;
mod reference;
mod value;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use atlassian_admin::operation::{Operation, Paging};
use atlassian_admin::response_schema;
use atlassian_admin::schema::Schema;

pub(crate) use flag::{Flag, command_line, flags};

use super::number::whole;
use super::output::{Output, UnlistedOutput};
use crate::exit::Failure;
use crate::groups;
use value::Suggested;

/// The operation whose command is written by hand: it takes times such as `7d`, and checks the
/// action.
const HAND_WRITTEN: &str = "events.query";

/// A command of an operation, as it was typed.
#[derive(Debug)]
pub(crate) struct OperationArgs {
    pub(crate) operation: &'static Operation,
    /// The values of each flag that was given.
    pub(crate) given: Vec<(Flag, Vec<String>)>,
    pub(crate) output: Output,
    pub(crate) limit: Option<u32>,
    pub(crate) dry_run: bool,
    pub(crate) unchecked: bool,
}

/// Adds the commands of all groups. What is in a group is only built when the group is typed.
pub(super) fn add_groups(command: Command) -> Command {
    let groups = groups::names().into_iter().filter(|group| group != "events");
    command.subcommands(groups.map(|name| {
        let words = groups::operations(&name).next().map(|operation| groups::words(operation).0);
        let group = words.unwrap_or(name);
        let about = groups::about(&group);
        Command::new(group).about(about).defer(build_group)
    }))
}

/// Adds the operations of the audit log to its commands written by hand.
pub(super) fn add_operations(command: Command) -> Command {
    let operations = groups::operations(command.get_name());
    let commands = operations.filter(|operation| operation.dotted() != HAND_WRITTEN).map(build);
    let commands: Vec<_> = commands.collect();
    command.subcommands(commands)
}

fn build_group(group: Command) -> Command {
    let listing = groups::listing(group.get_name());
    let group = add_operations(group);
    help::of_group(match listing {
        // They are listed in the help of `list`.
        Some(listing) => with_arguments(group, listing).mut_args(|argument| {
            let is_output = argument.get_help_heading() == Some("Output") || argument.is_global_set();
            argument.hide(!is_output)
        }),
        None => UnlistedOutput::augment_args(group).subcommand_required(true).arg_required_else_help(true),
    })
}

fn build(operation: &'static Operation) -> Command {
    help::of_operation(with_arguments(Command::new(groups::words(operation).1), operation), operation)
}

/// Adds the arguments of an operation.
fn with_arguments(command: Command, operation: &'static Operation) -> Command {
    let command = command.args(flags(operation).iter().map(|flag| argument(flag, operation)));
    let command = match response_schema(operation) {
        Some(Schema::Nothing) => UnlistedOutput::augment_args(command),
        _ => Output::augment_args(command),
    };
    let limit = Arg::new("--limit").long("limit").value_name("N").help_heading("Output");
    let limit = limit.help("Maximum number of items to print, of all pages [default: all]");
    let limit = limit.allow_negative_numbers(true).value_parser(whole::<u32>(1..=u32::MAX.into()));
    let switch = |name: &'static str, help| {
        Arg::new(format!("--{name}")).long(name).help(help).action(ArgAction::SetTrue).help_heading("Request")
    };
    command
        .args((operation.paging != Paging::None).then_some(limit))
        .arg(switch("dry-run", "Print the request and send nothing; needs no key"))
        .arg(switch("unchecked", "Send values that this version does not know"))
}

fn argument(flag: &Flag, operation: &Operation) -> Arg {
    let argument = Arg::new(flag.id())
        .value_name(flag.value_name())
        .value_parser(Suggested(flag.values()))
        .help(help::of_flag(flag, operation))
        .required(flag.required && flag.long.as_deref() != Some("directory"))
        .allow_negative_numbers(true);
    let Some(long) = &flag.long else { return argument };
    let argument = argument.long(long).aliases(flag.alias.clone());
    let argument = match long.as_str() {
        "cursor" | "page-size" => argument.help_heading("Request"),
        _ => argument,
    };
    match flag.schema {
        Schema::List(&Schema::Enum(_)) => argument.action(ArgAction::Append).value_delimiter(','),
        Schema::List(_) => argument.action(ArgAction::Append),
        Schema::Boolean => argument.num_args(0..=1).require_equals(true).default_missing_value("true"),
        _ => argument,
    }
}

/// Reads the command of an operation; `None` if it is another command.
pub(super) fn of_matches(matches: &ArgMatches) -> Result<Option<OperationArgs>, Failure> {
    let Some((group, within)) = matches.subcommand() else { return Ok(None) };
    let (found, own) = match within.subcommand() {
        Some((name, own)) => (groups::find(group, name), own),
        None => (groups::listing(group), within),
    };
    let Some(operation) = found.filter(|operation| operation.dotted() != HAND_WRITTEN) else {
        return Ok(None);
    };
    if let (Some((name, _)), Some(listing)) = (within.subcommand(), groups::listing(group)) {
        refuse_before(group, name, within, listing)?;
    }
    let values = |flag: Flag| {
        let values: Vec<_> = own.get_many::<String>(&flag.id())?.cloned().collect();
        Some((flag, values))
    };
    let is_set = |id: &str| own.get_flag(id);
    let format = |matches: &ArgMatches| {
        let output = UnlistedOutput::from_arg_matches(matches).map(Output::from);
        output.map_err(|error| Failure::usage(error.to_string()))
    };
    Ok(Some(OperationArgs {
        operation,
        given: flags(operation).into_iter().filter_map(values).collect(),
        output: format(own)?.or(format(within)?),
        limit: own.try_get_one("--limit").ok().flatten().copied(),
        dry_run: is_set("--dry-run"),
        unchecked: is_set("--unchecked"),
    }))
}

/// Refuses flags of a group's listing before the name of an operation, which would not get them.
fn refuse_before(group: &str, name: &str, within: &ArgMatches, listing: &Operation) -> Result<(), Failure> {
    let flags = flags(listing).into_iter().map(|flag| (flag.id(), flag.to_string()));
    let own = ["--limit", "--dry-run", "--unchecked"].map(|flag| (flag.to_owned(), flag.to_owned()));
    let is_typed = |id: &str| within.value_source(id) == Some(clap::parser::ValueSource::CommandLine);
    match flags.chain(own).find(|(id, _)| within.try_contains_id(id).unwrap_or(false) && is_typed(id)) {
        Some((_, flag)) => Err(Failure::usage(format!(
            "{flag} does not go before `{name}`: give it after `{group} {name}`; see --help"
        ))),
        None => Ok(()),
    }
}

//! The command line.

mod call;
mod events;
mod examples;
mod global;
mod keys;
mod number;
mod operation;
mod output;
mod parse;
mod refusal;
mod simulate;
mod suggest;

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::exit::CODES;

pub(crate) use call::{CallArgs, CompletionsArgs, OperationsArgs};
pub(crate) use events::{EventsCommand, ExportArgs, FollowArgs, QueryArgs};
pub(crate) use global::Global;
pub(crate) use keys::refuse as refuse_keys;
pub(crate) use operation::{Flag, OperationArgs, command_line, flags};
pub(crate) use output::{Output, UnlistedOutput};
pub(crate) use parse::parse;
pub(crate) use simulate::SimulateArgs;

const ENVIRONMENT: &str = "\
Environment:
  ATLASSIAN_ADMIN_API_KEY        the organization API key (or give --key-file)
  ATLASSIAN_ADMIN_DIRECTORY_KEY  the directory's key, for scim operations (or give --key-file)
  ATLASSIAN_ADMIN_ORG_ID         the organization, as --org
  ATLASSIAN_ADMIN_DIRECTORY_ID   the directory, as --directory
  ATLASSIAN_ADMIN_BASE_URL       where the API is, as --base-url
  HTTPS_PROXY, NO_PROXY          the proxy";

/// What the program does, for its help.
const ABOUT: &str = "Administers Atlassian organizations: audit log, users, groups, policies, provisioning";

/// The flags that may be typed before the command.
#[derive(Debug, Parser)]
#[command(name = "atlassian-admin", version, max_term_width = 110, after_help = format!("{}\n\n{CODES}\n\n{ENVIRONMENT}", examples::TOP))]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Before {
    #[command(flatten)]
    global: Global,
    #[command(flatten)]
    output: UnlistedOutput,
}

/// The command line as it was typed.
#[derive(Debug)]
pub(crate) struct Cli {
    pub(crate) global: Global,
    /// The flags that were typed before the command.
    pub(crate) output: Output,
    pub(crate) command: Command,
}

/// The commands that do not call the API. They accept the global arguments; their help omits them.
const LOCAL: [&str; 3] = ["operations", "completions", "simulate"];

/// Returns the command line's definition for clap.
pub(crate) fn command() -> clap::Command {
    let global = Global::augment_args(clap::Command::new("global"));
    let hidden = |command: clap::Command| {
        command.args(global.get_arguments().map(|argument| argument.clone().hide(true)))
    };
    let command = Command::augment_subcommands(operation::add_groups(Before::command()));
    // The derived parts set descriptions of their own.
    command.about(ABOUT).mut_subcommands(|command| match command.get_name() {
        "events" => command.defer(operation::add_operations),
        name if LOCAL.contains(&name) => hidden(command),
        _ => command,
    })
}

/// The commands written by hand, and those of operations.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// A command of the table of operations.
    #[command(skip)]
    Operation(Box<OperationArgs>),
    /// Search, export or follow the audit log
    #[command(after_help = examples::EVENTS)]
    Events {
        #[command(flatten)]
        output: UnlistedOutput,
        #[command(subcommand)]
        command: EventsCommand,
    },
    /// Call an operation with arguments in JSON, and print its whole response
    #[command(after_help = examples::CALL)]
    Call(CallArgs),
    /// List the operations with their commands, or show the arguments of one
    #[command(after_help = examples::OPERATIONS)]
    Operations(OperationsArgs),
    /// Print a script that completes commands, flags and values in a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Serve a simulated API, to develop and test against
    Simulate(Box<SimulateArgs>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_passes_debug_assertions_of_clap() {
        command().debug_assert();
    }
}

//! The command line.

mod call;
mod events;
mod examples;
mod global;
mod keys;
mod number;
mod output;
mod parse;
mod simulate;
mod suggest;

use atlassian_admin::model::DomainId;
use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::exit::CODES;

pub(crate) use call::{CallArgs, CompletionsArgs, OperationsArgs};
pub(crate) use events::{EventsCommand, ExportArgs, FollowArgs, QueryArgs};
pub(crate) use global::Global;
pub(crate) use keys::refuse as refuse_keys;
pub(crate) use output::{Output, UnlistedOutput};
pub(crate) use parse::parse;
pub(crate) use simulate::SimulateArgs;

const ENVIRONMENT: &str = "\
Environment:
  ATLASSIAN_ADMIN_API_KEY        the organization API key (or give --key-file)
  ATLASSIAN_ADMIN_DIRECTORY_KEY  the directory's key, for scim operations (or give --key-file)
  ATLASSIAN_ADMIN_ORG_ID         the organization, as --org
  ATLASSIAN_ADMIN_DIRECTORY_ID   the directory that `call` uses where none is given
  ATLASSIAN_ADMIN_BASE_URL       where the API is, as --base-url
  HTTPS_PROXY, NO_PROXY          the proxy";

/// Administers Atlassian organizations: audit log, users, groups, policies, provisioning.
#[derive(Debug, Parser)]
#[command(name = "atlassian-admin", version, max_term_width = 110, after_help = format!("{}\n\n{CODES}\n\n{ENVIRONMENT}", examples::TOP))]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(flatten)]
    pub(crate) output: UnlistedOutput,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands that do not call the API. They accept the global arguments; their help omits them.
const LOCAL: [&str; 3] = ["operations", "completions", "simulate"];

/// Returns the command line's definition for clap.
pub(crate) fn command() -> clap::Command {
    let global = Global::augment_args(clap::Command::new("global"));
    Cli::command().mut_subcommands(|command| match LOCAL.contains(&command.get_name()) {
        true => command.args(global.get_arguments().map(|argument| argument.clone().hide(true))),
        false => command,
    })
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the organizations that the key can see, or show one
    #[command(after_help = examples::ORGS)]
    Orgs {
        #[command(flatten)]
        output: Output,
        #[command(subcommand)]
        command: Option<OrgsCommand>,
    },
    /// List the accounts that the organization manages
    #[command(after_help = examples::ACCOUNTS)]
    Accounts {
        #[command(flatten)]
        output: Output,
        #[command(subcommand)]
        command: Option<AccountsCommand>,
    },
    /// List the domains that the organization has claimed, or show one
    #[command(after_help = examples::DOMAINS)]
    Domains {
        #[command(flatten)]
        output: Output,
        #[command(subcommand)]
        command: Option<DomainsCommand>,
    },
    /// Search, export or follow the audit log
    #[command(after_help = examples::EVENTS)]
    Events {
        #[command(flatten)]
        output: UnlistedOutput,
        #[command(subcommand)]
        command: EventsCommand,
    },
    /// Call any operation by its name
    #[command(after_help = examples::CALL)]
    Call(CallArgs),
    /// List the operations that `call` knows, or show the arguments of one
    #[command(after_help = examples::OPERATIONS)]
    Operations(OperationsArgs),
    /// Print a script that completes commands and operations in a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Serve a simulated API, to develop and test against
    Simulate(Box<SimulateArgs>),
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum OrgsCommand {
    /// List the organizations that the key can see
    List,
    /// Show one organization: that of --org, or the only one
    Get,
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum AccountsCommand {
    /// List the accounts that the organization manages
    List,
}

#[derive(Debug, Clone, Subcommand)]
pub(crate) enum DomainsCommand {
    /// List the domains that the organization has claimed
    List,
    /// Show one domain
    Get {
        /// The identifier of the domain, as `domains list` shows it
        domain: DomainId,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_passes_debug_assertions_of_clap() {
        command().debug_assert();
    }
}

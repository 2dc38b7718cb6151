//! `completions`: what a shell needs to complete commands, options and names of operations.

use atlassian_admin::OPERATIONS;
use atlassian_admin::endpoint::Operation;
use clap::CommandFactory;
use clap::builder::PossibleValuesParser;

use crate::args::{Cli, CompletionsArgs};
use crate::exit::Failure;
use crate::output::put;

pub(super) fn run(args: &CompletionsArgs) -> Result<(), Failure> {
    // Only for the shell: elsewhere an unknown name is answered with the nearest ones.
    let names = || PossibleValuesParser::new(OPERATIONS.iter().map(Operation::dotted));
    let mut command = Cli::command();
    for name in ["call", "operations"] {
        command = command.mut_subcommand(name, |command| {
            command.mut_arg("operation", |argument| argument.value_parser(names()))
        });
    }
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "atlassian-admin", &mut script);
    put(&script)
}

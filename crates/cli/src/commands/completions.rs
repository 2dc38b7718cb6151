//! `completions`: generates what a shell needs to complete commands, options and names of
//! operations.

use atlassian_admin::OPERATIONS;
use atlassian_admin::model::EventProduct;
use atlassian_admin::operation::Operation;
use clap::builder::PossibleValuesParser;

use crate::args::{self, CompletionsArgs};
use crate::exit::Failure;
use crate::output::put;

pub(super) fn run(asked: &CompletionsArgs) -> Result<(), Failure> {
    // Only for the shell: elsewhere, an unknown name is reported with the most similar ones.
    let names = || PossibleValuesParser::new(OPERATIONS.iter().map(Operation::dotted));
    let products = PossibleValuesParser::new(EventProduct::KNOWN);
    let mut command = args::command().mut_subcommand("events", |command| {
        command.mut_subcommand("query", |command| {
            command.mut_arg("product", |argument| argument.value_parser(products))
        })
    });
    for name in ["call", "operations"] {
        command = command.mut_subcommand(name, |command| {
            command.mut_arg("operation", |argument| argument.value_parser(names()))
        });
    }
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command, "atlassian-admin", &mut script);
    put(&script)
}

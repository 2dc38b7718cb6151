//! The commands.

pub(crate) mod call;
mod completions;
mod events;
mod operation;
mod operations;
mod simulate;

use crate::args::{Cli, Command, EventsCommand, Output};
use crate::context::Context;
use crate::exit::Failure;
use crate::output::Format;
use crate::signals::Interrupt;

use operations::find;

/// Runs the command.
pub(crate) async fn run(cli: Cli, interrupt: Interrupt) -> Result<(), Failure> {
    let (global, earlier) = (&cli.global, cli.output);
    match cli.command {
        Command::Operation(args) => operation::run(global, *args, earlier, interrupt).await,
        Command::Events { output, command } => {
            let output = command.output().or(output).or(earlier);
            let context = || Context::new(global, output.format()?, interrupt.clone());
            if let EventsCommand::Export(_) | EventsCommand::Follow(_) = command {
                let format = output.format.filter(|format| *format != Format::Ndjson);
                Output { json: false, format, ..output }.refuse(
                    "export and follow only write JSON lines; for CSV or a table, use events query",
                )?;
            }
            match command {
                EventsCommand::Query(args) => {
                    let query = events::query(global, *args, output.format()?, interrupt.clone());
                    interrupt.race(query).await
                }
                EventsCommand::Export(args) => events::export(&context()?, args).await,
                EventsCommand::Follow(args) => events::follow(&context()?, args).await,
            }
        }
        Command::Call(args) => {
            earlier.refuse("call prints the JSON of the response, and takes --json JSON after its name")?;
            call::run(global, args, interrupt).await
        }
        Command::Operations(args) => {
            Output { json: false, table: false, ..earlier }
                .refuse("operations are printed as a table or with --json")?;
            operations::run(&args, args.json || earlier.json, global.quiet)
        }
        Command::Completions(args) => {
            earlier.refuse("it prints a script")?;
            completions::run(&args)
        }
        Command::Simulate(args) => {
            earlier.refuse("it prints one line of JSON")?;
            global.refuse_for_server()?;
            simulate::run(*args, interrupt).await
        }
    }
}

//! The commands.

mod accounts;
pub(crate) mod call;
mod completions;
mod domains;
mod events;
mod operations;
mod orgs;
mod simulate;

use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::model::One;
use atlassian_admin::operation::Endpoint;
use atlassian_admin::paging::Paged;
use atlassian_admin::{Error, Raw};

use crate::args::{Cli, Command, EventsCommand, Output};
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::output::{Printer, Row};
use crate::progress::Progress;
use crate::quantity;
use crate::signals::Interrupt;

use operations::find;

/// Runs the command.
pub(crate) async fn run(cli: Cli, interrupt: Interrupt) -> Result<(), Failure> {
    // The flags that were typed before the command.
    let earlier = Output::from(cli.output);
    let context = |output: Output| Context::new(&cli.global, output.or(earlier).format()?, interrupt.clone());
    match cli.command {
        Command::Orgs { output, command } => {
            interrupt.clone().race(orgs::run(&context(output)?, command)).await
        }
        Command::Accounts { output, command } => {
            interrupt.clone().race(accounts::run(&context(output)?, command)).await
        }
        Command::Domains { output, command } => {
            interrupt.clone().race(domains::run(&context(output)?, command)).await
        }
        Command::Events { output, command } => {
            let output = command.output().or(output).or(earlier);
            if let EventsCommand::Export(_) | EventsCommand::Follow(_) = command {
                Output { json: false, ..output }.refuse(
                    "export and follow only write JSON lines; for CSV or a table, use events query",
                )?;
            }
            events::run(&context(output)?, command).await
        }
        Command::Call(args) => {
            earlier.refuse("call prints the JSON of the response, and takes --json JSON after its name")?;
            call::run(&cli.global, args, interrupt).await
        }
        Command::Operations(args) => {
            Output { csv: earlier.csv, ..Output::default() }
                .refuse("operations are printed as a table or with --json")?;
            operations::run(&args, args.json || earlier.json, cli.global.quiet)
        }
        Command::Completions(args) => {
            earlier.refuse("it prints a script")?;
            completions::run(&args)
        }
        Command::Simulate(args) => {
            earlier.refuse("it prints one line of JSON")?;
            cli.global.refuse_for_server()?;
            simulate::run(*args, interrupt).await
        }
    }
}

/// Prints a listing.
async fn list<E: Paged<Auth = OrganizationKey>>(context: &Context, call: E) -> Result<(), Failure>
where
    E::Item: Row,
{
    print_pages(context, call, None).await?.0.finish()
}

/// Prints the pages of a listing, `max` items at most. Returns the printer, which prints the rest
/// in `finish`, and the number of items.
async fn print_pages<E: Paged<Auth = OrganizationKey>>(
    context: &Context,
    call: E,
    max: Option<usize>,
) -> Result<(Printer<E::Item>, usize), Failure>
where
    E::Item: Row,
{
    context.note_retirement(&E::OPERATION);
    // With a maximum, the page after the last would often be requested in vain, and some listings
    // allow ten requests per minute.
    let mut pages = context.client.pages(call).raw().read_ahead(max.is_none());
    let mut printer = Printer::<E::Item>::new(context.format, context.quiet);
    let progress = Progress::start(context.quiet, printer.prints_at_once(), "item");
    let mut count = 0;
    while let Some(page) = pages.next().await {
        let mut items = match page {
            Ok(page) => page.items,
            Err(error) => {
                drop(progress);
                printer.finish()?;
                return Err(match count {
                    0 => error.into(),
                    _ => only(count as u64, &error),
                });
            }
        };
        items.truncate(max.map_or(usize::MAX, |max| max - count));
        count += items.len();
        // The CSV header is printed with the first item, or at the end.
        if !items.is_empty() {
            printer.print(&items)?;
        }
        progress.show(count as u64, None);
        if max.is_some_and(|max| count >= max) {
            break;
        }
    }
    Ok((printer, count))
}

/// Reports a listing that failed midway.
fn only(count: u64, error: &Error) -> Failure {
    let printed = quantity::count_were(count, "item");
    Failure::partly(explain(error).after(&format!("only {printed} printed")))
}

/// Prints the single item of an operation's response.
async fn get<E: Endpoint<Auth = OrganizationKey>, T: Row>(context: &Context, call: E) -> Result<(), Failure> {
    context.note_retirement(&E::OPERATION);
    // The operation's own type would write the properties in another order than the original JSON.
    let item = context.client.send_as::<One<Raw<T>>, _>(&call).await?.data;
    let mut printer = Printer::new(context.format, context.quiet);
    printer.print(&[item])?;
    printer.finish()
}

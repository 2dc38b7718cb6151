//! What each command does.

mod accounts;
pub(crate) mod call;
mod completions;
mod domains;
mod events;
mod operations;
mod orgs;
mod simulate;

use atlassian_admin::Raw;
use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::endpoint::Endpoint;
use atlassian_admin::model::One;
use atlassian_admin::paging::Paged;

use crate::args::{Cli, Command, EventsCommand, Output};
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::output::{Printer, Row};
use crate::progress::Progress;
use crate::signals::Interrupt;

use operations::find;

/// Does what the arguments say.
pub(crate) async fn run(cli: Cli, interrupt: Interrupt) -> Result<(), Failure> {
    if let Command::Events { command: EventsCommand::Export(_) | EventsCommand::Follow(_), output } =
        &cli.command
        && (output.csv || output.table)
    {
        return Err(Failure::usage(
            "export and follow write JSON lines alone; for CSV or a table, use events query",
        ));
    }
    let context = |output: Output| Context::new(&cli.global, output.format()?, interrupt.clone());
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
        Command::Events { output, command } => events::run(&context(output)?, command).await,
        Command::Call(args) => call::run(&cli.global, args, interrupt).await,
        Command::Operations(args) => operations::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Simulate(args) => simulate::run(*args, interrupt).await,
    }
}

/// Prints a listing, `max` items of it at most.
async fn list<E: Paged<Auth = OrganizationKey>>(
    context: &Context,
    call: E,
    max: Option<usize>,
) -> Result<(), Failure>
where
    E::Item: Row,
{
    context.note_retirement(&E::OPERATION);
    // With a maximum, the page after the last would often be asked for in vain, and some listings allow ten requests a minute.
    let mut pages = context.client.pages(call).raw().read_ahead(max.is_none());
    let mut printer = Printer::<E::Item>::new(context.format);
    let progress = Progress::start(context.quiet || printer.shows_progress(), "items");
    let mut count = 0;
    while let Some(page) = pages.next().await {
        let mut items = match page {
            Ok(page) => page.items,
            Err(error) => {
                drop(progress);
                printer.finish()?;
                return Err(match count {
                    0 => error.into(),
                    _ => Failure::partly(explain(&error).after(&format!("only {count} items were printed"))),
                });
            }
        };
        items.truncate(max.map_or(usize::MAX, |max| max - count));
        count += items.len();
        printer.print(&items)?;
        progress.show(count as u64, None);
        if max.is_some_and(|max| count >= max) {
            break;
        }
    }
    drop(progress);
    printer.finish()
}

/// Prints a single item, which `call` answers.
async fn get<E: Endpoint<Auth = OrganizationKey>, T: Row>(context: &Context, call: E) -> Result<(), Failure> {
    context.note_retirement(&E::OPERATION);
    // The original JSON, which the operation's own type would write in another order.
    let item = context.client.send_as::<One<Raw<T>>, _>(&call).await?.data;
    let mut printer = Printer::new(context.format);
    printer.print(&[item])?;
    printer.finish()
}

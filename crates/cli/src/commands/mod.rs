//! What each command does.

mod accounts;
mod domains;
mod events;
mod orgs;
mod simulate;

use atlassian_admin::Raw;
use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::endpoint::Endpoint;
use atlassian_admin::model::One;
use atlassian_admin::paging::Paged;

use crate::args::{Cli, Command, EventsCommand};
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::output::{Printer, Row};
use crate::progress::Progress;
use crate::signals::Interrupt;
use crate::untouched::Untouched;

/// Does what the arguments say.
pub(crate) async fn run(cli: Cli, interrupt: Interrupt) -> Result<(), Failure> {
    if let Command::Events { command: EventsCommand::Export(_) | EventsCommand::Follow(_) } = &cli.command
        && (cli.global.csv || cli.global.table)
    {
        return Err(Failure::usage(
            "export and follow write JSON lines alone; for CSV or a table, use events query",
        ));
    }
    let context = || Context::new(&cli.global, interrupt.clone());
    match cli.command {
        Command::Orgs { command } => interrupt.clone().race(orgs::run(&context()?, command)).await,
        Command::Accounts { command } => interrupt.clone().race(accounts::run(&context()?, command)).await,
        Command::Domains { command } => interrupt.clone().race(domains::run(&context()?, command)).await,
        Command::Events { command } => events::run(&context()?, command).await,
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
                    _ => Failure::partial(format!("only {count} items were printed: {}", explain(&error))),
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
    let item = context.client.send(&Untouched::<E, One<Raw<T>>>::new(call)).await?.data;
    let mut printer = Printer::new(context.format);
    printer.print(&[item])?;
    printer.finish()
}

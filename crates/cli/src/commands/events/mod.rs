//! `events`: the audit log.

mod delivery;
mod export;
mod follow;
mod pump;
mod query;

use atlassian_admin::api;
use atlassian_admin::model::{Event, EventAction, One, OrgId};
use atlassian_admin::{Error, Raw};

use super::get;
use crate::args::EventsCommand;
use crate::context::Context;
use crate::exit::Failure;
use crate::output::Printer;

pub(super) async fn run(context: &Context, command: EventsCommand) -> Result<(), Failure> {
    let interrupt = context.interrupt.clone();
    match command {
        EventsCommand::Query(args) => interrupt.race(query::run(context, *args)).await,
        #[allow(deprecated, reason = "offered until it stops")]
        EventsCommand::Get { event, .. } => {
            interrupt
                .race(async {
                    get::<_, Event>(context, api::events::Get::new(context.org().await?, event)).await
                })
                .await
        }
        EventsCommand::Actions { .. } => interrupt.race(actions(context)).await,
        EventsCommand::Export(args) => export::run(context, args).await,
        EventsCommand::Follow(args) => follow::run(context, args).await,
    }
}

/// Returns the actions that the log knows, each with its original JSON.
async fn all_actions(context: &Context, org: OrgId) -> Result<Vec<Raw<EventAction>>, Error> {
    let call = api::events::Actions::new(org);
    Ok(context.client.send_as::<One<Vec<Raw<EventAction>>>, _>(&call).await?.data)
}

async fn actions(context: &Context) -> Result<(), Failure> {
    let actions = all_actions(context, context.org().await?).await?;
    let mut printer = Printer::new(context.format, context.quiet);
    printer.print(&actions)?;
    printer.finish()
}

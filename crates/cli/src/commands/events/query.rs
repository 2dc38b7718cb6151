//! `events query`: searches the audit log.

use atlassian_admin::api;
use atlassian_admin::api::events::EventPlace;
use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::model::{EventAction, One, OrgId};
use atlassian_admin::operation::{Endpoint, Operation};
use atlassian_admin::{Error, Raw};
use serde_json::Value;

use crate::args::{Global, QueryArgs};
use crate::commands::call::{request, walk};
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::output::Format;
use crate::signals::Interrupt;
use crate::{nearest, stderr, window};

/// Maximum page size: there may be only ten requests per minute.
const PAGE: u32 = 500;

const QUERY: &Operation = &api::events::Query::OPERATION;

pub(crate) async fn run(
    global: &Global,
    args: QueryArgs,
    format: Format,
    interrupt: Interrupt,
) -> Result<(), Failure> {
    let context = match args.dry_run {
        true => Context::<OrganizationKey>::without_key(global, interrupt)?,
        false => Context::new(global, format, interrupt)?,
    };
    let window = window::resolve(args.window.from, args.window.to, context.now, None)?;
    let mut places = args.location;
    if args.city.is_some() || args.country.is_some() {
        let mut place = EventPlace::new();
        (place.city, place.country_name) = (args.city, args.country);
        places.push(place);
    }
    let org = context.org().await?;
    let mut call = api::events::Query::new(org.clone());
    call.cursor = args.cursor;
    call.q = args.q;
    call.actor = filter(args.actor);
    call.ip = filter(args.ip);
    call.product = filter(args.product);
    call.location = filter(places);
    call.action = args.action.clone();
    call.from = window.from;
    call.to = window.to;
    call.limit = args.page_size.or(Some(args.limit.map_or(PAGE, |limit| limit.min(PAGE))));
    let Ok(Value::Object(arguments)) = serde_json::to_value(call) else {
        return Err(Failure::usage("the filters cannot be written as JSON"));
    };
    if args.dry_run {
        return request(&context.client.preview(QUERY, arguments)?);
    }
    let (printer, count) = walk(&context, QUERY, arguments, args.limit).await?;
    if let (0, Some(action)) = (count, args.action) {
        refuse_unknown(&context, org, &action).await?;
    }
    printer.finish().map_err(|error| Failure::stdout(&error))
}

/// Returns the actions that the log knows.
async fn all_actions(context: &Context, org: OrgId) -> Result<Vec<Raw<EventAction>>, Error> {
    let call = api::events::Actions::new(org);
    Ok(context.client.send_as::<One<Vec<Raw<EventAction>>>, _>(&call).await?.data)
}

/// Refuses an action that the log does not know.
///
/// The list of actions grows, so only the server has it. It is requested only if no event matches,
/// so that other searches cost no extra request.
async fn refuse_unknown(context: &Context, org: OrgId, action: &str) -> Result<(), Failure> {
    let known = match all_actions(context, org).await {
        Ok(known) => known,
        Err(error) => {
            let text =
                format!("note: no event matches; --action cannot be checked: {}", explain(&error).line());
            stderr::print(&text);
            return Ok(());
        }
    };
    let known: Vec<_> =
        known.iter().filter_map(|action| Some(action.decode().ok()?.id.to_string())).collect();
    if known.is_empty() || known.iter().any(|known| known == action) {
        return Ok(());
    }
    let hint = nearest::hint(action, known.iter().map(String::as_str));
    Err(Failure::usage(format!(
        "--action: the audit log has no action {action:?}{hint} (`events actions` lists them all)"
    )))
}

fn filter<T>(values: Vec<T>) -> Option<Vec<T>> {
    // The server may read an empty list as "none of these".
    (!values.is_empty()).then_some(values)
}

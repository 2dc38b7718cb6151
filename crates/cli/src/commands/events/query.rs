//! `events query`: searches the audit log.

use atlassian_admin::api::events::{EventPlace, GetEvents};

use crate::args::QueryArgs;
use crate::commands::list;
use crate::context::Context;
use crate::exit::Failure;
use crate::window;

/// The largest page: the fewer requests the better, as there may be ten a minute.
const PAGE: u32 = 500;

pub(super) async fn run(context: &Context, args: QueryArgs) -> Result<(), Failure> {
    let window = window::resolve(args.window.from, args.window.to, context.now, None)?;
    let mut places = args.location;
    if args.city.is_some() || args.country.is_some() {
        let mut place = EventPlace::new();
        (place.city, place.country_name) = (args.city, args.country);
        places.push(place);
    }
    let mut call = GetEvents::new(context.org().await?);
    call.q = args.q;
    call.actor = filter(args.actor);
    call.ip = filter(args.ip);
    call.product = filter(args.product);
    call.location = filter(places);
    call.action = args.action;
    call.from = window.from;
    call.to = window.to;
    call.limit = Some(args.max.map_or(PAGE, |max| max.min(PAGE)));
    list(context, call, args.max.map(|max| max as usize)).await
}

fn filter<T>(values: Vec<T>) -> Option<Vec<T>> {
    // An empty list may be read as "none of these".
    (!values.is_empty()).then_some(values)
}

//! `events follow`: new events as they come.

use std::time::Duration;

use atlassian_admin::api::events::PollEvents;
use atlassian_admin::events::{Checkpoint, Window};
use atlassian_admin::model::{EventId, OrgId, SortOrder, Timestamp};
use atlassian_admin::{Error, ErrorKind};
use serde::Deserialize;

use super::delivery::{Delivery, begun, unusable};
use super::pump::{Stop, pump};
use crate::args::FollowArgs;
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::progress::Progress;
use crate::{quantity, stderr, window};

/// The largest page.
const PAGE: u32 = 500;

pub(super) async fn run(context: &Context, args: FollowArgs) -> Result<(), Failure> {
    let begun = begun(args.out.as_deref(), args.checkpoint.as_deref())?;
    let window = match (args.from, begun) {
        (None, Some(begun)) => Window { from: begun.from, to: None },
        (from, begun) => window::resolve(from, None, context.now, begun)?,
    };
    let org = context.interrupt.clone().race(context.org()).await?;
    let overlap = Duration::from_secs(args.overlap);
    let anew = begun.is_none() && args.from.is_none();
    // Before anything is made, since what is made without it would go on with all that ever happened.
    let begin = match anew {
        true => context.interrupt.clone().race(at_the_end(context, &org, window, overlap)).await?,
        false => Checkpoint::new(org.clone(), window),
    };
    let (mut delivery, checkpoint) = match args.out {
        Some(path) => Delivery::to_file(path, begin)?,
        None => Delivery::to_stdout(args.checkpoint, begin)?,
    };
    if anew {
        // Stored at once, so that what comes up before the first delivery is not lost to a restart.
        delivery.advance(&checkpoint)?;
    }
    let feed = context.client.event_feed(org).window(window).page_size(PAGE).overlap(overlap);
    let mut feed = feed.resume(checkpoint).follow(args.interval).map_err(|error| unusable(&error))?;

    let progress = Progress::start(context.quiet, delivery.prints(), "event");
    let mut written = 0;
    loop {
        match pump(context, &mut feed, &mut delivery, &progress, &mut written).await {
            Ok(()) => return Ok(()),
            Err(Stop::Delivery(failure)) => return Err(failure),
            Err(Stop::Api(error)) if passes(&error) => {
                let text = explain(&error).line();
                stderr::print(&format!("warning: {text}; trying again in {:?}", args.interval));
                // An interruption in the meantime is heard at the beginning of the next round.
                let _ = tokio::time::timeout(args.interval, context.interrupt.clone().arrived()).await;
            }
            Err(Stop::Api(error)) if written == 0 => return Err(error.into()),
            Err(Stop::Api(error)) => {
                let done = format!("{} written", quantity::count_were(written, "event"));
                return Err(Failure::partly(explain(&error).after(&done).then(&delivery.next_time())));
            }
            Err(Stop::Interrupted) => {
                return Err(Failure::Interrupted(format!(
                    "{} written; {}",
                    quantity::count_were(written, "event"),
                    delivery.next_time()
                )));
            }
        }
    }
}

/// Whether an error says nothing about the next attempt: who follows wants to go on following.
fn passes(error: &Error) -> bool {
    if error.is_web_page() {
        // Maintenance of a proxy passes. A page with a status of 4xx is a wrong base URL or a
        // sign-in page, which does not.
        return error.http_status().is_some_and(|status| !status.is_client_error());
    }
    matches!(
        error.kind(),
        ErrorKind::Connection | ErrorKind::Timeout | ErrorKind::Server | ErrorKind::RateLimited
    )
}

/// Where a feed stands that has delivered all events so far.
///
/// It is the server's newest event that tells, not the clock of this machine, which may be wrong. All events are noted as far back
/// as the feed reads again, since it would take the others for new.
async fn at_the_end(
    context: &Context,
    org: &OrgId,
    window: Window,
    overlap: Duration,
) -> Result<Checkpoint, Failure> {
    let call = PollEvents::new(org.clone()).sort_order(SortOrder::Descending).limit(PAGE);
    let mut pages = context.client.pages(call).raw().read_ahead(false);
    let mut checkpoint = Checkpoint::new(org.clone(), window);
    // The feed allows for a server's clock of whole seconds, and reads as much more again.
    let overlap = overlap.saturating_add(Duration::from_secs(2)).as_millis().try_into().unwrap_or(u64::MAX);
    let mut timeless = Vec::new();
    let mut newest = None;
    'pages: while let Some(page) = pages.next().await.transpose()? {
        for event in &page.items {
            // An event without an identifier cannot be told from a new one, here as in the feed.
            let Ok(Named { id }) = event.decode_as() else { continue };
            let processed_at =
                event.decode_as().ok().and_then(|Processed { attributes }| attributes.processed_at);
            let Some(millis) = processed_at.as_ref().and_then(Timestamp::millis) else {
                timeless.push(id);
                continue;
            };
            if newest.is_some_and(|newest: i64| newest.abs_diff(millis) > overlap && millis < newest) {
                break 'pages;
            }
            newest = newest.max(Some(millis));
            checkpoint.mark_delivered(id, processed_at);
        }
    }
    // They count as of the newest one's time, which is known by now.
    for id in timeless {
        checkpoint.mark_delivered(id, None);
    }
    Ok(checkpoint)
}

/// What is looked at of an event, each on its own, so that nothing unexpected elsewhere hides it.
#[derive(Deserialize)]
struct Named {
    id: EventId,
}

#[derive(Deserialize)]
struct Processed {
    attributes: ProcessedAttributes,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProcessedAttributes {
    processed_at: Option<Timestamp>,
}

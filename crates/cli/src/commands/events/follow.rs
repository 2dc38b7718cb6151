//! `events follow`: prints new events as they arrive.

use atlassian_admin::api;
use std::time::Duration;

use atlassian_admin::events::{Checkpoint, Window};
use atlassian_admin::model::{EventId, OrgId, SortOrder, Timestamp};
use atlassian_admin::{Error, ErrorKind};
use serde::Deserialize;

use super::delivery::{Delivery, not_begun, stored_window};
use super::pump::{Stop, pump};
use crate::args::FollowArgs;
use crate::context::Context;
use crate::exit::Failure;
use crate::explain::explain;
use crate::progress::Progress;
use crate::{quantity, stderr, window};

/// Maximum page size.
const PAGE: u32 = 500;

pub(crate) async fn run(context: &Context, args: FollowArgs) -> Result<(), Failure> {
    let begun = stored_window(args.out.as_deref(), args.checkpoint.as_deref())?;
    let window = match (args.from, begun) {
        (None, Some(begun)) => Window { from: begun.from, to: None },
        (from, begun) => window::resolve(from, None, context.now, begun)?,
    };
    let org = context.interrupt.clone().race(context.org()).await?;
    let overlap = Duration::from_secs(args.overlap);
    let anew = begun.is_none() && args.from.is_none();
    // Resolved before any file is created: a later run would resume a new file from the beginning
    // of the log.
    let begin = match anew {
        true => context.interrupt.clone().race(at_the_end(context, &org, window, overlap)).await?,
        false => Checkpoint::new(org.clone(), window),
    };
    let (mut delivery, checkpoint) = match args.out {
        Some(path) => Delivery::to_file(path, begin, context.quiet)?,
        None => Delivery::to_stdout(args.checkpoint, begin)?,
    };
    if anew {
        // Stored at once, so that a restart does not lose events that appear before the first
        // delivery.
        delivery.advance(&checkpoint)?;
    }
    let feed = context.client.organization(org).event_feed().window(window).page_size(PAGE).overlap(overlap);
    let mut feed =
        feed.resume(checkpoint).follow(args.interval).map_err(|error| delivery.unusable(&error))?;

    let progress = Progress::start(context.quiet, delivery.prints(), "event");
    let mut written = 0;
    loop {
        match pump(context, &mut feed, &mut delivery, &progress, &mut written).await {
            Ok(()) => return Ok(()),
            Err(Stop::Delivery(failure)) => return Err(failure),
            Err(Stop::Api(error)) if passes(&error) => {
                let text = explain(&error).line();
                stderr::print(&format!("warning: {text}; trying again in {:?}", args.interval));
                // The next round reports an interruption during this wait.
                let _ = tokio::time::timeout(args.interval, context.interrupt.clone().arrived()).await;
            }
            Err(Stop::Api(error)) => return Err(delivery.stopped(&error, written)),
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

/// Returns whether an error is temporary, so that following continues.
fn passes(error: &Error) -> bool {
    if error.is_web_page() {
        // Maintenance of a proxy is temporary. An unreadable response with a 4xx status means a
        // wrong base URL or a sign-in page, which is not.
        return error.http_status().is_some_and(|status| !status.is_client_error());
    }
    matches!(
        error.kind(),
        ErrorKind::Connection | ErrorKind::Timeout | ErrorKind::Server | ErrorKind::RateLimited
    )
}

/// Returns the checkpoint of a feed that has delivered all events so far.
///
/// The server's newest event sets the time, since the clock of this machine may be wrong. All
/// events within the overlap are marked as delivered, since the feed would take them for new.
async fn at_the_end(
    context: &Context,
    org: &OrgId,
    window: Window,
    overlap: Duration,
) -> Result<Checkpoint, Failure> {
    let call = api::events::Poll::new(org.clone()).sort_order(SortOrder::Descending).limit(PAGE);
    let mut pages = context.client.pages(call).raw().read_ahead(false);
    let mut checkpoint = Checkpoint::new(org.clone(), window);
    // The feed allows for a server clock of whole seconds, and reads that much more.
    let overlap = overlap.saturating_add(Duration::from_secs(2)).as_millis().try_into().unwrap_or(u64::MAX);
    let mut timeless = Vec::new();
    let mut newest = None;
    'pages: while let Some(page) = pages.next().await.transpose().map_err(|error| not_begun(&error))? {
        for event in &page.items {
            // Without an identifier, neither this function nor the feed can recognize an event.
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
    // They get the newest event's time, which is known now.
    for id in timeless {
        checkpoint.mark_delivered(id, None);
    }
    Ok(checkpoint)
}

/// The properties that are read of an event, each separately, so that an unexpected property
/// elsewhere hides none.
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

//! From the feed into the delivery, batch by batch.

use atlassian_admin::Error;
use atlassian_admin::events::Feed;
use atlassian_admin::model::Timestamp;

use super::delivery::Delivery;
use crate::context::Context;
use crate::exit::Failure;
use crate::progress::Progress;

/// Why it stopped before the end.
#[derive(Debug)]
pub(super) enum Stop {
    /// The user wants it to.
    Interrupted,
    /// The API, or the way to it.
    Api(Error),
    /// What is to take the events.
    Delivery(Failure),
}

/// Delivers until the feed ends, counting in `written`. It stops between batches alone, so none is ever torn.
pub(super) async fn pump(
    context: &Context,
    feed: &mut Feed,
    delivery: &mut Delivery,
    progress: &Progress,
    written: &mut u64,
) -> Result<(), Stop> {
    let mut interrupt = context.interrupt.clone();
    loop {
        let next = tokio::select! {
            biased;
            () = interrupt.arrived() => return Err(Stop::Interrupted),
            next = feed.next() => next,
        };
        let Some(batch) = next else { return Ok(()) };
        let batch = batch.map_err(Stop::Api)?;
        delivery.deliver(&batch).map_err(Stop::Delivery)?;
        *written += batch.events.len() as u64;
        progress.show(*written, batch.checkpoint.processed_at().map(Timestamp::as_str));
    }
}

//! Moves events from the feed to the delivery, batch by batch.

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
    /// A signal arrived.
    Interrupted,
    /// The API or the network failed.
    Api(Error),
    /// The destination of the events failed.
    Delivery(Failure),
}

/// Delivers until the feed ends, counting in `written`. It only stops between batches, so no line
/// is ever torn.
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

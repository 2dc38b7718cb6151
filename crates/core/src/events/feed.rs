//! The driver of the feed: it fetches, waits and returns batches as the state machine decides.

use crate::api;
use std::time::Duration;

use futures_util::Stream;

use super::checkpoint::{Checkpoint, CheckpointError};
use super::machine::{FeedConfig, FeedInput, FeedMachine, FeedPage, FeedStep};
use super::window::Window;
use crate::auth::OrganizationKey;
use crate::client::{Client, Pending};
use crate::error::Error;
use crate::headers::response_date;
use crate::json::{Raw, decode_slice};
use crate::model::{Event, OrgId};
use crate::operation::Endpoint;
use crate::time::EpochMillis;

type EventPage = FeedPage<Raw<Event>>;

/// Builds a [`Feed`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `drain` or `follow` is called"]
pub struct FeedBuilder {
    client: Client<OrganizationKey>,
    config: FeedConfig,
    /// The requested window. `None` if none was set: a checkpoint has its own window.
    window: Option<Window>,
    checkpoint: Option<Checkpoint>,
    read_ahead: bool,
}

impl Client<OrganizationKey> {
    /// Reads an organization's audit log: up to now, or continuously.
    pub fn event_feed(&self, organization: impl Into<OrgId>) -> FeedBuilder {
        FeedBuilder::new(self.clone(), organization.into())
    }
}

impl FeedBuilder {
    fn new(client: Client<OrganizationKey>, org_id: OrgId) -> Self {
        Self { client, config: FeedConfig::new(org_id), window: None, checkpoint: None, read_ahead: true }
    }

    /// The earliest processing time. Events go back 180 days.
    pub fn from(mut self, time: impl Into<EpochMillis>) -> Self {
        self.window.get_or_insert_default().from = Some(time.into());
        self
    }

    /// The latest processing time, inclusive. For the whole of a day, give the end of
    /// [`Timestamp::end_millis`](crate::time::Timestamp::end_millis).
    pub fn to(mut self, time: impl Into<EpochMillis>) -> Self {
        self.window.get_or_insert_default().to = Some(time.into());
        self
    }

    /// The window of processing times.
    pub fn window(mut self, window: Window) -> Self {
        self.window = Some(window);
        self
    }

    /// The overlap window: the period that the feed reads again to find late events. Default: one
    /// minute. If it contains more than 25,000 events, it is cut to the latest 25,000.
    pub fn overlap(mut self, overlap: Duration) -> Self {
        self.config.overlap = overlap;
        self
    }

    /// The maximum number of events on a page, 1 to 500. Default: 500.
    pub fn page_size(mut self, events: u32) -> Self {
        self.config.page_size = events;
        self
    }

    /// Whether to fetch the next page while the consumer processes the current one. Default: on.
    pub fn read_ahead(mut self, on: bool) -> Self {
        self.read_ahead = on;
        self
    }

    /// Resumes from a checkpoint of an earlier run over the same part of the log. Without a
    /// checkpoint, the feed starts at the beginning of the window.
    pub fn resume(mut self, checkpoint: impl Into<Option<Checkpoint>>) -> Self {
        self.checkpoint = checkpoint.into();
        self
    }

    /// Creates a feed that ends when it has delivered all events so far. If the log grows
    /// continuously, the feed ends after the events that existed when it started.
    ///
    /// # Errors
    /// [`CheckpointError`] if the checkpoint does not match this feed.
    pub fn drain(mut self) -> Result<Feed, CheckpointError> {
        self.config.interval = None;
        self.build()
    }

    /// Creates a feed that never ends: after it has delivered all events so far, it polls for new
    /// events every `interval`.
    ///
    /// # Errors
    /// [`CheckpointError`] if the checkpoint does not match this feed.
    pub fn follow(mut self, interval: Duration) -> Result<Feed, CheckpointError> {
        self.config.interval = Some(interval);
        self.build()
    }

    fn build(mut self) -> Result<Feed, CheckpointError> {
        let stored = self.checkpoint.as_ref().map(Checkpoint::window);
        self.config.window = self.window.or(stored).unwrap_or_default();
        let machine = match self.checkpoint {
            Some(checkpoint) => FeedMachine::resume(self.config, checkpoint)?,
            None => FeedMachine::new(self.config),
        };
        let returned = machine.checkpoint().clone();
        Ok(Feed {
            client: self.client,
            machine,
            read_ahead: self.read_ahead,
            returned,
            fetching: None,
            waiting_until: None,
            ready: None,
        })
    }
}

/// The audit log, batch by batch.
#[derive(Debug)]
#[must_use = "a feed asks for nothing until its `next` is called"]
pub struct Feed {
    client: Client<OrganizationKey>,
    machine: FeedMachine,
    read_ahead: bool,
    /// The position after the batches that were returned.
    returned: Checkpoint,
    fetching: Option<Pending<Result<EventPage, Error>>>,
    /// The monotonic time at which the next round begins.
    waiting_until: Option<Duration>,
    /// The batch to return next. It is kept here so that cancelling `next` does not lose it.
    ready: Option<FeedBatch>,
}

/// New events, and the position of the feed after them.
#[derive(Debug)]
#[non_exhaustive]
pub struct FeedBatch {
    /// The events as the server sent them, sorted by processing time. Late events are out of
    /// order.
    pub events: Vec<Raw<Event>>,
    /// Store it once the events are safe.
    pub checkpoint: Checkpoint,
}

impl Feed {
    /// The position of the feed after all returned batches.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.returned
    }

    /// Returns the next new events, or `None` at the end of a drain. A feed that follows the log
    /// waits for new events.
    ///
    /// Cancel safety: if the future is dropped, for example by `select!`, no event is lost. The
    /// next call waits for the same events.
    ///
    /// # Errors
    /// Those of the operation. The position of the feed does not change: the next call requests
    /// the same page again.
    pub async fn next(&mut self) -> Option<Result<FeedBatch, Error>> {
        loop {
            if let Some(batch) = self.ready.take() {
                self.returned = batch.checkpoint.clone();
                return Some(Ok(batch));
            }
            if let Some(until) = self.waiting_until {
                let rest = until.saturating_sub(self.client.runtime().monotonic());
                self.client.runtime().sleep(rest).await;
                self.waiting_until = None;
            }
            let step = match &mut self.fetching {
                None => self.machine.step(FeedInput::Poll),
                Some(fetching) => {
                    let page = fetching.result(self.client.runtime()).await;
                    self.fetching = None;
                    match page {
                        Ok(page) => self.machine.step(FeedInput::Page(page)),
                        Err(error) => match self.machine.step(FeedInput::Failed(&error)) {
                            FeedStep::GiveUp => return Some(Err(error)),
                            step => step,
                        },
                    }
                }
            };
            match step {
                FeedStep::Fetch(call) => self.fetch(call),
                FeedStep::Wait(duration) => self.rest(duration),
                FeedStep::Deliver(events) => {
                    self.ready = Some(FeedBatch { events, checkpoint: self.machine.checkpoint().clone() });
                    if self.read_ahead {
                        self.begin_next().await;
                    }
                }
                FeedStep::Unusable(error) => {
                    return Some(Err(Error::paging(const { &api::events::Poll::OPERATION }, error)));
                }
                FeedStep::Done | FeedStep::GiveUp => {
                    self.returned = self.machine.checkpoint().clone();
                    return None;
                }
            }
        }
    }

    fn fetch(&mut self, call: api::events::Poll) {
        let client = self.client.clone();
        let work = move || fetch(client.clone(), call.clone());
        self.fetching = Some(Pending::new(work));
    }

    fn rest(&mut self, duration: Duration) {
        if self.ready.is_none() {
            self.returned = self.machine.checkpoint().clone();
        }
        self.waiting_until = Some(self.client.runtime().monotonic().saturating_add(duration));
    }

    /// Begins to fetch the following page if the state machine requests one now.
    async fn begin_next(&mut self) {
        match self.machine.step::<Raw<Event>>(FeedInput::Poll) {
            FeedStep::Fetch(call) => {
                self.fetch(call);
                if let Some(fetching) = &mut self.fetching {
                    fetching.start(self.client.runtime()).await;
                }
            }
            FeedStep::Wait(duration) => self.rest(duration),
            // At the end of the log, the state machine repeats this step at the next poll.
            _ => {}
        }
    }

    /// Returns the batches as a stream. The stream ends at the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<FeedBatch, Error>> + Send {
        futures_util::stream::unfold(Some(self), async |feed| {
            let mut feed = feed?;
            let batch = feed.next().await?;
            let rest = batch.is_ok().then_some(feed);
            Some((batch, rest))
        })
    }
}

async fn fetch(client: Client<OrganizationKey>, call: api::events::Poll) -> Result<EventPage, Error> {
    let page = client
        .call(&call, |head, body| Ok((decode_slice(&body.bytes())?, response_date(&head.headers))))
        .await?;
    Ok(FeedPage::new(page.0, page.1.unwrap_or_else(|| client.runtime().now())))
}

//! The driver of the feed: it fetches, waits and returns batches as the state machine decides.

use std::time::Duration;

use futures_util::{Stream, TryStreamExt};

use super::checkpoint::{Checkpoint, CheckpointError};
use super::machine::{FeedConfig, FeedInput, FeedMachine, FeedPage, FeedStep};
use super::window::Window;
use crate::api;
use crate::auth::OrganizationKey;
use crate::client::Client;
use crate::error::Error;
use crate::handles::Organization;
use crate::headers::response_date;
use crate::json::{Raw, decode_slice};
use crate::model::{Event, OrgId};
use crate::operation::Endpoint;
use crate::paging::read_ahead::{Prefetch, ReadAhead, Source, Step};
use crate::runtime::Runtime;
use crate::time::EpochMillis;

type EventPage = FeedPage<Raw<Event>>;

/// Builds a [`Feed`].
///
/// ```
/// use atlassian_admin_core::events::{Checkpoint, CheckpointError, Feed};
/// use atlassian_admin_core::{Client, model::Timestamp};
/// # fn example(client: &Client, stored: Option<Checkpoint>) -> Result<Feed, CheckpointError> {
/// let builder = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6").event_feed();
/// builder.from(1_779_148_800_000).resume(stored).stream()
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until `stream` or `follow` is called"]
pub struct FeedBuilder {
    client: Client<OrganizationKey>,
    config: FeedConfig,
    /// The requested window. `None` if none was set: a checkpoint has its own window.
    window: Option<Window>,
    checkpoint: Option<Checkpoint>,
    read_ahead: bool,
}

impl Organization {
    /// Reads the audit log of the organization: up to now, or continuously.
    ///
    /// # Examples
    /// ```
    /// # use std::time::Duration;
    /// # use atlassian_admin_core::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    /// let mut feed = organization.event_feed().follow(Duration::from_secs(60))?;
    /// while let Some(batch) = feed.next().await {
    ///     println!("{} events", batch?.events.len());
    /// }
    /// # Ok(()) }
    /// ```
    pub fn event_feed(&self) -> FeedBuilder {
        FeedBuilder::new(self.client.clone(), self.scope.org_id())
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
    pub fn stream(mut self) -> Result<Feed, CheckpointError> {
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
        let engine = ReadAhead::new(Reader { client: self.client, machine }).enabled(self.read_ahead);
        Ok(Feed { engine })
    }
}

/// The audit log, batch by batch.
///
/// ```
/// # use std::error::Error;
/// # use atlassian_admin_core::Client;
/// # async fn example(client: Client) -> Result<(), Box<dyn Error>> {
/// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
/// let mut feed = organization.event_feed().stream()?;
/// while let Some(batch) = feed.next().await {
///     let batch = batch?;
///     for event in &batch.events {
///         println!("{}", event.one_line());
///     }
///     // Once the events are safe, store the checkpoint. A later run resumes there.
///     println!("{}", serde_json::to_string(&batch.checkpoint)?);
/// }
/// # Ok(()) }
/// ```
#[derive(Debug)]
#[must_use = "a feed requests nothing until its `next` is called"]
pub struct Feed {
    engine: ReadAhead<Reader>,
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
        self.engine.position()
    }

    /// Returns the next new events, or `None` at the end of a feed that does not follow the log. A
    /// feed that follows the log waits for new events.
    ///
    /// Cancel safety: if the future is dropped, for example by `select!`, no event is lost. The
    /// next call waits for the same events.
    ///
    /// # Errors
    /// Those of the operation. The position of the feed does not change: the next call requests
    /// the same page again.
    pub async fn next(&mut self) -> Option<Result<FeedBatch, Error>> {
        let events = self.engine.next().await?;
        Some(events.map(|events| FeedBatch { events, checkpoint: self.checkpoint().clone() }))
    }

    /// Returns the batches as a stream. The stream ends at the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<FeedBatch, Error>> + Send + 'static {
        self.engine.into_stream().map_ok(|(events, checkpoint)| FeedBatch { events, checkpoint })
    }
}

/// The state machine as the source of the batches.
#[derive(Debug)]
struct Reader {
    client: Client<OrganizationKey>,
    machine: FeedMachine,
}

impl Reader {
    fn translate(&self, step: FeedStep<Raw<Event>>) -> Step<Self> {
        match step {
            FeedStep::Fetch(call) => {
                let client = self.client.clone();
                Step::Fetch(Prefetch::new(move || fetch(client.clone(), call.clone())))
            }
            FeedStep::Deliver(events) => Step::Deliver(events),
            FeedStep::Wait(duration) => Step::Wait(duration),
            FeedStep::Unusable(error) => {
                Step::Fail(Error::paging(const { &api::events::Poll::OPERATION }, error))
            }
            FeedStep::Done | FeedStep::GiveUp => Step::End,
        }
    }
}

impl Source for Reader {
    type Fetched = EventPage;
    type Output = Vec<Raw<Event>>;
    type Position = Checkpoint;

    fn runtime(&self) -> &dyn Runtime {
        self.client.runtime()
    }

    fn position(&self) -> &Checkpoint {
        self.machine.checkpoint()
    }

    fn step(&mut self) -> Step<Self> {
        let step = self.machine.step(FeedInput::Poll);
        self.translate(step)
    }

    fn on_fetched(&mut self, fetched: Result<EventPage, Error>) -> Step<Self> {
        let step = match fetched {
            Ok(page) => self.machine.step(FeedInput::Page(page)),
            Err(error) => match self.machine.step(FeedInput::Failed(&error)) {
                FeedStep::GiveUp => return Step::Fail(error),
                step => step,
            },
        };
        self.translate(step)
    }
}

async fn fetch(client: Client<OrganizationKey>, call: api::events::Poll) -> Result<EventPage, Error> {
    let page = client
        .call(&call, |head, body| Ok((decode_slice(&body.bytes())?, response_date(&head.headers))))
        .await?;
    Ok(FeedPage::new(page.0, page.1.unwrap_or_else(|| client.runtime().now())))
}

//! The feed's driver: fetches, waits and hands out what the machine decides.

use std::time::Duration;

use futures_util::Stream;

use super::checkpoint::{Checkpoint, CheckpointError};
use super::machine::{FeedConfig, FeedInput, FeedMachine, FeedPage, FeedStep};
use super::window::Window;
use crate::api::events::PollEvents;
use crate::auth::OrganizationKey;
use crate::client::{Client, Pending};
use crate::error::Error;
use crate::headers::response_date;
use crate::json::Raw;
use crate::json::decode_slice;
use crate::model::{Event, OrgId};
use crate::operation::Endpoint;
use crate::time::EpochMillis;

type EventPage = FeedPage<Raw<Event>>;

/// Makes a [`Feed`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `drain` or `follow` is called"]
pub struct FeedBuilder {
    client: Client<OrganizationKey>,
    config: FeedConfig,
    /// What was asked for, if anything; a checkpoint knows what it is about.
    window: Option<Window>,
    checkpoint: Option<Checkpoint>,
    read_ahead: bool,
}

impl Client<OrganizationKey> {
    /// Copies an organization's audit log: all of it so far, or for ever.
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

    /// The part of the log, all at once.
    pub fn window(mut self, window: Window) -> Self {
        self.window = Some(window);
        self
    }

    /// How far back to read again for events that become visible late. One minute unless set; cut to the last 25,000 events where
    /// more than that fall into it.
    pub fn overlap(mut self, overlap: Duration) -> Self {
        self.config.overlap = overlap;
        self
    }

    /// The most events on a page: 1 to 500, and 500 unless set.
    pub fn page_size(mut self, events: u32) -> Self {
        self.config.page_size = events;
        self
    }

    /// Whether to fetch the next page while the consumer works on this one. On unless turned off.
    pub fn read_ahead(mut self, on: bool) -> Self {
        self.read_ahead = on;
        self
    }

    /// Goes on at a checkpoint of an earlier run, in the same part of the log. Without one, it begins at the beginning.
    pub fn resume(mut self, checkpoint: impl Into<Option<Checkpoint>>) -> Self {
        self.checkpoint = checkpoint.into();
        self
    }

    /// A feed that ends when everything so far is delivered: at the end of the log or, where that grows all the time, behind what was
    /// there when the feed began.
    ///
    /// # Errors
    /// [`CheckpointError`] where the checkpoint cannot be used here.
    pub fn drain(mut self) -> Result<Feed, CheckpointError> {
        self.config.interval = None;
        self.build()
    }

    /// A feed that never ends: it reads on every `interval` once everything so far is delivered.
    ///
    /// # Errors
    /// [`CheckpointError`] where the checkpoint cannot be used here.
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
            resting_until: None,
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
    /// Behind the batches that were returned.
    returned: Checkpoint,
    fetching: Option<Pending<Result<EventPage, Error>>>,
    /// When the next round begins, by the monotonic clock.
    resting_until: Option<Duration>,
    /// The batch that is about to be returned: a caller may stop waiting at any moment.
    ready: Option<FeedBatch>,
}

/// New events, and where the feed stands behind them.
#[derive(Debug)]
#[non_exhaustive]
pub struct FeedBatch {
    /// The events, as the server sent them, in the order of their processing but for late ones.
    pub events: Vec<Raw<Event>>,
    /// Store it once the events are safe.
    pub checkpoint: Checkpoint,
}

impl Feed {
    /// Where the feed stands: behind everything that it has returned.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.returned
    }

    /// The next new events, or `None` at the end of a drain. Waits for new ones where the feed follows.
    ///
    /// A caller who stops waiting, as `select!` does, loses nothing: the next call goes on waiting for the same events.
    ///
    /// # Errors
    /// Those of the call. The feed stands where it stood: calling again asks for the same page again.
    pub async fn next(&mut self) -> Option<Result<FeedBatch, Error>> {
        loop {
            if let Some(batch) = self.ready.take() {
                self.returned = batch.checkpoint.clone();
                return Some(Ok(batch));
            }
            if let Some(until) = self.resting_until {
                let rest = until.saturating_sub(self.client.runtime().monotonic());
                self.client.runtime().sleep(rest).await;
                self.resting_until = None;
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
                    return Some(Err(Error::paging(const { &PollEvents::OPERATION }, error)));
                }
                FeedStep::Done | FeedStep::GiveUp => {
                    self.returned = self.machine.checkpoint().clone();
                    return None;
                }
            }
        }
    }

    fn fetch(&mut self, call: PollEvents) {
        let client = self.client.clone();
        let work = move || fetch(client.clone(), call.clone());
        self.fetching = Some(Pending::new(work));
    }

    fn rest(&mut self, duration: Duration) {
        if self.ready.is_none() {
            self.returned = self.machine.checkpoint().clone();
        }
        self.resting_until = Some(self.client.runtime().monotonic().saturating_add(duration));
    }

    /// Begins to fetch the page after this one, if the machine wants one now.
    async fn begin_next(&mut self) {
        match self.machine.step::<Raw<Event>>(FeedInput::Poll) {
            FeedStep::Fetch(call) => {
                self.fetch(call);
                if let Some(fetching) = &mut self.fetching {
                    fetching.start(self.client.runtime()).await;
                }
            }
            FeedStep::Wait(duration) => self.rest(duration),
            // At the end, the machine says so again.
            _ => {}
        }
    }

    /// The batches as a stream, which ends at the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<FeedBatch, Error>> + Send {
        futures_util::stream::unfold(Some(self), async |feed| {
            let mut feed = feed?;
            let batch = feed.next().await?;
            let rest = batch.is_ok().then_some(feed);
            Some((batch, rest))
        })
    }
}

async fn fetch(client: Client<OrganizationKey>, call: PollEvents) -> Result<EventPage, Error> {
    let page = client
        .call(&call, |head, body| Ok((decode_slice(&body.bytes())?, response_date(&head.headers))))
        .await?;
    Ok(FeedPage::new(page.0, page.1.unwrap_or_else(|| client.runtime().now())))
}

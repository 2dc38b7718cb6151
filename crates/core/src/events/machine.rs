//! The feed as a state machine: it decides what to fetch, what is new and when to rest, and does no I/O.
//!
//! A round reads the overlap again for late events (the sweep), then goes on from the cursor to the end of the stream (the walk).
//! The stream is sorted by processing time, but an entry can become visible late, behind a cursor that has passed its place;
//! only reading that place again finds it.

use std::borrow::Cow;
use std::time::Duration;

use serde::Deserialize;

use super::checkpoint::{Checkpoint, CheckpointError};
use crate::Raw;
use crate::api::events::PollEvents;
use crate::error::Error;
use crate::model::{EpochMillis, Event, OrgId, Timestamp};
use crate::paging::{Cursor, LinkedPage, Page, PageError};

/// How many times in a row the stream may be restarted without a new event before it counts as broken.
const RESTARTS: u32 = 10;

/// What a feed reads, and how.
#[derive(Debug, Clone)]
pub struct FeedConfig {
    /// The organization.
    pub org_id: OrgId,
    /// The earliest processing time; the whole log (180 days) unless given.
    pub from: Option<EpochMillis>,
    /// The latest processing time.
    pub to: Option<EpochMillis>,
    /// How far back each round reads again, in processing time. An entry that becomes visible later than this is missed.
    pub overlap: Duration,
    /// The most events on a page, 1 to 500.
    pub page_size: u32,
    /// How long to rest at the end of the stream before reading on, or `None` to end there.
    pub interval: Option<Duration>,
}

impl FeedConfig {
    /// All of an organization's log, once: an overlap of a minute, pages of 500.
    #[must_use]
    pub fn new(org_id: OrgId) -> Self {
        Self { org_id, from: None, to: None, overlap: Duration::from_secs(60), page_size: 500, interval: None }
    }
}

/// What the driver tells the machine.
#[derive(Debug)]
pub enum FeedInput<'a> {
    /// Go on: what is next?
    Go,
    /// The page that was asked for.
    Page(LinkedPage<Raw<Event>>),
    /// The page could not be had.
    Failed(&'a Error),
}

/// What the driver is to do.
#[derive(Debug)]
pub enum FeedStep {
    /// Fetch this page.
    Fetch(PollEvents),
    /// Hand these new events to the consumer. [`EventFeed::checkpoint`] now stands behind them.
    Deliver(Vec<Raw<Event>>),
    /// Rest this long.
    Wait(Duration),
    /// The end: everything was delivered.
    Done,
    /// The error is final; going on asks for the same page again.
    Fail,
    /// The stream goes round in a circle.
    Broken(PageError),
}

/// The feed's state. Drive it by [`Self::step`].
#[derive(Debug)]
pub struct EventFeed {
    config: FeedConfig,
    /// What a restart needs: the walk's cursor, the newest processing time, the events of the overlap.
    checkpoint: Checkpoint,
    stage: Stage,
    restarts: u32,
}

#[derive(Debug, Clone, PartialEq)]
enum Stage {
    /// Reading the overlap again.
    Sweep(Option<Cursor>),
    /// Going on to the end of the stream.
    Walk,
    /// At the end of the stream.
    Rest,
}

/// What the machine has to know of an event.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(default, borrow)]
    attributes: HeadAttributes<'a>,
}

#[derive(Deserialize, Default)]
struct HeadAttributes<'a> {
    #[serde(default, borrow, rename = "processedAt")]
    processed_at: Option<Cow<'a, str>>,
}

impl EventFeed {
    /// A feed from the beginning.
    #[must_use]
    pub fn new(config: FeedConfig) -> Self {
        let checkpoint = Checkpoint::new(config.org_id.clone());
        Self { config, checkpoint, stage: Stage::Walk, restarts: 0 }
    }

    /// A feed that goes on at a checkpoint.
    ///
    /// # Errors
    /// [`CheckpointError`] where the checkpoint is of another organization or a newer version.
    pub fn resume(config: FeedConfig, checkpoint: Checkpoint) -> Result<Self, CheckpointError> {
        checkpoint.check(&config.org_id)?;
        let mut feed = Self { config, checkpoint, stage: Stage::Rest, restarts: 0 };
        feed.begin_round();
        Ok(feed)
    }

    /// Where the feed stands.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Takes in what happened, and says what to do next.
    pub fn step(&mut self, input: FeedInput<'_>) -> FeedStep {
        match input {
            FeedInput::Go => self.go(),
            FeedInput::Page(page) => self.take(page),
            FeedInput::Failed(error) if error.code() == Some("ADMIN-400-1") && self.cursor().is_some() => {
                self.restart(FeedStep::Fail)
            }
            FeedInput::Failed(_) => FeedStep::Fail,
        }
    }

    fn go(&mut self) -> FeedStep {
        if self.stage != Stage::Rest {
            return FeedStep::Fetch(self.request());
        }
        match self.config.interval {
            None => FeedStep::Done,
            Some(interval) => {
                self.begin_round();
                FeedStep::Wait(interval)
            }
        }
    }

    fn begin_round(&mut self) {
        // Without a cursor the walk itself begins in the overlap, and without events there is none.
        let sweeps = self.checkpoint.cursor.is_some() && self.overlap_start().is_some();
        self.stage = if sweeps { Stage::Sweep(None) } else { Stage::Walk };
    }

    fn request(&self) -> PollEvents {
        let mut call = PollEvents::new(self.config.org_id.clone()).limit(self.config.page_size);
        if let Some(cursor) = self.cursor() {
            // The cursor holds the filters and the order.
            return call.cursor(cursor.clone());
        }
        call.from = self.overlap_start().or(self.config.from);
        call.to = match self.stage {
            Stage::Sweep(_) => self.newest().map(EpochMillis),
            Stage::Walk | Stage::Rest => self.config.to,
        };
        call
    }

    fn cursor(&self) -> Option<&Cursor> {
        match &self.stage {
            Stage::Sweep(cursor) => cursor.as_ref(),
            Stage::Walk | Stage::Rest => self.checkpoint.cursor.as_ref(),
        }
    }

    fn newest(&self) -> Option<i64> {
        self.checkpoint.processed_at.as_ref().and_then(Timestamp::millis)
    }

    /// From when on events may still turn up, and all that were delivered are remembered.
    fn overlap_start(&self) -> Option<EpochMillis> {
        let overlap = i64::try_from(self.config.overlap.as_millis()).unwrap_or(i64::MAX);
        let start = self.newest()?.saturating_sub(overlap);
        let start = self.checkpoint.recent.complete_from().map_or(start, |complete| start.max(complete));
        Some(EpochMillis(self.config.from.map_or(start, |from| start.max(from.0))))
    }

    fn take(&mut self, page: LinkedPage<Raw<Event>>) -> FeedStep {
        let next = match page.next() {
            Ok(next) => next,
            Err(error) => return FeedStep::Broken(error),
        };
        let empty = page.data.is_empty();
        let asked = self.cursor().cloned();
        let fresh: Vec<_> = page.into_items().into_iter().filter(|event| self.is_new(event)).collect();
        if let Some(start) = self.overlap_start() {
            self.checkpoint.recent.forget_before(start.0);
        }
        if !fresh.is_empty() {
            self.restarts = 0;
        }
        // A page with events that points to itself would be read for ever; longer circles bring nothing new and count as restarts.
        let circle = !empty && (next.is_some() && next == asked || fresh.is_empty() && self.stage == Stage::Walk && asked.is_some());
        let ended = empty || next.is_none();
        match &mut self.stage {
            Stage::Sweep(_) if ended || circle => self.stage = Stage::Walk,
            Stage::Sweep(cursor) => *cursor = next,
            Stage::Walk | Stage::Rest if circle => {
                if let step @ FeedStep::Broken(_) = self.restart(FeedStep::Broken(PageError::Cycle)) {
                    return step;
                }
            }
            Stage::Walk | Stage::Rest => {
                // At the end, a cursor is where new events will be; without one, the next round begins in the overlap.
                self.checkpoint.cursor = next;
                self.stage = if ended { Stage::Rest } else { Stage::Walk };
            }
        }
        if fresh.is_empty() { self.go() } else { FeedStep::Deliver(fresh) }
    }

    /// Notes an event as delivered, unless it was.
    fn is_new(&mut self, event: &Raw<Event>) -> bool {
        // An event that cannot be read is delivered all the same, each time: better twice than never.
        let Ok(head) = event.decode_as::<Head<'_>>() else { return true };
        let id = head.id.as_ref().into();
        if self.checkpoint.recent.contains(&id) {
            return false;
        }
        let processed_at = head.attributes.processed_at.map(|text| Timestamp::from(text.as_ref()));
        let millis = processed_at.as_ref().and_then(Timestamp::millis);
        if let Some(millis) = millis
            && self.newest().is_none_or(|newest| millis > newest)
        {
            self.checkpoint.processed_at = processed_at;
        }
        if let Some(millis) = millis.or_else(|| self.newest()) {
            self.checkpoint.recent.insert(id, millis);
        }
        true
    }

    /// Leaves the cursor and reads on from the overlap; `exhausted` after too many times without a new event.
    fn restart(&mut self, exhausted: FeedStep) -> FeedStep {
        self.restarts += 1;
        if self.restarts > RESTARTS {
            return exhausted;
        }
        match self.stage {
            // The walk has a cursor of its own, which may well be good.
            Stage::Sweep(_) => self.stage = Stage::Walk,
            Stage::Walk | Stage::Rest => self.checkpoint.cursor = None,
        }
        self.go()
    }
}

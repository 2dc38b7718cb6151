//! The feed as a state machine: it decides what to fetch, what is new and when to rest, and does no I/O.
//!
//! A *walk* goes on from the cursor to the end of the stream. The stream is sorted by processing time, but an entry can become
//! visible late, behind a cursor that has passed its place; only reading that place again finds it. So each round begins with a
//! *sweep*, which reads again what was not settled when the cursor passed it: what was processed less than the overlap before
//! it was read. A walk that stays in that zone for long, since events keep coming, is interrupted by sweeps.

use std::time::{Duration, SystemTime};

use super::checkpoint::{Checkpoint, CheckpointError};
use super::entry::{EventHeader, FeedEntry};
use super::window::Window;
use crate::api::events::PollEvents;
use crate::error::Error;
use crate::model::OrgId;
use crate::page::{Cursor, LinkedPage, Page, PageError};
use crate::paging::CycleGuard;
use crate::time::{EpochMillis, Timestamp};

/// How often in a row the stream may be restarted without a later event.
const MAX_RESTARTS: u32 = 10;

/// The step of the `Date` header: the server's time may be as much later.
const DATE_HEADER_STEP_MS: i64 = 1_000;

/// What a feed reads, and how.
#[derive(Debug, Clone)]
pub struct FeedConfig {
    /// The organization.
    pub org_id: OrgId,
    /// The part of the log; all of it (180 days) unless given.
    pub window: Window,
    /// How long after its processing an entry may become visible and still be found, to the millisecond. At most 25,000 events are
    /// remembered: where more than that fall into the overlap, it is cut to them.
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
        Self {
            org_id,
            window: Window::default(),
            overlap: Duration::from_secs(60),
            page_size: 500,
            interval: None,
        }
    }

    fn overlap_millis(&self) -> i64 {
        i64::try_from(self.overlap.as_millis()).unwrap_or(i64::MAX)
    }
}

/// A page of the stream, with entries as the host has them.
#[derive(Debug)]
pub struct FeedPage<T> {
    /// The events.
    pub entries: Vec<T>,
    /// Where the next page starts.
    pub next: Result<Option<Cursor>, PageError>,
    /// The server's time when it wrote the page, perhaps cut to the second.
    pub now: SystemTime,
}

impl<T: Send + 'static> FeedPage<T> {
    /// A decoded page, written at `now`.
    #[must_use]
    pub fn new(page: LinkedPage<T>, now: SystemTime) -> Self {
        Self { next: page.next(), entries: page.into_items(), now }
    }
}

/// What the driver reports to the machine.
#[derive(Debug)]
pub enum FeedInput<'a, T> {
    /// Nothing happened: what is next?
    Poll,
    /// The page that was asked for.
    Page(FeedPage<T>),
    /// The page could not be fetched.
    Failed(&'a Error),
}

/// What the driver is to do.
#[derive(Debug)]
pub enum FeedStep<T> {
    /// Fetch this page.
    Fetch(PollEvents),
    /// Hand these new events to the consumer. [`FeedMachine::checkpoint`] now stands behind them.
    Deliver(Vec<T>),
    /// Rest this long.
    Wait(Duration),
    /// The end: everything was delivered.
    Done,
    /// The error is final. A later step requests the same page again.
    GiveUp,
    /// The pages of the stream form a loop, or have no usable cursor.
    Unusable(PageError),
}

/// The feed's state. Drive it by [`Self::step`].
#[derive(Debug)]
pub struct FeedMachine {
    config: FeedConfig,
    /// What a restart needs: the walk's cursor, the newest processing time, what is not settled, the events of the overlap.
    checkpoint: Checkpoint,
    stage: Stage,
    /// This sweep or walk.
    pass: Pass,
    restarts: u32,
    /// The server's time when it wrote the first page.
    begun: Option<i64>,
}

/// What is known of one sweep or walk.
#[derive(Debug, Default)]
struct Pass {
    /// Its cursors.
    cycle: CycleGuard,
    /// Whether it began by the time, and so reads again all that was not settled.
    rereads: bool,
    /// From when on it leaves things unsettled.
    unsettled_from: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
enum Stage {
    /// Reading again what was not settled, from the cursor on.
    Sweep(Option<Cursor>),
    /// Going on to the end of the stream, from the cursor or, without one, by the time.
    Walk(Option<Cursor>),
    /// At the end of the stream.
    Rest,
}

impl FeedMachine {
    /// A feed from the beginning.
    #[must_use]
    pub fn new(config: FeedConfig) -> Self {
        let checkpoint = Checkpoint::new(config.org_id.clone(), config.window);
        let stage = Stage::Walk(None);
        Self { config, checkpoint, stage, pass: Pass::default(), restarts: 0, begun: None }
    }

    /// A feed that goes on at a checkpoint.
    ///
    /// # Errors
    /// [`CheckpointError`] where the checkpoint is of another organization, another part of the log or a newer version.
    pub fn resume(config: FeedConfig, checkpoint: Checkpoint) -> Result<Self, CheckpointError> {
        checkpoint.check(&config.org_id, config.window)?;
        let mut feed = Self { stage: Stage::Rest, checkpoint, ..Self::new(config) };
        feed.begin_round();
        Ok(feed)
    }

    /// Where the feed stands.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Takes in what happened, and says what to do next.
    pub fn step<T: FeedEntry>(&mut self, input: FeedInput<'_, T>) -> FeedStep<T> {
        match input {
            FeedInput::Poll => self.poll(),
            FeedInput::Page(page) => self.on_page(page),
            FeedInput::Failed(error) if error.code() == Some("ADMIN-400-1") && self.cursor().is_some() => {
                self.restart()
            }
            FeedInput::Failed(_) => FeedStep::GiveUp,
        }
    }

    fn poll<T>(&mut self) -> FeedStep<T> {
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
        // Without a cursor the walk itself begins where a sweep would.
        let something =
            self.sweep_end().is_some_and(|end| self.sweep_start().is_none_or(|start| start <= end));
        let sweeps = self.checkpoint.cursor.is_some() && something;
        self.enter(if sweeps { Stage::Sweep(None) } else { Stage::Walk(self.stored_cursor()) });
    }

    fn enter(&mut self, stage: Stage) {
        self.stage = stage;
        self.pass = Pass::default();
    }

    fn request(&self) -> PollEvents {
        let mut call = PollEvents::new(self.config.org_id.clone()).limit(self.config.page_size);
        if let Some(cursor) = self.cursor() {
            // The cursor holds the filters and the order.
            return call.cursor(cursor.to_string());
        }
        call.from = self.sweep_start().or(self.config.window.from);
        call.to = match self.stage {
            Stage::Sweep(_) => self.sweep_end(),
            Stage::Walk(_) | Stage::Rest => self.config.window.to,
        };
        call
    }

    fn cursor(&self) -> Option<&Cursor> {
        match &self.stage {
            Stage::Sweep(cursor) | Stage::Walk(cursor) => cursor.as_ref(),
            Stage::Rest => None,
        }
    }

    /// How far the cursor has come: to the latest event or, at the end of the stream, to that moment.
    fn position(&self) -> Option<i64> {
        self.checkpoint.newest().max(self.checkpoint.read_until)
    }

    /// From when on events may still turn up.
    fn unsettled_start(&self) -> Option<i64> {
        // One overlap at least, should the clocks be wrong.
        let start = self.checkpoint.newest()?.saturating_sub(self.config.overlap_millis());
        Some(self.checkpoint.unsettled_from.map_or(start, |unsettled| start.min(unsettled)))
    }

    /// Where reading by the time begins: all that was delivered since then is remembered.
    fn sweep_start(&self) -> Option<EpochMillis> {
        let start = self.unsettled_start()?;
        let start = self.checkpoint.remembered_from.map_or(start, |remembered| start.max(remembered));
        Some(EpochMillis(self.config.window.from.map_or(start, |from| start.max(from.0))))
    }

    /// Where a sweep ends: where the walk goes on, and never behind what is asked for.
    fn sweep_end(&self) -> Option<EpochMillis> {
        let position = self.position().map(EpochMillis);
        [position, self.config.window.to].into_iter().flatten().min()
    }

    fn on_page<T: FeedEntry>(&mut self, page: FeedPage<T>) -> FeedStep<T> {
        let facts = self.classify(&page);
        if let Some(error) = self.unusable(&facts, &page.entries) {
            return FeedStep::Unusable(error);
        }
        let newest = self.checkpoint.newest();
        let fresh: Vec<_> = page.entries.into_iter().filter(|event| self.remember(event)).collect();
        let progress = self.progress(&facts, fresh.len(), newest);
        match self.stage {
            _ if facts.broken.is_some() => self.leave_cursor(),
            Stage::Sweep(_) => self.advance_sweep(facts),
            Stage::Walk(_) | Stage::Rest => self.advance_walk(facts, &progress),
        }
        self.forget_settled();
        if fresh.is_empty() { self.poll() } else { FeedStep::Deliver(fresh) }
    }

    /// What a page says of the stream, whatever its events are.
    fn classify<T>(&mut self, page: &FeedPage<T>) -> PageFacts {
        let asked = self.cursor().cloned();
        let (next, mut broken) = match &page.next {
            Ok(next) => (next.clone(), None),
            Err(error) => (None, Some(error.clone())),
        };
        let ended = broken.is_none() && (page.entries.is_empty() || next.is_none());
        let is_loop = |next: &Cursor| asked.as_ref() == Some(next) || !self.pass.cycle.advance(next);
        if !ended && next.as_ref().is_some_and(is_loop) {
            broken = Some(PageError::Cycle);
        }
        PageFacts {
            now: EpochMillis::from(page.now).0,
            by_time: asked.is_none(),
            short: page.entries.len() < self.config.page_size as usize,
            next,
            ended,
            broken,
        }
    }

    /// The error of a stream that was restarted too often without a later event. The page is not
    /// remembered, since it is not delivered: it will be requested again.
    fn unusable<T: FeedEntry>(&self, facts: &PageFacts, entries: &[T]) -> Option<PageError> {
        let error = facts.broken.as_ref().filter(|_| self.restarts >= MAX_RESTARTS)?;
        let newest = self.checkpoint.newest();
        let millis = |event: &T| event.header().processed_at.as_ref().and_then(Timestamp::millis);
        let advances = entries.iter().any(|event| millis(event) > newest);
        (!advances).then(|| error.clone())
    }

    /// What a page has changed, once its events are remembered.
    fn progress(&mut self, facts: &PageFacts, fresh: usize, newest: Option<i64>) -> Progress {
        let advanced = self.checkpoint.newest() > newest;
        // New events that are no later than the others may be the same ones again and again: those
        // that are forgotten or unreadable are delivered twice.
        if advanced || facts.ended {
            self.restarts = 0;
        }
        // The cursor of a short page may be after this moment, even if another page follows.
        let at_end =
            (facts.ended || facts.short && facts.broken.is_none()) && !matches!(self.stage, Stage::Sweep(_));
        let position = if at_end { Some(facts.latest()) } else { self.position() };
        let unsettled = self.unsettled_at(facts.now, position);
        self.pass.rereads |= facts.by_time;
        self.pass.unsettled_from = self.pass.unsettled_from.or(unsettled);
        // A busy log never says that it ends. All events from before the drain have been read once a
        // short page goes beyond its beginning.
        let begun = *self.begun.get_or_insert(facts.latest());
        let drained = self.config.interval.is_none() && facts.short && self.checkpoint.newest() > Some(begun);
        Progress { advanced, drained, unsettled, full: fresh >= self.config.page_size as usize }
    }

    fn advance_sweep(&mut self, facts: PageFacts) {
        if facts.ended {
            self.checkpoint.unsettled_from = self.pass.unsettled_from;
            self.enter(Stage::Walk(self.stored_cursor()));
        } else {
            self.stage = Stage::Sweep(facts.next);
        }
    }

    fn advance_walk(&mut self, facts: PageFacts, progress: &Progress) {
        let PageFacts { ended, next, .. } = &facts;
        let known = self.checkpoint.unsettled_from;
        self.checkpoint.unsettled_from = known.into_iter().chain(progress.unsettled).min();
        // The cursor of the last page may be before this moment. So the cursor of a page that may be
        // the last is not stored, and a restart goes by the time; nor is one in a part that is read
        // again, whose events would have to be remembered for ever.
        let is_stored = *ended || progress.advanced && progress.full;
        let stored = next.clone().filter(|_| is_stored);
        self.checkpoint.cursor = stored.and_then(|cursor| cursor.into_token().ok());
        self.checkpoint.read_until = ended.then_some(facts.latest());
        // Past all that it reads again. Otherwise each further page would begin this anew.
        let has_reread = self.pass.rereads && (*ended || progress.advanced && !progress.drained);
        if has_reread {
            self.checkpoint.unsettled_from = self.pass.unsettled_from;
        }
        if *ended || progress.drained {
            self.stage = Stage::Rest;
            return;
        }
        self.stage = Stage::Walk(facts.next);
        if progress.advanced && self.has_walked_long() {
            self.begin_round();
        }
    }

    fn forget_settled(&mut self) {
        if let Some(start) = self.unsettled_start() {
            self.checkpoint.forget_before(start);
        }
    }

    /// From when on what was read up to `position` by `now` is not settled, if it reaches so far.
    fn unsettled_at(&self, now: i64, position: Option<i64>) -> Option<i64> {
        let position = position?;
        // No server dates events into its future: a clock that says so is wrong.
        let start = now
            .max(position.saturating_sub(DATE_HEADER_STEP_MS))
            .saturating_sub(self.config.overlap_millis());
        (position >= start).then_some(start)
    }

    /// Whether what was not settled once has become so, and is worth reading again.
    fn has_walked_long(&self) -> bool {
        let overlap = self.config.overlap_millis();
        match (self.checkpoint.unsettled_from, self.checkpoint.newest()) {
            (Some(unsettled), Some(newest)) => newest > unsettled.saturating_add(overlap.saturating_mul(2)),
            _ => false,
        }
    }

    /// Remembers an event as delivered. Returns whether it was new.
    fn remember(&mut self, event: &impl FeedEntry) -> bool {
        // An event without an identifier is delivered each time: twice is better than never.
        let EventHeader { id, processed_at } = event.header();
        id.is_none_or(|id| self.checkpoint.mark_delivered(id, processed_at))
    }

    /// Leaves the cursor and continues by the time, unless that happened too often without a later
    /// event.
    fn restart<T>(&mut self) -> FeedStep<T> {
        if self.restarts >= MAX_RESTARTS {
            return FeedStep::GiveUp;
        }
        self.leave_cursor();
        self.poll()
    }

    fn leave_cursor(&mut self) {
        self.restarts += 1;
        if matches!(self.stage, Stage::Sweep(_)) {
            // The cursor of a sweep is not that of the walk, which may well be good.
            self.enter(Stage::Sweep(None));
        } else {
            self.checkpoint.cursor = None;
            self.enter(Stage::Walk(None));
        }
    }

    fn stored_cursor(&self) -> Option<Cursor> {
        self.checkpoint.cursor.clone().map(Cursor::Token)
    }
}

/// What a page says of the stream.
#[derive(Debug)]
struct PageFacts {
    /// The server's time when it wrote the page, perhaps cut to the second.
    now: i64,
    /// Whether it was requested by the time, not by a cursor.
    by_time: bool,
    /// Whether it has fewer events than were requested.
    short: bool,
    next: Option<Cursor>,
    /// Whether it is the last page of the stream so far.
    ended: bool,
    /// Why the stream cannot continue after it.
    broken: Option<PageError>,
}

impl PageFacts {
    /// The latest time at which the server may have written the page.
    fn latest(&self) -> i64 {
        self.now.saturating_add(DATE_HEADER_STEP_MS)
    }
}

/// What a page has changed.
#[derive(Debug)]
struct Progress {
    /// Whether it has a later event than all before.
    advanced: bool,
    /// Whether it has as many new events as were requested.
    full: bool,
    /// Whether a drain has come past its beginning.
    drained: bool,
    /// Since when the part of the stream up to its end is not settled.
    unsettled: Option<i64>,
}

//! The feed as a state machine: it decides what to fetch, what is new and when to rest, and does no I/O.
//!
//! A *walk* goes on from the cursor to the end of the stream. The stream is sorted by processing time, but an entry can become
//! visible late, behind a cursor that has passed its place; only reading that place again finds it. So each round begins with a
//! *sweep*, which reads again what was not settled when the cursor passed it: what was processed less than the overlap before
//! it was read. A walk that stays in that zone for long, since events keep coming, is interrupted by sweeps.

use std::time::{Duration, SystemTime};

use super::checkpoint::{Checkpoint, CheckpointError};
use super::entry::FeedEntry;
use super::window::Window;
use crate::api::events::PollEvents;
use crate::error::Error;
use crate::model::OrgId;
use crate::page::Cursor;
use crate::page::LinkedPage;
use crate::page::Page;
use crate::page::PageError;
use crate::paging::CycleGuard;
use crate::time::EpochMillis;
use crate::time::Timestamp;

/// How many times in a row the stream may be restarted without a later event before it counts as broken.
const RESTARTS: u32 = 10;

/// A server tells its time in whole seconds: it may be as much later than it says.
const CLOCK_STEP: i64 = 1_000;

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

/// What the driver tells the machine.
#[derive(Debug)]
pub enum FeedInput<'a, T> {
    /// Go on: what is next?
    Go,
    /// The page that was asked for.
    Page(FeedPage<T>),
    /// The page could not be had.
    Failed(&'a Error),
}

/// What the driver is to do.
#[derive(Debug)]
pub enum FeedStep<T> {
    /// Fetch this page.
    Fetch(PollEvents),
    /// Hand these new events to the consumer. [`EventFeed::checkpoint`] now stands behind them.
    Deliver(Vec<T>),
    /// Rest this long.
    Wait(Duration),
    /// The end: everything was delivered.
    Done,
    /// The error is final; going on asks for the same page again.
    Fail,
    /// The stream goes round in a circle, or points nowhere.
    Broken(PageError),
}

/// The feed's state. Drive it by [`Self::step`].
#[derive(Debug)]
pub struct EventFeed {
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

impl EventFeed {
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
            FeedInput::Go => self.go(),
            FeedInput::Page(page) => self.take(page),
            FeedInput::Failed(error) if error.code() == Some("ADMIN-400-1") && self.cursor().is_some() => {
                self.restart()
            }
            FeedInput::Failed(_) => FeedStep::Fail,
        }
    }

    fn go<T>(&mut self) -> FeedStep<T> {
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
        self.enter(if sweeps { Stage::Sweep(None) } else { Stage::Walk(self.checkpoint.cursor.clone()) });
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

    fn take<T: FeedEntry>(&mut self, page: FeedPage<T>) -> FeedStep<T> {
        let now = EpochMillis::from(page.now).0;
        let (next, mut broken) = match page.next {
            Ok(next) => (next, None),
            Err(error) => (None, Some(error)),
        };
        let asked = self.cursor().cloned();
        let newest = self.checkpoint.newest();
        let ended = broken.is_none() && (page.entries.is_empty() || next.is_none());
        let circles = |next: &Cursor| asked.as_ref() == Some(next) || !self.pass.cycle.advance(next);
        if !ended && next.as_ref().is_some_and(circles) {
            broken = Some(PageError::Cycle);
        }
        if let Some(error) = &broken
            && self.restarts >= RESTARTS
            && !page.entries.iter().any(|event| event.head().1.as_ref().and_then(Timestamp::millis) > newest)
        {
            // Nothing of the page is noted, since nothing of it is delivered: it will be asked for again.
            return FeedStep::Broken(error.clone());
        }
        let short = page.entries.len() < self.config.page_size as usize;
        let fresh: Vec<_> = page.entries.into_iter().filter(|event| self.is_new(event)).collect();
        let full = fresh.len() >= self.config.page_size as usize;
        // A busy log never says that it ends. What was there when the drain began has been read once a page that is not full goes
        // beyond that moment.
        let begun = self.begun.get_or_insert(now).saturating_add(CLOCK_STEP);
        let drained = self.config.interval.is_none() && short && self.checkpoint.newest() > Some(begun);
        // The cursor of a page that is not full may stand behind this moment, even where another page follows.
        let at_end = (ended || short && broken.is_none()) && !matches!(self.stage, Stage::Sweep(_));
        let unsettled = self
            .unsettled_at(now, if at_end { Some(now.saturating_add(CLOCK_STEP)) } else { self.position() });
        self.pass.rereads |= asked.is_none();
        self.pass.unsettled_from = self.pass.unsettled_from.or(unsettled);
        let advanced = self.checkpoint.newest() > newest;
        // Events that are new, and yet no later than what was read, may be the same ones again and again: what is forgotten, or
        // cannot be read, comes twice.
        if advanced || ended {
            self.restarts = 0;
        }
        if broken.is_some() {
            self.restart::<T>();
            self.forget_settled();
            return if fresh.is_empty() { self.go() } else { FeedStep::Deliver(fresh) };
        }
        match &mut self.stage {
            Stage::Sweep(_) if ended => {
                self.checkpoint.unsettled_from = self.pass.unsettled_from;
                self.enter(Stage::Walk(self.checkpoint.cursor.clone()));
            }
            Stage::Sweep(cursor) => *cursor = next,
            Stage::Walk(_) | Stage::Rest => {
                self.checkpoint.unsettled_from =
                    self.checkpoint.unsettled_from.into_iter().chain(unsettled).min();
                // Where the last page ends is not where its cursor stands: that may be behind this moment. So the cursor of a
                // page that may be the last is not kept, and a restart goes by the time; nor is one in a part that is read
                // again, since what is there would have to be remembered for ever.
                let kept = ended || advanced && full;
                self.checkpoint.cursor = next.clone().filter(|_| kept);
                self.checkpoint.read_until = ended.then_some(now.saturating_add(CLOCK_STEP));
                if ended {
                    if self.pass.rereads {
                        self.checkpoint.unsettled_from = self.pass.unsettled_from;
                    }
                    self.stage = Stage::Rest;
                } else if drained {
                    self.stage = Stage::Rest;
                } else {
                    self.stage = Stage::Walk(next);
                    if advanced && self.pass.rereads {
                        // It has come past all that it reads again. Else each further page would begin this anew.
                        self.checkpoint.unsettled_from = self.pass.unsettled_from;
                    }
                    if advanced && self.has_walked_long() {
                        self.begin_round();
                    }
                }
            }
        }
        self.forget_settled();
        if fresh.is_empty() { self.go() } else { FeedStep::Deliver(fresh) }
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
        let start = now.max(position.saturating_sub(CLOCK_STEP)).saturating_sub(self.config.overlap_millis());
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

    /// Notes an event as delivered, unless it was.
    fn is_new(&mut self, event: &impl FeedEntry) -> bool {
        // An event that cannot be read is delivered all the same, each time: better twice than never.
        let (id, processed_at) = event.head();
        id.is_none_or(|id| self.checkpoint.deliver(id, processed_at))
    }

    /// Leaves the cursor and reads on by the time; not after too many times without a later event.
    fn restart<T>(&mut self) -> FeedStep<T> {
        if self.restarts >= RESTARTS {
            return FeedStep::Fail;
        }
        self.restarts += 1;
        if matches!(self.stage, Stage::Sweep(_)) {
            // A sweep's cursor is not the walk's, which may well be good.
            self.enter(Stage::Sweep(None));
        } else {
            self.checkpoint.cursor = None;
            self.enter(Stage::Walk(None));
        }
        self.go()
    }
}

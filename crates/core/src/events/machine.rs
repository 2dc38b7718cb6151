//! The feed as a state machine. It decides what to fetch, which events are new and when to wait.
//! It does no I/O.
//!
//! A *walk* reads from the cursor to the end of the stream. The stream is sorted by processing
//! time, but a late event can appear before the cursor, and only a second read of that range finds
//! it. So each round begins with a *sweep*. A sweep reads the *unsettled* events again: those that
//! were processed less than the overlap window before they were read. If new events keep a walk in
//! that range for long, sweeps interrupt it.

use crate::api;
use std::time::{Duration, SystemTime};

use super::checkpoint::{Checkpoint, CheckpointError};
use super::entry::FeedEntry;
use super::header::EventHeader;
use super::window::Window;
use crate::error::Error;
use crate::model::OrgId;
use crate::page::{Cursor, LinkedPage, Page, PageError};
use crate::paging::LoopGuard;
use crate::time::{EpochMillis, Timestamp};

/// The maximum number of consecutive restarts of the stream without a later event.
const MAX_RESTARTS: u32 = 10;

/// The resolution of the `Date` header: the server's time may be later by up to this much.
const DATE_HEADER_STEP_MS: i64 = 1_000;

/// What a feed reads, and the options for it.
#[derive(Debug, Clone)]
pub struct FeedConfig {
    /// The organization.
    pub org_id: OrgId,
    /// The part of the log. Default: all of it, which is 180 days.
    pub window: Window,
    /// The overlap window: how late an event may appear after it was processed and still be found,
    /// with a resolution of one millisecond. The feed remembers at most 25,000 events; if more
    /// than that fall into the window, it is cut to the latest 25,000.
    pub overlap: Duration,
    /// The maximum number of events on a page, 1 to 500.
    pub page_size: u32,
    /// How long to wait at the end of the stream before the next poll. `None`: the feed ends
    /// there.
    pub interval: Option<Duration>,
}

impl FeedConfig {
    /// All of an organization's log, once, with an overlap of one minute and pages of 500 events.
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

/// A page of the stream, with entries in the host's representation.
#[derive(Debug)]
pub struct FeedPage<T> {
    /// The events.
    pub entries: Vec<T>,
    /// Where the next page starts.
    pub next: Result<Option<Cursor>, PageError>,
    /// The server's time when it wrote the page, possibly truncated to the second.
    pub now: SystemTime,
}

impl<T: Send + 'static> FeedPage<T> {
    /// Creates the input for a decoded page that the server wrote at `now`.
    #[must_use]
    pub fn new(page: LinkedPage<T>, now: SystemTime) -> Self {
        Self { next: page.next(), entries: page.into_items(), now }
    }
}

/// What the driver reports to the machine.
#[derive(Debug)]
pub enum FeedInput<'a, T> {
    /// No new information. Requests the next step.
    Poll,
    /// The requested page.
    Page(FeedPage<T>),
    /// The page could not be fetched.
    Failed(&'a Error),
}

/// What the driver has to do.
#[derive(Debug)]
pub enum FeedStep<T> {
    /// Fetch this page.
    Fetch(api::events::Poll),
    /// Deliver these new events to the consumer. [`FeedMachine::checkpoint`] is now the position
    /// after them.
    Deliver(Vec<T>),
    /// Wait this long.
    Wait(Duration),
    /// The end of the feed: all events were delivered.
    Done,
    /// The error is final. A later step requests the same page again.
    GiveUp,
    /// The pages of the stream form a loop, or have no usable cursor.
    Unusable(PageError),
}

/// The state of the feed. Call [`Self::step`] to advance it.
#[derive(Debug)]
pub struct FeedMachine {
    config: FeedConfig,
    /// The state that a restart needs: the cursor of the walk, the latest processing time, the
    /// unsettled range and the events of the overlap window.
    checkpoint: Checkpoint,
    stage: Stage,
    /// The current sweep or walk.
    pass: Pass,
    restarts: u32,
    /// The server's time when it wrote the first page.
    begun: Option<i64>,
}

/// The state of one sweep or walk.
#[derive(Debug, Default)]
struct Pass {
    /// The cursors that it has visited.
    cycle: LoopGuard,
    /// Whether it started by time, and so reads all unsettled events again.
    rereads: bool,
    /// The start of the range that it leaves unsettled.
    unsettled_from: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
enum Stage {
    /// Reading the unsettled events again, from the cursor.
    Sweep(Option<Cursor>),
    /// Reading to the end of the stream, from the cursor or, without a cursor, by time.
    Walk(Option<Cursor>),
    /// At the end of the stream.
    Rest,
}

impl FeedMachine {
    /// Creates a feed that starts at the beginning of its window.
    #[must_use]
    pub fn new(config: FeedConfig) -> Self {
        let checkpoint = Checkpoint::new(config.org_id.clone(), config.window);
        let stage = Stage::Walk(None);
        Self { config, checkpoint, stage, pass: Pass::default(), restarts: 0, begun: None }
    }

    /// Creates a feed that resumes from a checkpoint.
    ///
    /// # Errors
    /// [`CheckpointError`] if the checkpoint has another organization, another window or a newer
    /// version.
    pub fn resume(config: FeedConfig, checkpoint: Checkpoint) -> Result<Self, CheckpointError> {
        checkpoint.check(&config.org_id, config.window)?;
        let mut feed = Self { stage: Stage::Rest, checkpoint, ..Self::new(config) };
        feed.begin_round();
        Ok(feed)
    }

    /// The current position of the feed.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Processes an input and returns the next step.
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
        // Without a cursor, the walk itself starts at the start of a sweep.
        let something =
            self.sweep_end().is_some_and(|end| self.sweep_start().is_none_or(|start| start <= end));
        let sweeps = self.checkpoint.cursor.is_some() && something;
        self.enter(if sweeps { Stage::Sweep(None) } else { Stage::Walk(self.stored_cursor()) });
    }

    fn enter(&mut self, stage: Stage) {
        self.stage = stage;
        self.pass = Pass::default();
    }

    fn request(&self) -> api::events::Poll {
        let mut call = api::events::Poll::new(self.config.org_id.clone()).limit(self.config.page_size);
        if let Some(cursor) = self.cursor() {
            // The cursor contains the filters and the order.
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

    /// The time that the cursor has reached: that of the latest event or, at the end of the
    /// stream, the time of the request.
    fn position(&self) -> Option<i64> {
        self.checkpoint.newest().max(self.checkpoint.read_until)
    }

    /// The time from which late events may still appear.
    fn unsettled_start(&self) -> Option<i64> {
        // Use at least one overlap window, in case a clock is wrong.
        let start = self.checkpoint.newest()?.saturating_sub(self.config.overlap_millis());
        Some(self.checkpoint.unsettled_from.map_or(start, |unsettled| start.min(unsettled)))
    }

    /// The start time of a request by time. All events delivered since then are remembered.
    fn sweep_start(&self) -> Option<EpochMillis> {
        let start = self.unsettled_start()?;
        let start = self.checkpoint.remembered_from.map_or(start, |remembered| start.max(remembered));
        Some(EpochMillis(self.config.window.from.map_or(start, |from| start.max(from.0))))
    }

    /// The end of a sweep: the position of the walk, but not after the end of the window.
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

    /// Derives the facts about the stream from a page, independently of its events, and remembers
    /// its cursor for the detection of loops.
    fn classify<T>(&mut self, page: &FeedPage<T>) -> PageFacts {
        let asked = self.cursor().cloned();
        let (next, mut broken) = match &page.next {
            Ok(next) => (next.clone(), None),
            Err(error) => (None, Some(error.clone())),
        };
        let ended = broken.is_none() && (page.entries.is_empty() || next.is_none());
        let is_loop = |next: &Cursor| asked.as_ref() == Some(next) || !self.pass.cycle.visit(next);
        if !ended && next.as_ref().is_some_and(is_loop) {
            broken = Some(PageError::Loop);
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

    /// Returns the error for a stream that was restarted too often without a later event. The
    /// page's events are not marked as delivered, because the page will be requested again.
    fn unusable<T: FeedEntry>(&self, facts: &PageFacts, entries: &[T]) -> Option<PageError> {
        let error = facts.broken.as_ref().filter(|_| self.restarts >= MAX_RESTARTS)?;
        let advances = |event: &T| {
            let EventHeader { id, processed_at } = event.header();
            let millis = processed_at.as_ref().and_then(Timestamp::millis);
            // An event without an identifier is delivered each time, and moves nothing.
            id.is_some_and(|id| !self.checkpoint.seen.contains(&id)) && millis > self.checkpoint.newest()
        };
        (!entries.iter().any(advances)).then(|| error.clone())
    }

    /// Derives the progress that a page has made, after its events were marked as delivered.
    fn progress(&mut self, facts: &PageFacts, fresh: usize, newest: Option<i64>) -> PageProgress {
        let advanced = self.checkpoint.newest() > newest;
        // New events that are not later than the previous ones do not prove progress: forgotten
        // events and events without an identifier are delivered again and again.
        if advanced || facts.ended {
            self.restarts = 0;
        }
        // The cursor of a short page may be after the current time, even if another page follows.
        let at_end =
            (facts.ended || facts.short && facts.broken.is_none()) && !matches!(self.stage, Stage::Sweep(_));
        let position = if at_end { Some(facts.latest()) } else { self.position() };
        let unsettled = self.unsettled_at(facts.now, position);
        self.pass.rereads |= facts.by_time;
        self.pass.unsettled_from = self.pass.unsettled_from.or(unsettled);
        // A busy log never reports its end. A short page with an event after the start of the feed
        // shows that all events before the start were read.
        let begun = *self.begun.get_or_insert(facts.latest());
        let caught_up =
            self.config.interval.is_none() && facts.short && self.checkpoint.newest() > Some(begun);
        PageProgress { advanced, caught_up, unsettled, full: fresh >= self.config.page_size as usize }
    }

    fn advance_sweep(&mut self, facts: PageFacts) {
        if facts.ended {
            self.checkpoint.unsettled_from = self.pass.unsettled_from;
            self.enter(Stage::Walk(self.stored_cursor()));
        } else {
            self.stage = Stage::Sweep(facts.next);
        }
    }

    fn advance_walk(&mut self, facts: PageFacts, progress: &PageProgress) {
        let PageFacts { ended, next, .. } = &facts;
        let known = self.checkpoint.unsettled_from;
        self.checkpoint.unsettled_from = known.into_iter().chain(progress.unsettled).min();
        // The cursor of the last page may be before the current time, so the cursor of a page that
        // may be the last is not stored, and a restart goes by time. A cursor within a range that
        // is read again is not stored either: the events of that range would have to be remembered
        // forever.
        let is_stored = *ended || progress.advanced && progress.full;
        let stored = next.clone().filter(|_| is_stored);
        self.checkpoint.cursor = stored.and_then(|cursor| cursor.into_token().ok());
        self.checkpoint.read_until = ended.then_some(facts.latest());
        // The walk has passed the range that it reads again. Without this update, each further
        // page would start that range anew.
        let has_reread = self.pass.rereads && (*ended || progress.advanced && !progress.caught_up);
        if has_reread {
            self.checkpoint.unsettled_from = self.pass.unsettled_from;
        }
        if *ended || progress.caught_up {
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

    /// Returns the start of the unsettled range after reading up to `position` at `now`. `None` if
    /// the position is before that range.
    fn unsettled_at(&self, now: i64, position: Option<i64>) -> Option<i64> {
        let position = position?;
        // A server does not create events in the future, so a `now` before the position is wrong.
        let start = now
            .max(position.saturating_sub(DATE_HEADER_STEP_MS))
            .saturating_sub(self.config.overlap_millis());
        (position >= start).then_some(start)
    }

    /// Whether a previously unsettled range has settled, so that reading it again is useful.
    fn has_walked_long(&self) -> bool {
        let overlap = self.config.overlap_millis();
        match (self.checkpoint.unsettled_from, self.checkpoint.newest()) {
            (Some(unsettled), Some(newest)) => newest > unsettled.saturating_add(overlap.saturating_mul(2)),
            _ => false,
        }
    }

    /// Marks an event as delivered. Returns whether it was new.
    fn remember(&mut self, event: &impl FeedEntry) -> bool {
        // An event without an identifier is delivered each time: a duplicate is better than a
        // loss.
        let EventHeader { id, processed_at } = event.header();
        id.is_none_or(|id| self.checkpoint.mark_delivered(id, processed_at))
    }

    /// Drops the cursor and continues by time. Gives up after too many restarts without a later
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
            // The cursor of a sweep is separate from that of the walk, which may still be valid.
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

/// The facts about the stream that follow from a page.
#[derive(Debug)]
struct PageFacts {
    /// The server's time when it wrote the page, possibly truncated to the second.
    now: i64,
    /// Whether it was requested by time instead of by a cursor.
    by_time: bool,
    /// Whether it has fewer events than requested.
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

/// The progress that a page has made.
#[derive(Debug)]
struct PageProgress {
    /// Whether it has an event later than all previous events.
    advanced: bool,
    /// Whether it has as many new events as requested.
    full: bool,
    /// Whether a feed that does not follow the log has passed the time of its start.
    caught_up: bool,
    /// The start of the unsettled range at the end of the stream.
    unsettled: Option<i64>,
}

//! Reads the next page while the caller processes the current one: the engine of [`Pages`],
//! [`Items`](super::Items) and [`Feed`](crate::events::Feed).
//!
//! [`Pages`]: super::Pages

mod prefetch;

use std::time::Duration;

use futures_util::stream::{Stream, StreamExt, unfold};

pub(crate) use prefetch::Prefetch;

use crate::error::Error;
use crate::runtime::Runtime;

/// What the engine reads. A source decides what to fetch, and does no I/O.
pub(crate) trait Source: Send + Sync + Sized + 'static {
    /// The result of a request.
    type Fetched: Send + 'static;
    /// What the caller receives.
    type Output: Send;
    /// A position, to be stored and resumed.
    type Position: Clone + Send;

    /// The runtime that polls requests and waits.
    fn runtime(&self) -> &dyn Runtime;

    /// The position after all delivered outputs.
    fn position(&self) -> &Self::Position;

    /// Returns the next step without a new result. It never delivers. A step that ends or fails is
    /// returned again by the next call.
    fn step(&mut self) -> Step<Self>;

    /// Returns the step after the requested result.
    fn on_fetched(&mut self, fetched: Result<Self::Fetched, Error>) -> Step<Self>;
}

/// What the engine does next.
pub(crate) enum Step<S: Source> {
    /// Fetch this result.
    Fetch(Prefetch<Result<S::Fetched, Error>>),
    /// Wait this long before the next step.
    Wait(Duration),
    /// Return this output.
    Deliver(S::Output),
    /// Return this error. The position does not change.
    Fail(Error),
    /// The end.
    End,
}

/// Reads a source, and fetches the next result while the caller processes the current one.
#[derive(Debug)]
pub(crate) struct ReadAhead<S: Source> {
    source: S,
    enabled: bool,
    /// The position after the outputs that were returned.
    returned: S::Position,
    fetching: Option<Prefetch<Result<S::Fetched, Error>>>,
    /// The monotonic time at which a wait ends.
    waiting_until: Option<Duration>,
    /// The output to return next. It is kept here so that cancelling `next` does not lose it.
    ready: Option<S::Output>,
}

impl<S: Source> ReadAhead<S> {
    pub(crate) fn new(source: S) -> Self {
        let returned = source.position().clone();
        Self { source, enabled: true, returned, fetching: None, waiting_until: None, ready: None }
    }

    /// Whether to read ahead.
    pub(crate) fn enabled(mut self, on: bool) -> Self {
        self.enabled = on;
        self
    }

    /// The position after all returned outputs.
    pub(crate) fn position(&self) -> &S::Position {
        &self.returned
    }

    /// Whether an output was fetched and not returned.
    pub(crate) fn has_ready(&self) -> bool {
        self.ready.is_some()
    }

    /// Continues with another source. A request under way is cancelled.
    pub(crate) fn map<R: Source>(self, change: impl FnOnce(S) -> R) -> ReadAhead<R> {
        ReadAhead { enabled: self.enabled, ..ReadAhead::new(change(self.source)) }
    }

    /// Returns the next output, or `None` at the end. Cancel safe: the next call waits for the same
    /// output.
    pub(crate) async fn next(&mut self) -> Option<Result<S::Output, Error>> {
        loop {
            if let Some(output) = self.ready.take() {
                self.returned = self.source.position().clone();
                return Some(Ok(output));
            }
            match self.advance().await {
                Step::Fetch(fetching) => self.fetching = Some(fetching),
                Step::Wait(duration) => {
                    self.returned = self.source.position().clone();
                    self.wait(duration);
                }
                Step::Deliver(output) => {
                    self.ready = Some(output);
                    if self.enabled {
                        self.begin_next().await;
                    }
                }
                Step::Fail(error) => return Some(Err(error)),
                Step::End => {
                    self.returned = self.source.position().clone();
                    return None;
                }
            }
        }
    }

    /// Returns the step after the current wait and the current request, if there are any.
    async fn advance(&mut self) -> Step<S> {
        if let Some(until) = self.waiting_until {
            let rest = until.saturating_sub(self.source.runtime().monotonic());
            self.source.runtime().sleep(rest).await;
            self.waiting_until = None;
        }
        let Some(fetching) = &mut self.fetching else { return self.source.step() };
        let fetched = fetching.result(self.source.runtime()).await;
        self.fetching = None;
        self.source.on_fetched(fetched)
    }

    fn wait(&mut self, duration: Duration) {
        self.waiting_until = Some(self.source.runtime().monotonic().saturating_add(duration));
    }

    /// Begins the following request, if the source makes one now.
    async fn begin_next(&mut self) {
        match self.source.step() {
            Step::Fetch(fetching) => {
                self.fetching.insert(fetching).start(self.source.runtime()).await;
            }
            Step::Wait(duration) => self.wait(duration),
            // The source returns this step again.
            Step::Deliver(_) | Step::Fail(_) | Step::End => {}
        }
    }

    /// Returns the outputs as a stream, each with the position after it. The stream ends at the
    /// first error.
    pub(crate) fn into_stream(
        self,
    ) -> impl Stream<Item = Result<(S::Output, S::Position), Error>> + Send + 'static {
        let outputs = unfold(Some(self), async |engine| {
            let mut engine = engine?;
            let output = engine.next().await?;
            let output = output.map(|output| (output, engine.position().clone()));
            let rest = output.is_ok().then_some(engine);
            Some((output, rest))
        });
        outputs.fuse()
    }
}

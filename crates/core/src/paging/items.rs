//! A walk over a listing, item by item.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::Stream;
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;

use super::{ItemPage, Paged, Pages, Position};
use crate::error::Error;

type Fetching<E, T> = BoxFuture<'static, (Box<Pages<E, T>>, Option<Result<ItemPage<T>, Error>>)>;

/// A walk over a listing, item by item, as a [`Stream`].
///
/// A malformed item, such as one without its identifier, is an error in its place
/// ([`ErrorKind::Decode`](crate::ErrorKind::Decode)). The error contains the item's JSON text
/// ([`Error::item_json`]), and the stream continues after it. Any other error ends the stream;
/// [`Self::position`] returns where to resume.
#[must_use = "a stream asks for nothing until it is polled"]
pub struct Items<E: Paged, T = <E as Paged>::Item> {
    state: State<E, T>,
    buffer: VecDeque<Result<T, Error>>,
    /// The start of the current page.
    position: Position,
}

/// No field is pinned: the polled future is boxed.
impl<E: Paged, T> Unpin for Items<E, T> {}

enum State<E: Paged, T> {
    Idle(Box<Pages<E, T>>),
    Fetching(Fetching<E, T>),
    Done,
}

impl<E: Paged, T: DeserializeOwned + Send + 'static> Items<E, T> {
    pub(super) fn new(pages: Pages<E, T>) -> Self {
        Self {
            position: pages.position().clone(),
            state: State::Idle(Box::new(pages)),
            buffer: VecDeque::new(),
        }
    }

    /// Returns where to resume without skipping an item: the start of the current page. The items
    /// of that page are returned again.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.position
    }

    /// Returns the next item, or `None` at the end. Cancel safe: a later call continues.
    ///
    /// # Errors
    /// Those of the call; an item that cannot be read is an error in its place.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<E: Paged, T: DeserializeOwned + Send + 'static> Stream for Items<E, T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.buffer.pop_front() {
                return Poll::Ready(Some(item));
            }
            match std::mem::replace(&mut self.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Idle(mut pages) => {
                    self.position = pages.position().clone();
                    self.state = State::Fetching(Box::pin(async move {
                        let page = pages.next().await;
                        (pages, page)
                    }));
                }
                State::Fetching(mut fetching) => {
                    let polled = fetching.as_mut().poll(context);
                    if polled.is_pending() {
                        self.state = State::Fetching(fetching);
                    }
                    match ready!(polled) {
                        (pages, None) => self.position = pages.position().clone(),
                        (_, Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                        (pages, Some(Ok(page))) => {
                            self.buffer = in_order::<E, T>(page);
                            self.state = State::Idle(pages);
                        }
                    }
                }
            }
        }
    }
}

fn in_order<E: Paged, T>(page: ItemPage<T>) -> VecDeque<Result<T, Error>> {
    let mut all = VecDeque::with_capacity(page.items.len() + page.malformed.len());
    let mut items = page.items.into_iter().map(Ok);
    // Insert by rising index, so that each error is between the items that surrounded it.
    for malformed in page.malformed {
        let before = malformed.index.saturating_sub(all.len());
        all.extend(items.by_ref().take(before));
        let json = malformed.raw.into_json();
        all.push_back(Err(Error::item(const { &E::OPERATION }, malformed.error, json)));
    }
    all.extend(items);
    all
}

impl<E: Paged, T> std::fmt::Debug for Items<E, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Items").field("position", &self.position).finish_non_exhaustive()
    }
}

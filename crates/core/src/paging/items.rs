//! A walk over a listing, item by item.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::Stream;
use futures_util::stream::BoxStream;

use super::{ItemPage, Paged, Position};
use crate::error::Error;

/// A walk over a listing, item by item, as a [`Stream`].
///
/// A malformed item, such as one without its identifier, is an error in its place
/// ([`ErrorKind::Decode`](crate::ErrorKind::Decode)). The error contains the item's JSON text
/// ([`Error::item_json`]), and the stream continues after it. Any other error ends the stream;
/// [`Self::position`] returns where to resume.
///
/// ```
/// # use atlassian_admin_core::{Client, Error};
/// # async fn example(client: Client) -> Result<(), Error> {
/// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
/// let mut accounts = organization.accounts().list().items();
/// while let Some(account) = accounts.next().await {
///     match account {
///         Ok(account) => println!("{}", account.account_id),
///         Err(error) if error.item_json().is_some() => eprintln!("skipped: {error}"),
///         Err(error) => return Err(error),
///     }
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream requests nothing until it is polled"]
pub struct Items<E: Paged, T = <E as Paged>::Item> {
    /// The pages, each with the position after it.
    pages: BoxStream<'static, Result<(ItemPage<T>, Position), Error>>,
    /// The items of the current page that were not returned.
    buffer: VecDeque<Result<T, Error>>,
    /// The start of the current page.
    position: Position,
    /// The start of the page after it.
    next_position: Position,
    endpoint: PhantomData<fn() -> E>,
}

/// No field is pinned: the polled stream is boxed.
impl<E: Paged, T> Unpin for Items<E, T> {}

impl<E: Paged, T> Items<E, T> {
    /// Walks over `pages`, which begin at `position`.
    pub(super) fn new(
        position: Position,
        pages: impl Stream<Item = Result<(ItemPage<T>, Position), Error>> + Send + 'static,
    ) -> Self {
        Self {
            pages: Box::pin(pages),
            buffer: VecDeque::new(),
            next_position: position.clone(),
            position,
            endpoint: PhantomData,
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
    /// Those of the operation. A malformed item is an error in its place.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<E: Paged, T> Stream for Items<E, T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.buffer.pop_front() {
                return Poll::Ready(Some(item));
            }
            self.position = self.next_position.clone();
            match ready!(self.pages.as_mut().poll_next(context)) {
                Some(Ok((page, end))) => {
                    self.buffer = in_order::<E, T>(page);
                    self.next_position = end;
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// Returns the items of a page, with the error of each malformed item in its place.
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

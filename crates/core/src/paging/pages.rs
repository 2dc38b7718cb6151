//! A walk over a listing, page by page.

use std::marker::PhantomData;

use futures_util::Stream;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::cycle::CycleGuard;
use super::{Cursor, ItemPage, Items, PageError, Paged};
use crate::Raw;
use crate::client::{Ahead, Client, give_way};
use crate::endpoint::Paging;
use crate::error::Error;

/// A place in a walk, to be stored and resumed: where the next page starts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Position {
    /// Before the first page.
    #[default]
    Start,
    /// Before the page of this cursor.
    At(Cursor),
    /// After the last page.
    End,
}

/// A walk over a listing, page by page.
///
/// While the caller works on one page, the next one is already on its way (see [`Self::read_ahead`]). After an error the walk
/// stands where it stood: calling [`Self::next`] again asks for the same page again.
#[derive(Debug)]
#[must_use = "a walk asks for nothing until its `next` is called"]
pub struct Pages<E: Paged, T = <E as Paged>::Item> {
    client: Client<E::Auth>,
    call: E,
    position: Position,
    /// Why there is no page after the last one that was returned.
    broken: Option<PageError>,
    cycle: CycleGuard,
    read_ahead: bool,
    ahead: Option<Ahead<Result<ItemPage<T>, Error>>>,
    /// The page that is about to be returned: a caller may stop waiting at any moment.
    ready: Option<ItemPage<T>>,
    item: PhantomData<fn() -> T>,
}

impl<E: Paged> Pages<E> {
    pub(crate) fn new(client: Client<E::Auth>, call: E) -> Self {
        Self {
            client,
            call,
            position: Position::Start,
            broken: None,
            cycle: CycleGuard::default(),
            read_ahead: true,
            ahead: None,
            ready: None,
            item: PhantomData,
        }
    }

    /// The same walk with items of another type: a narrow one of the caller's that reads a few members only, at a fraction of the
    /// cost.
    pub fn of<T: DeserializeOwned + Send + 'static>(self) -> Pages<E, T> {
        Pages {
            client: self.client,
            call: self.call,
            position: self.position,
            broken: self.broken,
            cycle: self.cycle,
            read_ahead: self.read_ahead,
            ahead: None,
            ready: None,
            item: PhantomData,
        }
    }

    /// The same walk with items as the server sent them, to be read on demand.
    pub fn raw(self) -> Pages<E, Raw<E::Item>> {
        self.of()
    }
}

impl<E: Paged, T: DeserializeOwned + Send + 'static> Pages<E, T> {
    /// Whether to ask for the next page while the caller works on this one. On unless turned off; an abandoned walk has then asked
    /// for at most one page too many.
    pub fn read_ahead(mut self, on: bool) -> Self {
        self.read_ahead = on;
        self
    }

    /// Starts at a stored position of an earlier walk of the same call.
    pub fn resume(mut self, position: Position) -> Self {
        self.ahead = None;
        self.cycle = CycleGuard::default();
        if let Position::At(cursor) = &position {
            self.cycle.advance(cursor);
        }
        self.position = position;
        self
    }

    /// Where the next page starts. Store it once the page before it is dealt with, and nothing is lost.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.position
    }

    /// The next page, or `None` after the last one.
    ///
    /// A caller who stops waiting, as `select!` does, loses nothing: the next call returns the same page.
    ///
    /// # Errors
    /// Those of the call, and [`ErrorKind::Paging`](crate::ErrorKind::Paging) where the listing cannot go on.
    pub async fn next(&mut self) -> Option<Result<ItemPage<T>, Error>> {
        if let Some(page) = self.ready.take() {
            return Some(Ok(page));
        }
        if let Some(broken) = &self.broken {
            return Some(Err(Error::paging(const { &E::OPERATION }, broken.clone())));
        }
        let call = self.call_here()?;
        let ahead = match self.ahead.take() {
            Some(ahead) => ahead.result().await,
            None => None,
        };
        let page = match ahead {
            Some(page) => page,
            None => fetch(self.client.clone(), call).await,
        };
        match page {
            Ok(page) => self.turn(page),
            Err(error) => return Some(Err(error)),
        }
        if self.read_ahead
            && self.broken.is_none()
            && let Position::At(_) = self.position
            && let Some(call) = self.call_here()
        {
            self.ahead = Some(Ahead::start(self.client.runtime(), fetch(self.client.clone(), call)));
            give_way().await;
        }
        self.ready.take().map(Ok)
    }

    /// Moves the position behind `page`, which is then ready.
    fn turn(&mut self, page: ItemPage<T>) {
        let over = E::OPERATION.paging == Paging::Endless && page.is_empty();
        match &page.next {
            Err(error) => self.broken = Some(error.clone()),
            Ok(None) => self.position = Position::End,
            Ok(Some(_)) if over => self.position = Position::End,
            Ok(Some(cursor)) if self.cycle.advance(cursor) => self.position = Position::At(cursor.clone()),
            Ok(Some(_)) => self.broken = Some(PageError::Cycle),
        }
        self.ready = Some(page);
    }

    fn call_here(&self) -> Option<E> {
        match &self.position {
            Position::Start => Some(self.call.clone()),
            Position::At(cursor) => Some(self.call.at(cursor.clone())),
            Position::End => None,
        }
    }

    /// The items of all pages, one by one.
    pub fn items(self) -> Items<E, T> {
        Items::new(self)
    }

    /// The pages as a stream. It goes on after an error that may pass, so a caller who does not stop at errors stays in the loop.
    pub fn into_stream(self) -> impl Stream<Item = Result<ItemPage<T>, Error>> + Send {
        futures_util::stream::unfold(self, async |mut pages| Some((pages.next().await?, pages)))
    }
}

async fn fetch<E: Paged, T: DeserializeOwned + Send + 'static>(
    client: Client<E::Auth>,
    call: E,
) -> Result<ItemPage<T>, Error> {
    client.call(&call, |_, body| ItemPage::decode::<E>(&body.bytes())).await
}

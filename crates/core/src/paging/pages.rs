//! A walk over a listing, page by page.

use futures_util::Stream;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Course, ItemPage, Items, Paged};
use crate::auth::CredentialKind;
use crate::client::{Client, Pending};
use crate::error::Error;
use crate::json::Raw;
use crate::page::{Cursor, PageError};

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
    read_ahead: bool,
    walk: Walk<T>,
}

#[derive(Debug)]
struct Walk<T> {
    /// Behind the pages that were returned.
    returned: Position,
    /// Behind the pages that were fetched.
    fetched: Position,
    /// Why there is no page after the last one that was fetched.
    broken: Option<PageError>,
    course: Course,
    fetching: Option<Pending<Result<ItemPage<T>, Error>>>,
    /// The page that is about to be returned: a caller may stop waiting at any moment.
    ready: Option<ItemPage<T>>,
}

impl<T> Walk<T> {
    /// `start` is the number that the call asks for, where its listing counts.
    fn from(position: Position, start: Option<u64>) -> Self {
        let course = Course::from(&position, start);
        Self {
            returned: position.clone(),
            fetched: position,
            broken: None,
            course,
            fetching: None,
            ready: None,
        }
    }
}

impl<T> Walk<T> {
    /// The same place in a walk over items of another type. What was fetched and not returned is fetched anew.
    fn cast<U>(self, start: Option<u64>) -> Walk<U> {
        match self.ready {
            Some(_) => Walk::from(self.returned, start),
            None => Walk {
                returned: self.returned,
                fetched: self.fetched,
                broken: self.broken,
                course: self.course,
                fetching: None,
                ready: None,
            },
        }
    }
}

impl<K: CredentialKind> Client<K> {
    /// Walks over a listing, page by page.
    pub fn pages<E: Paged<Auth = K>>(&self, call: E) -> Pages<E> {
        Pages::new(self.clone(), call)
    }
}

impl<E: Paged> Pages<E> {
    fn new(client: Client<E::Auth>, call: E) -> Self {
        let walk = Walk::from(Position::Start, call.start());
        Self { client, call, read_ahead: true, walk }
    }

    /// The same walk, from where it stands, with items of another type: a narrow one of the caller's that reads a few members only,
    /// at a fraction of the cost.
    pub fn of<T: DeserializeOwned + Send + 'static>(self) -> Pages<E, T> {
        let walk = self.walk.cast(self.call.start());
        Pages { client: self.client, call: self.call, read_ahead: self.read_ahead, walk }
    }

    /// The same walk, from where it stands, with items as the server sent them, to be read on demand.
    pub fn raw(self) -> Pages<E, Raw<E::Item>> {
        self.of()
    }
}

impl<E: Paged, T: DeserializeOwned + Send + 'static> Pages<E, T> {
    /// Whether to ask for the next page while the caller works on this one. On unless turned off;
    /// an abandoned walk has then asked for at most one page too many.
    ///
    /// The request begins in the caller's task. While the caller works elsewhere, a spawned task
    /// goes on with it: `tracing` spans hold there with `TokioRuntime`, task-local values do not.
    pub fn read_ahead(mut self, on: bool) -> Self {
        self.read_ahead = on;
        self
    }

    /// Starts at a stored position of an earlier walk of the same call.
    pub fn resume(mut self, position: Position) -> Self {
        self.walk = Walk::from(position, self.call.start());
        self
    }

    /// Where the page after the last one returned starts. Store it once that one is dealt with, and nothing is lost.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.walk.returned
    }

    /// The next page, or `None` after the last one.
    ///
    /// A caller who stops waiting, as `select!` does, loses nothing: the next call goes on waiting for the same page.
    ///
    /// # Errors
    /// Those of the call, and [`ErrorKind::Paging`](crate::ErrorKind::Paging) where the listing cannot go on.
    pub async fn next(&mut self) -> Option<Result<ItemPage<T>, Error>> {
        if self.walk.ready.is_none() {
            if let Some(broken) = &self.walk.broken {
                return Some(Err(Error::paging(const { &E::OPERATION }, broken.clone())));
            }
            let call = match self.call_here() {
                Ok(call) => call?,
                Err(error) => return Some(Err(Error::paging(const { &E::OPERATION }, error))),
            };
            let fetching = match self.walk.fetching.take() {
                Some(fetching) => fetching,
                None => self.fetch(call),
            };
            let fetching = self.walk.fetching.insert(fetching);
            let page = fetching.result(self.client.runtime()).await;
            self.walk.fetching = None;
            match page {
                Ok(page) => self.turn(page),
                Err(error) => return Some(Err(error)),
            }
            if self.read_ahead {
                self.begin_next().await;
            }
        }
        self.walk.returned = self.walk.fetched.clone();
        self.walk.ready.take().map(Ok)
    }

    /// Moves behind `page`, which is then ready.
    fn turn(&mut self, mut page: ItemPage<T>) {
        let (new, next) = self.walk.course.turn(E::OPERATION.paging, page.received.clone());
        page.keep(&new);
        match next {
            Ok(position) => self.walk.fetched = position,
            Err(error) => self.walk.broken = Some(error),
        }
        self.walk.ready = Some(page);
    }

    /// Begins to fetch the page after this one, if there is one.
    async fn begin_next(&mut self) {
        let call = self.call_here().ok().flatten().filter(|_| self.walk.broken.is_none());
        self.walk.fetching = call.map(|call| self.fetch(call));
        if let Some(fetching) = &mut self.walk.fetching {
            fetching.start(self.client.runtime()).await;
        }
    }

    fn fetch(&self, call: E) -> Pending<Result<ItemPage<T>, Error>> {
        let client = self.client.clone();
        Pending::new(move || fetch(client.clone(), call.clone()))
    }

    fn call_here(&self) -> Result<Option<E>, PageError> {
        match &self.walk.fetched {
            Position::Start => Ok(Some(self.call.clone())),
            Position::At(cursor) => self.call.at(cursor.clone()).map(Some),
            Position::End => Ok(None),
        }
    }

    /// The items of all pages, one by one.
    pub fn items(self) -> Items<E, T> {
        Items::new(self)
    }

    /// The pages as a stream, which ends at the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<ItemPage<T>, Error>> + Send {
        futures_util::stream::unfold(Some(self), async |pages| {
            let mut pages = pages?;
            let page = pages.next().await?;
            let rest = page.is_ok().then_some(pages);
            Some((page, rest))
        })
    }
}

async fn fetch<E: Paged, T: DeserializeOwned + Send + 'static>(
    client: Client<E::Auth>,
    call: E,
) -> Result<ItemPage<T>, Error> {
    client.call(&call, |_, body| ItemPage::decode::<E>(&body.bytes())).await
}

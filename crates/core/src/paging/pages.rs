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

/// A position in a walk, to be stored and resumed: the start of the next page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Position {
    /// Before the first page.
    #[default]
    Start,
    /// Before the page at this cursor.
    At(Cursor),
    /// After the last page.
    End,
}

/// A walk over a listing, page by page.
///
/// While the caller processes one page, the client already fetches the next one (see
/// [`Self::read_ahead`]). An error does not change the position: the next call of [`Self::next`]
/// requests the same page again.
#[derive(Debug)]
#[must_use = "a walk requests nothing until its `next` is called"]
pub struct Pages<E: Paged, T = <E as Paged>::Item> {
    client: Client<E::Auth>,
    call: E,
    read_ahead: bool,
    progress: Progress<T>,
}

#[derive(Debug)]
struct Progress<T> {
    /// The position after the pages that were returned.
    returned: Position,
    /// The position after the pages that were fetched.
    course: Course,
    fetching: Option<Pending<Result<ItemPage<T>, Error>>>,
    /// The page to return next. It is kept here so that cancelling `next` does not lose it.
    ready: Option<ItemPage<T>>,
}

impl<T> Progress<T> {
    fn from<E: Paged>(position: Position, call: &E) -> Self {
        let course = Course::new(E::OPERATION.paging.convention(), position.clone(), call.start());
        Self { returned: position, course, fetching: None, ready: None }
    }
}

impl<T> Progress<T> {
    /// Returns the same position in a walk over items of another type. A page that was fetched
    /// and not returned is fetched again.
    fn cast<U, E: Paged>(self, call: &E) -> Progress<U> {
        match self.ready {
            Some(_) => Progress::from(self.returned, call),
            None => Progress { returned: self.returned, course: self.course, fetching: None, ready: None },
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
        let progress = Progress::from(Position::Start, &call);
        Self { client, call, read_ahead: true, progress }
    }

    /// Returns the same walk at its current position, with items of another type. A type with
    /// only a few fields is decoded at a fraction of the cost.
    pub fn of<T: DeserializeOwned + Send + 'static>(self) -> Pages<E, T> {
        let progress = self.progress.cast(&self.call);
        Pages { client: self.client, call: self.call, read_ahead: self.read_ahead, progress }
    }

    /// Returns the same walk at its current position, with items as the server sent them, to
    /// be decoded on demand.
    pub fn raw(self) -> Pages<E, Raw<E::Item>> {
        self.of()
    }
}

impl<E: Paged, T: DeserializeOwned + Send + 'static> Pages<E, T> {
    /// Whether to request the next page while the caller processes the current one. Default: on.
    /// Dropping the walk early then wastes at most one request.
    ///
    /// The request starts in the caller's task. While the caller does something else, a spawned
    /// task polls it: with `TokioRuntime`, `tracing` spans apply there, but task-local values do
    /// not.
    pub fn read_ahead(mut self, on: bool) -> Self {
        self.read_ahead = on;
        self
    }

    /// Resumes at a stored position of an earlier walk of the same call.
    pub fn resume(mut self, position: Position) -> Self {
        self.progress = Progress::from(position, &self.call);
        self
    }

    /// The position after the last returned page. Store it after you have processed that page.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.progress.returned
    }

    /// Returns the next page, or `None` after the last one.
    ///
    /// Cancel safety: if the future is dropped, for example by `select!`, no page is lost. The
    /// next call waits for the same page.
    ///
    /// # Errors
    /// Those of the operation, and [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the listing
    /// cannot continue.
    pub async fn next(&mut self) -> Option<Result<ItemPage<T>, Error>> {
        if self.progress.ready.is_none() {
            let call = match self.next_call() {
                Ok(call) => call?,
                Err(error) => return Some(Err(Error::paging(const { &E::OPERATION }, error))),
            };
            let fetching = match self.progress.fetching.take() {
                Some(fetching) => fetching,
                None => self.fetch(call),
            };
            let fetching = self.progress.fetching.insert(fetching);
            let page = fetching.result(self.client.runtime()).await;
            self.progress.fetching = None;
            match page {
                Ok(page) => self.accept(page),
                Err(error) => return Some(Err(error)),
            }
            if self.read_ahead {
                self.begin_next().await;
            }
        }
        self.progress.returned = self.progress.course.position().clone();
        self.progress.ready.take().map(Ok)
    }

    /// Advances past `page`, which is then ready.
    fn accept(&mut self, mut page: ItemPage<T>) {
        page.keep(&self.progress.course.accept(page.received.clone()));
        self.progress.ready = Some(page);
    }

    /// Begins to fetch the following page, if there is one.
    async fn begin_next(&mut self) {
        let call = self.next_call().ok().flatten();
        self.progress.fetching = call.map(|call| self.fetch(call));
        if let Some(fetching) = &mut self.progress.fetching {
            fetching.start(self.client.runtime()).await;
        }
    }

    fn fetch(&self, call: E) -> Pending<Result<ItemPage<T>, Error>> {
        let client = self.client.clone();
        Pending::new(move || fetch(client.clone(), call.clone()))
    }

    fn next_call(&self) -> Result<Option<E>, PageError> {
        match self.progress.course.next()?.1 {
            Position::Start => Ok(Some(self.call.clone())),
            Position::At(cursor) => self.call.at(cursor.clone()).map(Some),
            Position::End => Ok(None),
        }
    }

    /// Returns the items of all pages, one by one.
    pub fn items(self) -> Items<E, T> {
        Items::new(self)
    }

    /// Returns the pages as a stream. The stream ends at the first error.
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

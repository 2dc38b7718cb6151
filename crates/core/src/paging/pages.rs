//! A walk over a listing, page by page.

use std::marker::PhantomData;

use futures_util::{Stream, TryStreamExt};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::read_ahead::{Prefetch, ReadAhead, Source, Step};
use super::{Course, ItemPage, Items, Paged};
use crate::auth::CredentialKind;
use crate::client::Client;
use crate::error::Error;
use crate::json::Raw;
use crate::page::{Cursor, PageError};
use crate::runtime::Runtime;

/// A position in a walk, to be stored and resumed: the start of the next page.
///
/// As JSON, it is `"start"`, `{"at": …}` with the cursor, or `"end"`.
///
/// ```
/// use atlassian_admin_core::page::Cursor;
/// use atlassian_admin_core::paging::Position;
///
/// let position = Position::At(Cursor::from("c2"));
/// let stored = serde_json::to_string(&position)?;
/// assert_eq!(stored, r#"{"at":"c2"}"#);
/// assert_eq!(serde_json::from_str::<Position>(&stored)?, position);
/// # Ok::<(), serde_json::Error>(())
/// ```
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
///
/// ```
/// # use atlassian_admin_core::{Client, Error};
/// # async fn example(client: Client) -> Result<(), Error> {
/// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
/// let mut pages = organization.all_directories().users().search().limit(100).pages();
/// while let Some(page) = pages.next().await {
///     println!("{} users", page?.items.len());
///     // Once the page is processed, a later run can resume here.
///     println!("{:?}", pages.position());
/// }
/// # Ok(()) }
/// ```
#[derive(Debug)]
#[must_use = "a walk requests nothing until its `next` is called"]
pub struct Pages<E: Paged, T: DeserializeOwned + Send + 'static = <E as Paged>::Item> {
    engine: ReadAhead<Walk<E, T>>,
}

impl<K: CredentialKind> Client<K> {
    /// Walks over a listing, page by page.
    pub fn pages<E: Paged<Auth = K>>(&self, call: E) -> Pages<E> {
        Pages { engine: ReadAhead::new(Walk::new(self.clone(), call, Position::Start)) }
    }
}

impl<E: Paged> Pages<E> {
    /// Returns the same walk at its current position, with items of another type. A type with
    /// only a few fields is decoded at a fraction of the cost.
    pub fn of<T: DeserializeOwned + Send + 'static>(self) -> Pages<E, T> {
        // A page that was fetched and not returned is fetched again.
        let again = self.engine.has_ready().then(|| self.position().clone());
        let cast = |Walk { client, call, course, .. }: Walk<E, E::Item>| match again {
            Some(position) => Walk::new(client, call, position),
            None => Walk { client, call, course, items: PhantomData },
        };
        Pages { engine: self.engine.map(cast) }
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
    pub fn read_ahead(self, on: bool) -> Self {
        Self { engine: self.engine.enabled(on) }
    }

    /// Resumes at a stored position of an earlier walk of the same call.
    pub fn resume(self, position: Position) -> Self {
        Self { engine: self.engine.map(|walk| Walk::new(walk.client, walk.call, position)) }
    }

    /// The position after the last returned page. Store it after you have processed that page.
    #[must_use]
    pub fn position(&self) -> &Position {
        self.engine.position()
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
        self.engine.next().await
    }

    /// Returns the items of all pages, one by one.
    pub fn items(self) -> Items<E, T> {
        Items::new(self.engine.position().clone(), self.engine.into_stream())
    }

    /// Returns the pages as a stream. The stream ends at the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<ItemPage<T>, Error>> + Send + 'static {
        self.engine.into_stream().map_ok(|(page, _)| page)
    }
}

/// A walk as the source of its pages.
#[derive(Debug)]
struct Walk<E: Paged, T> {
    client: Client<E::Auth>,
    call: E,
    course: Course,
    items: PhantomData<fn() -> T>,
}

impl<E: Paged, T> Walk<E, T> {
    fn new(client: Client<E::Auth>, call: E, position: Position) -> Self {
        let course = Course::new(E::OPERATION.paging.convention(), position, call.start());
        Self { client, call, course, items: PhantomData }
    }

    /// The call for the next page, or `None` at the end.
    fn next_call(&self) -> Result<Option<E>, PageError> {
        match self.course.next()?.1 {
            Position::Start => Ok(Some(self.call.clone())),
            Position::At(cursor) => self.call.at(cursor.clone()).map(Some),
            Position::End => Ok(None),
        }
    }
}

impl<E: Paged, T: DeserializeOwned + Send + 'static> Source for Walk<E, T> {
    type Fetched = ItemPage<T>;
    type Output = ItemPage<T>;
    type Position = Position;

    fn runtime(&self) -> &dyn Runtime {
        self.client.runtime()
    }

    fn position(&self) -> &Position {
        self.course.position()
    }

    fn step(&mut self) -> Step<Self> {
        match self.next_call() {
            Ok(Some(call)) => {
                let client = self.client.clone();
                Step::Fetch(Prefetch::new(move || fetch(client.clone(), call.clone())))
            }
            Ok(None) => Step::End,
            Err(error) => Step::Fail(Error::paging(const { &E::OPERATION }, error)),
        }
    }

    fn on_fetched(&mut self, fetched: Result<ItemPage<T>, Error>) -> Step<Self> {
        match fetched {
            Ok(mut page) => {
                page.keep(&self.course.accept(page.received.clone()));
                Step::Deliver(page)
            }
            Err(error) => Step::Fail(error),
        }
    }
}

async fn fetch<E: Paged, T: DeserializeOwned + Send + 'static>(
    client: Client<E::Auth>,
    call: E,
) -> Result<ItemPage<T>, Error> {
    client.call(&call, |_, body| ItemPage::decode::<E>(&body.bytes())).await
}

//! A walk over any listing, for the hosts that have no Rust types.

use serde_json::{Map, Value};

use super::{Cursor, CycleGuard, LastActivePage, LinkedPage, Page, PageError, Position, ResourcePage};
use crate::Raw;
use crate::auth::CredentialKind;
use crate::client::Client;
use crate::endpoint::{Location, Operation, Paging};
use crate::error::{DecodeError, Error, decode_slice};

/// A walk over a listing, page by page, with items as they came. It asks for a page when it is asked for one.
#[derive(Debug)]
#[must_use = "a walk asks for nothing until its `next` is called"]
pub struct UntypedPages<K> {
    client: Client<K>,
    operation: &'static Operation,
    /// The arguments of the next page; none at the end.
    arguments: Option<Map<String, Value>>,
    /// Why there is no page after the last one.
    broken: Option<PageError>,
    cycle: CycleGuard,
}

impl<K: CredentialKind> UntypedPages<K> {
    pub(crate) fn new(
        client: Client<K>,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Self {
        Self { client, operation, arguments: Some(arguments), broken: None, cycle: CycleGuard::default() }
    }

    /// The next page's items, or `None` after the last page. After an error, the same page is asked for again.
    ///
    /// # Errors
    /// Those of the call, and [`ErrorKind::Paging`](crate::ErrorKind::Paging) where the listing cannot go on, or where the operation
    /// is no listing.
    pub async fn next(&mut self) -> Option<Result<Vec<Raw<Value>>, Error>> {
        if let Some(broken) = &self.broken {
            return Some(Err(Error::paging(self.operation, broken.clone())));
        }
        let arguments = self.arguments.clone()?;
        Some(self.fetch(arguments).await)
    }

    async fn fetch(&mut self, arguments: Map<String, Value>) -> Result<Vec<Raw<Value>>, Error> {
        let operation = self.operation;
        let (status, body) = self.client.send_untyped(operation, arguments.clone()).await?;
        let (items, next) = read(operation, &body.bytes())
            .map_err(|error| Error::decode(operation, status, http::HeaderMap::new(), error))?;
        // What is wrong with the way on is told after the items of this page.
        match self.cycle.way_on(operation.paging, items.is_empty(), next) {
            Ok(Position::At(cursor)) => self.arguments = Some(at(operation, arguments, cursor)),
            Ok(_) => self.arguments = None,
            Err(error) => self.broken = Some(error),
        }
        Ok(items)
    }
}

type Read = (Vec<Raw<Value>>, Result<Option<Cursor>, PageError>);

fn read(operation: &Operation, body: &[u8]) -> Result<Read, DecodeError> {
    Ok(match operation.paging {
        Paging::StartIndex => taken(decode_slice::<ResourcePage<Raw<Value>>>(body)?),
        Paging::Nested => taken(decode_slice::<LastActivePage<Raw<Value>>>(body)?),
        _ => taken(decode_slice::<LinkedPage<Raw<Value>>>(body)?),
    })
}

fn taken(page: impl Page<Item = Raw<Value>>) -> Read {
    let next = page.next();
    (page.into_items(), next)
}

/// The arguments of the page at `cursor`.
fn at(operation: &Operation, mut arguments: Map<String, Value>, cursor: Cursor) -> Map<String, Value> {
    if operation.paging == Paging::LoneBodyCursor {
        arguments
            .retain(|name, _| operation.param(name).is_some_and(|param| param.location == Location::Path));
    }
    let (name, value) = match cursor {
        Cursor::Token(token) => ("cursor", Value::from(token)),
        Cursor::Index(index) => ("startIndex", Value::from(index)),
    };
    arguments.insert(name.to_owned(), value);
    arguments
}

//! A walk over any listing, for hosts without Rust types.

use serde_json::{Map, Value};

use super::{Received, UntypedWalk};
use crate::auth::CredentialKind;
use crate::backend::Body;
use crate::client::Client;
use crate::error::Error;
use crate::json::{DecodeError, Raw, decode_slice};
use crate::operation::Operation;
use crate::page::{LastActivePage, LinkedPage, Page, Paging, ResourcePage};

/// A walk over a listing, page by page, with items as the server sent them. It does not read
/// ahead.
#[derive(Debug)]
#[must_use = "a walk requests nothing until its `next` is called"]
pub struct UntypedPages<K> {
    client: Client<K>,
    walk: UntypedWalk,
}

impl<K: CredentialKind> Client<K> {
    /// Walks over a listing, page by page, with items as the server sent them.
    pub fn pages_untyped(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> UntypedPages<K> {
        UntypedPages::new(self.clone(), operation, arguments)
    }
}

impl<K: CredentialKind> UntypedPages<K> {
    fn new(client: Client<K>, operation: &'static Operation, arguments: Map<String, Value>) -> Self {
        Self { client, walk: UntypedWalk::new(operation, arguments) }
    }

    /// Returns the items of the next page, or `None` after the last page. After an error, the next
    /// call requests the same page again.
    ///
    /// # Errors
    /// Those of the operation, and [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the listing
    /// cannot continue or the operation is not a listing.
    pub async fn next(&mut self) -> Option<Result<Vec<Raw<Value>>, Error>> {
        match self.walk.arguments()? {
            Ok(arguments) => Some(self.fetch(arguments).await),
            Err(error) => Some(Err(error)),
        }
    }

    async fn fetch(&mut self, arguments: Map<String, Value>) -> Result<Vec<Raw<Value>>, Error> {
        let operation = self.walk.operation();
        let read = |_: &_, body: Body| read(operation, &body.bytes());
        let (mut items, received) = self.client.send_untyped_with(operation, arguments, read).await?;
        let new = self.walk.turn(received);
        items.truncate(new.end);
        Ok(items.split_off(new.start))
    }
}

type ReadPage = (Vec<Raw<Value>>, Received);

fn read(operation: &Operation, body: &[u8]) -> Result<ReadPage, DecodeError> {
    Ok(match operation.paging {
        Paging::StartIndex => split_page(decode_slice::<ResourcePage<Raw<Value>>>(body)?),
        Paging::Nested => split_page(decode_slice::<LastActivePage<Raw<Value>>>(body)?),
        _ => split_page(decode_slice::<LinkedPage<Raw<Value>>>(body)?),
    })
}

fn split_page(page: impl Page<Item = Raw<Value>>) -> ReadPage {
    let (next, counted) = (page.next(), page.counted());
    let items = page.into_items();
    let counted = counted.map(|counted| counted.with_items(items.iter().map(Raw::json)));
    let received = Received { items: items.len(), next, counted };
    (items, received)
}

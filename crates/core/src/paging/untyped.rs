//! A walk over any listing, for hosts without Rust types.

use serde_json::{Map, Value};

use super::UntypedWalk;
use crate::auth::CredentialKind;
use crate::backend::Body;
use crate::client::Client;
use crate::error::Error;
use crate::json::Raw;
use crate::operation::Operation;

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
    ///
    /// ```
    /// # use atlassian_admin_core::{Client, Error, operation};
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// # let Some(operation) = operation("accounts.list") else { return Ok(()) };
    /// let arguments = [("orgId".into(), "8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6".into())];
    /// let mut pages = client.pages_untyped(operation, arguments.into_iter().collect());
    /// while let Some(page) = pages.next().await {
    ///     page?.iter().for_each(|item| println!("{}", item.json()));
    /// }
    /// # Ok(()) }
    /// ```
    pub fn pages_untyped(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> UntypedPages<K> {
        UntypedPages { client: self.clone(), walk: UntypedWalk::new(operation, arguments) }
    }
}

impl<K: CredentialKind> UntypedPages<K> {
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
        let read = |_: &_, body: Body| operation.paging.decode(&body.bytes());
        let (mut items, received) = self.client.send_untyped_with(operation, arguments, read).await?;
        let new = self.walk.accept(received);
        items.truncate(new.end);
        Ok(items.split_off(new.start))
    }
}

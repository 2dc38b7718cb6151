//! A call that knows its client.

use crate::client::Client;
use crate::error::Error;
use crate::operation::Endpoint;
use crate::paging::{Paged, Pages};

/// A call that knows its client: give it the arguments that are optional, then
/// [`send`](Self::send) it or walk over its [`pages`](Self::pages).
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is sent"]
pub struct RequestBuilder<E: Endpoint> {
    client: Client<E::Auth>,
    call: E,
}

impl<E: Endpoint> RequestBuilder<E> {
    pub(crate) fn new(client: &Client<E::Auth>, call: E) -> Self {
        Self { client: client.clone(), call }
    }

    pub(crate) fn map(self, change: impl FnOnce(E) -> E) -> Self {
        Self { client: self.client, call: change(self.call) }
    }

    /// The call itself, as data.
    pub fn call(&self) -> &E {
        &self.call
    }

    /// Sends it, and reads the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](crate::ErrorKind).
    pub async fn send(&self) -> Result<E::Output, Error> {
        self.client.send(&self.call).await
    }
}

impl<E: Paged> RequestBuilder<E> {
    /// Walks over the listing, page by page.
    pub fn pages(self) -> Pages<E> {
        self.client.pages(self.call)
    }
}

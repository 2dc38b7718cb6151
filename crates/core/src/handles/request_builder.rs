//! A request that has its client.

use futures_util::future::BoxFuture;

use crate::backend::HttpRequest;
use crate::client::{Client, WithResponse};
use crate::error::Error;
use crate::operation::Endpoint;
use crate::paging::{Items, Paged, Pages};
use crate::policy::{RetryPolicy, Timeouts};

/// A request that has its client: set its optional arguments, then await it, or walk over its
/// [`items`](Self::items) or [`pages`](Self::pages).
///
/// ```
/// # use atlassian_admin_core::{Client, Error};
/// # async fn example(client: Client) -> Result<(), Error> {
/// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
/// let mut users = organization.all_directories().users().search().limit(100).items();
/// while let Some(user) = users.next().await {
///     println!("{:?}", user?.email);
/// }
/// let domains = organization.domains().list().all().await?;
/// println!("{} domains", domains.len());
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
#[must_use = "a request does nothing until it is awaited or sent"]
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

    fn with_client(self, client: Client<E::Auth>) -> Self {
        Self { client, call: self.call }
    }

    /// The time-outs of this request, also of each page of a walk. Default: those of the client.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, model::Org};
    /// use std::time::Duration;
    /// use atlassian_admin_core::policy::Timeouts;
    ///
    /// # async fn example(client: Client) -> Result<Vec<Org>> {
    /// let hasty = Timeouts { total: Some(Duration::from_secs(5)), ..Timeouts::default() };
    /// client.orgs().list().with_timeouts(hasty).all().await
    /// # }
    /// ```
    pub fn with_timeouts(self, timeouts: Timeouts) -> Self {
        let client = self.client.with_timeouts(timeouts);
        self.with_client(client)
    }

    /// The retry policy of this request, also of each page of a walk. Default: that of the client.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// use atlassian_admin_core::policy::{RetryPolicy, SafeRetry};
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    /// let twice = SafeRetry.with_attempt_limit(2);
    /// let domains = organization.domains().list().with_retry(twice).all().await?;
    /// # Ok(()) }
    /// ```
    pub fn with_retry(self, policy: impl RetryPolicy) -> Self {
        let client = self.client.with_retry(policy);
        self.with_client(client)
    }

    /// A header of this request, also of each page of a walk. The last value of a name holds.
    ///
    /// [`ClientBuilder::header`](crate::ClientBuilder::header) says which headers are refused. The
    /// request then fails with [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument)
    /// before it is sent.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, model::Org};
    /// # async fn example(client: Client) -> Result<Vec<Org>> {
    /// client.orgs().list().with_header("x-correlation-id", "nightly-7").all().await
    /// # }
    /// ```
    pub fn with_header(self, name: &str, value: &str) -> Self {
        let client = self.client.with_header(name, value);
        self.with_client(client)
    }

    /// The arguments, as data.
    pub fn call(&self) -> &E {
        &self.call
    }

    /// Returns the request that [`Self::send`] would send first, without the key: of a walk, that
    /// of its first page. Nothing is sent, also by a client that is read-only.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// # fn example(client: Client) -> Result<()> {
    /// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    /// let request = organization.directory("d-1").groups().create("auditors").preview()?;
    /// println!("{} {}", request.method(), request.uri());
    /// println!("{}", String::from_utf8_lossy(request.body()));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument).
    pub fn preview(&self) -> Result<HttpRequest, Error> {
        self.client.preview_of(&self.call)
    }

    /// Sends the request, and returns the result with the status, the headers and the URL. If the
    /// request is sent several times, they are those of the last response.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// # async fn example(client: Client) -> Result<()> {
    /// let response = client.orgs().list().with_response().await?;
    /// println!("{} organizations, HTTP {}", response.value.data.len(), response.status);
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As [`Self::send`]. An error has the status and the headers of the last response, too.
    pub async fn with_response(&self) -> Result<WithResponse<E::Output>, Error> {
        self.client.call_with_response(&self.call).await
    }

    /// Sends the request and reads the response. Awaiting the builder does the same.
    ///
    /// # Errors
    /// See [`ErrorKind`](crate::ErrorKind).
    pub async fn send(&self) -> Result<E::Output, Error> {
        self.client.send(&self.call).await
    }
}

impl<E: Endpoint> IntoFuture for RequestBuilder<E> {
    type Output = Result<E::Output, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.send().await })
    }
}

impl<E: Paged> RequestBuilder<E> {
    /// Walks over the listing, page by page.
    pub fn pages(self) -> Pages<E> {
        self.client.pages(self.call)
    }

    /// Walks over the listing, item by item.
    pub fn items(self) -> Items<E> {
        self.pages().items()
    }

    /// Reads the whole listing.
    ///
    /// # Errors
    /// The first error of [`Items`], also that of an item which cannot be read.
    pub async fn all(self) -> Result<Vec<E::Item>, Error> {
        let (mut items, mut all) = (self.items(), Vec::new());
        while let Some(item) = items.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

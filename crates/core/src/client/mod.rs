//! The client: calls operations over any backend under one set of policies.

mod base_url;
mod build_error;
mod builder;
mod exchange;
mod headers;
mod raw_request;
mod untyped;
mod with_response;

use std::marker::PhantomData;
use std::sync::Arc;

use http::response::Parts as Head;
use serde::de::DeserializeOwned;

pub use build_error::BuildError;
pub use builder::ClientBuilder;
use exchange::{ClientInner, Exchange};
pub use raw_request::RawRequest;
pub use with_response::WithResponse;

use crate::auth::{CredentialKind, OrganizationKey};
use crate::backend::{Body, HttpRequest};
use crate::error::Error;
use crate::json::{DecodeError, decode_slice};
use crate::operation::{Endpoint, Operation, RequestParts};
use crate::policy::{BackoffPolicy, RetryPolicy, Timeouts};
use crate::response::ResponseBody;
use crate::runtime::Runtime;

/// A client with a key of kind `K`. It calls the operations that take such a key.
///
/// Cloning is cheap, and clones share connections and rate limits. All futures are owned: they can
/// be spawned and stored.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::{Client, Result, api};
/// # async fn example(client: Client) -> Result<()> {
/// // Operations are methods of handles; `client.organization(…)` is one.
/// let org = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6").get().await?;
/// // An operation is a struct as well, which can be stored and sent later.
/// let call = api::events::Query::new(&org.id).limit(100);
/// let page = client.send(&call).await?;
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Client<K = OrganizationKey>(Arc<ClientInner>, PhantomData<fn() -> K>);

impl<K> Clone for Client<K> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0), PhantomData)
    }
}

impl<K: CredentialKind> Client<K> {
    /// Calls an operation.
    ///
    /// # Errors
    /// See [`ErrorKind`](crate::ErrorKind).
    pub async fn send<E: Endpoint<Auth = K>>(&self, call: &E) -> Result<E::Output, Error> {
        self.send_body(call).await.map(E::output)
    }

    /// Calls an operation and returns the whole response body, also where [`Self::send`] returns
    /// only the value in its envelope.
    ///
    /// # Errors
    /// See [`ErrorKind`](crate::ErrorKind).
    pub async fn send_body<E: Endpoint<Auth = K>>(&self, call: &E) -> Result<E::Response, Error> {
        self.call(call, |head, body| E::Response::decode(head.status, &body.bytes())).await
    }

    /// Calls an operation and decodes its response as a type of the caller: one with only the
    /// fields that it needs, or [`Raw`](crate::Raw) to keep every byte.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn send_as<T, E>(&self, call: &E) -> Result<T, Error>
    where
        T: DeserializeOwned + Send,
        E: Endpoint<Auth = K>,
    {
        self.call(call, |_, body| decode_slice(&body.bytes())).await
    }

    /// Returns a client with other time-outs. It shares connections and rate limits with this one.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// use std::time::Duration;
    /// use atlassian_admin_core::policy::Timeouts;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let hasty = Timeouts { total: Some(Duration::from_secs(5)), ..Timeouts::default() };
    /// let orgs = client.with_timeouts(hasty).orgs().list().all().await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_timeouts(&self, timeouts: Timeouts) -> Self {
        self.with(|inner| inner.timeouts = timeouts)
    }

    /// Returns a client with another retry policy. It shares connections and rate limits with this
    /// one.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// use atlassian_admin_core::policy::NeverRetry;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let orgs = client.with_retry(NeverRetry).orgs().list().all().await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_retry(&self, policy: impl RetryPolicy) -> Self {
        self.with(|inner| inner.retry = Arc::new(policy))
    }

    /// Returns a client with another backoff policy. It shares connections and rate limits with
    /// this one.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// use std::time::Duration;
    /// use atlassian_admin_core::policy::ExponentialBackoff;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let max_delay = Duration::from_secs(5);
    /// let hasty = ExponentialBackoff { max_delay, ..ExponentialBackoff::default() };
    /// let orgs = client.with_backoff(hasty).orgs().list().all().await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_backoff(&self, policy: impl BackoffPolicy) -> Self {
        self.with(|inner| inner.backoff = Arc::new(policy))
    }

    /// Returns a client with one more header, or with another value of it. It shares connections
    /// and rate limits with this one.
    ///
    /// [`ClientBuilder::header`] says which headers are refused. Each request of the returned
    /// client then fails with [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument)
    /// before anything is sent.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// # async fn example(client: Client) -> Result<()> {
    /// let orgs = client.with_header("x-correlation-id", "nightly-7").orgs().list().all().await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        self.with(|inner| headers::change(&mut inner.headers, |all| headers::add(all, name, value)))
    }

    fn with(&self, change: impl FnOnce(&mut ClientInner)) -> Self {
        let mut inner = ClientInner::clone(&self.0);
        change(&mut inner);
        Self(Arc::new(inner), PhantomData)
    }

    /// Calls an operation and reads its response with `decode`.
    ///
    /// Only this function and the codec depend on the operation's type; the pipeline is compiled
    /// once.
    pub(crate) async fn call<E: Endpoint<Auth = K>, T: Send>(
        &self,
        call: &E,
        decode: impl Fn(&Head, Body) -> Result<T, DecodeError> + Send + Sync,
    ) -> Result<T, Error> {
        let (operation, parts) = encode(call)?;
        self.0.call(operation, &parts, |_, head, body| decode(head, body)).await
    }

    /// Calls an operation and returns its result with the head of the response.
    pub(crate) async fn call_with_response<E: Endpoint<Auth = K>>(
        &self,
        call: &E,
    ) -> Result<WithResponse<E::Output>, Error> {
        let (operation, parts) = encode(call)?;
        let read = |exchange: &Exchange<'_>, head: &Head, body: Body| {
            let value = E::Response::decode(head.status, &body.bytes())?;
            Ok(exchange.with_response(E::output(value), head))
        };
        self.0.call(operation, &parts, read).await
    }

    /// The request of a call without the key. It is not sent.
    pub(crate) fn preview_of<E: Endpoint<Auth = K>>(&self, call: &E) -> Result<HttpRequest, Error> {
        let (operation, parts) = encode(call)?;
        self.0.preview(operation, &parts)
    }

    pub(crate) fn runtime(&self) -> &dyn Runtime {
        self.0.runtime()
    }
}

fn encode<E: Endpoint>(call: &E) -> Result<(&'static Operation, RequestParts), Error> {
    let operation = const { &E::OPERATION };
    let parts = call.encode().map_err(|error| Error::argument(operation, error))?;
    Ok((operation, parts))
}

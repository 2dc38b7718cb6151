//! The builder of a client.

use std::marker::PhantomData;
use std::sync::Arc;

use http::HeaderMap;

use super::base_url::BaseUrl;
use super::exchange::ClientInner;
use super::headers::HeaderError;
use super::{BuildError, Client, headers};
use crate::auth::{self, CredentialKind, KeyKind, KeySource, OrganizationKey};
use crate::backend::HttpBackend;
use crate::observe::Observer;
use crate::operation::ListStyle;
use crate::policy::{
    AttemptLimit, BackoffPolicy, CredentialId, ExponentialBackoff, RateLimiter, RetryPolicy, SlidingWindow,
    Timeouts,
};
use crate::runtime::Runtime;

/// Builds a [`Client`]. Every option has a default that is safe for production.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::policy::{RetryPolicy, SafeRetry, Timeouts};
/// # use atlassian_admin_core::{BuildError, ClientBuilder, OrganizationKey, backend_fn};
/// # use atlassian_admin_core::backend::{HttpRequest, TransportError};
/// # use atlassian_admin_testing::ImmediateTime as Host;
/// # let backend = backend_fn(async |_: HttpRequest| Err(TransportError::before_send("offline")));
/// # let builder = ClientBuilder::new(backend, Host::default(), OrganizationKey::new("a-key")?);
///
/// let client = builder
///     .user_agent("leavers-report/1.0")
///     .timeouts(Timeouts { total: Some(Duration::from_secs(60)), ..Timeouts::default() })
///     .retry(SafeRetry.with_attempt_limit(3))
///     .read_only()
///     .build()?;
/// # Ok::<(), BuildError>(())
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<K = OrganizationKey> {
    backend: Result<Arc<dyn HttpBackend>, BuildError>,
    runtime: Arc<dyn Runtime>,
    kind: KeyKind,
    key: KeySource,
    base_url: String,
    retry: Arc<dyn RetryPolicy>,
    backoff: Arc<dyn BackoffPolicy>,
    rate_limiter: Arc<dyn RateLimiter>,
    timeouts: Timeouts,
    body_limit: usize,
    lists: ListStyle,
    observer: Option<Arc<dyn Observer>>,
    headers: Result<HeaderMap, HeaderError>,
    read_only: bool,
    keys: PhantomData<fn() -> K>,
}

impl<K: CredentialKind> ClientBuilder<K> {
    /// Creates a builder for a client that uses `backend` and `runtime`, with the operations of the
    /// key's kind.
    pub fn new(backend: impl HttpBackend, runtime: impl Runtime, key: K) -> Self {
        Self::with_backend(Ok(Arc::new(backend)), Arc::new(runtime), key)
    }

    /// As [`Self::new`], with a backend that may have failed to be set up: then [`Self::build`]
    /// returns its error, so that building a client fails in one place.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::backend::{HttpRequest, TransportError};
    /// use atlassian_admin_core::{BuildError, ClientBuilder, OrganizationKey, backend_fn};
    /// # use atlassian_admin_testing::ImmediateTime as Host;
    ///
    /// let failed = BuildError::backend("TLS has no root certificates", "install the system's");
    /// let backend = Err(failed.clone()).map(|()| {
    ///     backend_fn(async |_: HttpRequest| Err(TransportError::before_send("offline")))
    /// });
    /// let key = OrganizationKey::new("the-key")?;
    /// let builder = ClientBuilder::from_setup(backend, Host::default(), key);
    /// assert_eq!(builder.build().unwrap_err(), failed);
    /// # Ok::<(), BuildError>(())
    /// ```
    pub fn from_setup<B: HttpBackend>(backend: Result<B, BuildError>, runtime: impl Runtime, key: K) -> Self {
        Self::with_backend(backend.map(|backend| Arc::new(backend) as _), Arc::new(runtime), key)
    }

    fn with_backend(
        backend: Result<Arc<dyn HttpBackend>, BuildError>,
        runtime: Arc<dyn Runtime>,
        key: K,
    ) -> Self {
        Self {
            backend,
            runtime,
            kind: K::KIND,
            key: auth::into_source(key),
            base_url: BaseUrl::ATLASSIAN.to_owned(),
            retry: Arc::new(AttemptLimit::default()),
            backoff: Arc::new(ExponentialBackoff::default()),
            rate_limiter: Arc::new(SlidingWindow::default()),
            timeouts: Timeouts::default(),
            body_limit: 64 * 1024 * 1024,
            lists: ListStyle::default(),
            observer: None,
            headers: Ok(headers::default()),
            read_only: false,
            keys: PhantomData,
        }
    }

    /// The base URL of the API, such as that of a gateway or simulator. Default:
    /// `https://api.atlassian.com`.
    ///
    /// It may have a path. A trailing `/admin`, `/admin/v1`, `/scim` or similar is removed,
    /// because the operations' paths begin with it. The scheme must be https, except for loopback.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// The retry policy: whether another attempt follows a failed one. Default:
    /// [`SafeRetry`](crate::policy::SafeRetry) with at most 5 attempts, or 10 if the server refuses
    /// for too many requests (429).
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use atlassian_admin_core::ClientBuilder;
    /// use atlassian_admin_core::policy::{RetryPolicy, SafeRetry};
    ///
    /// fn hasty(builder: ClientBuilder) -> ClientBuilder {
    ///     builder.retry(SafeRetry.with_attempt_limit(3).with_time_limit(Duration::from_secs(10)))
    /// }
    /// ```
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.retry = Arc::new(policy);
        self
    }

    /// The backoff policy: how long to wait before another attempt. Default:
    /// [`ExponentialBackoff`], from 0.5 s, or 5 s after a 429 without a time, to 60 s.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use atlassian_admin_core::ClientBuilder;
    /// use atlassian_admin_core::policy::ExponentialBackoff;
    ///
    /// fn hasty(builder: ClientBuilder) -> ClientBuilder {
    ///     let max_delay = Duration::from_secs(5);
    ///     builder.backoff(ExponentialBackoff { max_delay, ..ExponentialBackoff::default() })
    /// }
    /// ```
    pub fn backoff(mut self, policy: impl BackoffPolicy) -> Self {
        self.backoff = Arc::new(policy);
        self
    }

    /// The rate limiter. Default: [`SlidingWindow`]. Give several clients clones of one rate
    /// limiter to share it.
    pub fn rate_limiter(mut self, limiter: impl RateLimiter) -> Self {
        self.rate_limiter = Arc::new(limiter);
        self
    }

    /// The time-outs of attempts and calls.
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// The maximum size of a response body, in bytes after decompression. Default: 64 MiB.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The format of lists in queries.
    pub fn list_style(mut self, style: ListStyle) -> Self {
        self.lists = style;
        self
    }

    /// The observer of the client's requests. Default: none.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Refuses every operation that writes, before anything is sent, with
    /// [`ErrorKind::ReadOnly`](crate::ErrorKind::ReadOnly). This holds for typed calls, for calls
    /// by name and for clones of the client. Default: off.
    ///
    /// A search is a read, although it is a POST: see [`Operation::reads`].
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::backend::{TransportError, backend_fn};
    /// use atlassian_admin_core::{ClientBuilder, ErrorKind, OrganizationKey, api};
    /// # use atlassian_admin_testing::ImmediateTime as Host;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let backend = backend_fn(|_| async { Err(TransportError::before_send("unreachable")) });
    /// let key = OrganizationKey::new("the-key")?;
    /// let client = ClientBuilder::new(backend, Host::default(), key).read_only().build()?;
    /// let error = client.send(&api::groups::Create::new("o", "d", "auditors")).await.unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::ReadOnly);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// [`Operation::reads`]: crate::operation::Operation::reads
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// The value of the header `User-Agent`, such as `my-program/1.2`. Default:
    /// `atlassian-admin-rs/` and its version. In browsers it may have no effect.
    ///
    /// [`Self::build`] fails if it has characters other than visible ASCII and spaces.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Client, ClientBuilder};
    ///
    /// fn named(builder: ClientBuilder) -> ClientBuilder {
    ///     builder.user_agent("licence-report/1.2 (admins@example.com)")
    /// }
    /// ```
    pub fn user_agent(self, value: &str) -> Self {
        self.with_headers(|headers| headers::set_user_agent(headers, value))
    }

    /// A header of every request, such as one that a gateway asks for. The last value of a name
    /// holds. No error and no debug print shows the value.
    ///
    /// [`Self::build`] fails if the name or the value cannot be sent, and for headers that the
    /// client writes itself, such as `Authorization`, `Host`, `Content-Type` and `Accept`.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::backend::{TransportError, backend_fn};
    /// use atlassian_admin_core::{ClientBuilder, OrganizationKey};
    /// # use atlassian_admin_testing::ImmediateTime as Host;
    ///
    /// # let backend = backend_fn(|_| async { Err(TransportError::before_send("unreachable")) });
    /// let builder = ClientBuilder::new(backend, Host::default(), OrganizationKey::from_gateway())
    ///     .header("x-gateway-token", "the-token");
    /// assert!(!format!("{builder:?}").contains("the-token"));
    /// let error = builder.header("authorization", "Bearer the-key").build().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the header `authorization` cannot be set: the client writes it itself; leave it out"
    /// );
    /// ```
    pub fn header(self, name: &str, value: &str) -> Self {
        self.with_headers(|headers| headers::add(headers, name, value))
    }

    /// Changes the headers, and keeps the first error for [`Self::build`].
    fn with_headers(mut self, change: impl FnOnce(&mut HeaderMap) -> Result<(), HeaderError>) -> Self {
        headers::change(&mut self.headers, change);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// [`BuildError`] if the backend could not be set up, or if the base URL or a header is
    /// invalid.
    pub fn build(self) -> Result<Client<K>, BuildError> {
        Ok(Client(
            Arc::new(ClientInner {
                backend: self.backend?,
                runtime: self.runtime,
                kind: self.kind,
                credential: CredentialId::of_source(&self.key),
                key: self.key,
                base_url: BaseUrl::parse(&self.base_url)?,
                retry: self.retry,
                backoff: self.backoff,
                rate_limiter: self.rate_limiter,
                timeouts: self.timeouts,
                body_limit: self.body_limit,
                lists: self.lists,
                observer: self.observer,
                headers: Ok(self.headers?),
                read_only: self.read_only,
            }),
            PhantomData,
        ))
    }
}

//! The builder of a client.

use std::marker::PhantomData;
use std::sync::Arc;

use http::HeaderValue;

use super::Client;
use super::base_url::{BaseUrl, BaseUrlError};
use super::exchange::ClientInner;
use crate::auth::{self, CredentialKind, KeyKind, KeySource, OrganizationKey};
use crate::backend::HttpBackend;
use crate::observe::Observer;
use crate::operation::ListStyle;
use crate::policy::{CredentialId, ExponentialBackoff, RateLimiter, RetryPolicy, SlidingWindow, Timeouts};
use crate::runtime::Runtime;

/// Builds a [`Client`]. Every option has a default that is safe for production.
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<K = OrganizationKey> {
    backend: Arc<dyn HttpBackend>,
    runtime: Arc<dyn Runtime>,
    kind: KeyKind,
    key: KeySource,
    base_url: String,
    retry: Arc<dyn RetryPolicy>,
    rate_limiter: Arc<dyn RateLimiter>,
    timeouts: Timeouts,
    body_limit: usize,
    lists: ListStyle,
    observer: Option<Arc<dyn Observer>>,
    keys: PhantomData<fn() -> K>,
}

impl<K: CredentialKind> ClientBuilder<K> {
    /// Creates a builder for a client that uses `backend` and `runtime`, with the operations of the
    /// key's kind.
    pub fn new(backend: impl HttpBackend, runtime: impl Runtime, key: K) -> Self {
        Self {
            backend: Arc::new(backend),
            runtime: Arc::new(runtime),
            kind: K::KIND,
            key: auth::into_source(key),
            base_url: BaseUrl::ATLASSIAN.to_owned(),
            retry: Arc::new(ExponentialBackoff::default()),
            rate_limiter: Arc::new(SlidingWindow::default()),
            timeouts: Timeouts::default(),
            body_limit: 64 * 1024 * 1024,
            lists: ListStyle::default(),
            observer: None,
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

    /// The retry policy. Default: [`ExponentialBackoff`].
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.retry = Arc::new(policy);
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

    /// Builds the client.
    ///
    /// # Errors
    /// [`BaseUrlError`] if the base URL is invalid.
    pub fn build(self) -> Result<Client<K>, BaseUrlError> {
        Ok(Client(
            Arc::new(ClientInner {
                backend: self.backend,
                runtime: self.runtime,
                kind: self.kind,
                credential: CredentialId::of_source(&self.key),
                key: self.key,
                base_url: BaseUrl::parse(&self.base_url)?,
                retry: self.retry,
                rate_limiter: self.rate_limiter,
                timeouts: self.timeouts,
                body_limit: self.body_limit,
                lists: self.lists,
                observer: self.observer,
                user_agent: HeaderValue::from_static(concat!(
                    "atlassian-admin-rs/",
                    env!("CARGO_PKG_VERSION")
                )),
            }),
            PhantomData,
        ))
    }
}

//! How a client is made.

use std::marker::PhantomData;
use std::sync::Arc;

use http::HeaderValue;

use super::Client;
use super::base_url::{BaseUrl, BaseUrlError};
use super::exchange::Inner;
use crate::auth::{CredentialKind, Credentials, KeyKind, OrganizationKey, Secret};
use crate::backend::HttpBackend;
use crate::observe::Observer;
use crate::operation::ListStyle;
use crate::policy::{CredentialId, ExponentialBackoff, RateLimiter, RetryPolicy, SlidingWindow, Timeouts};
use crate::runtime::Runtime;

/// Makes a [`Client`]. Whatever is not set has a default that is safe for production.
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<K = OrganizationKey> {
    backend: Arc<dyn HttpBackend>,
    runtime: Arc<dyn Runtime>,
    kind: KeyKind,
    key: Option<Secret>,
    base_url: String,
    retry: Arc<dyn RetryPolicy>,
    gate: Arc<dyn RateLimiter>,
    timeouts: Timeouts,
    body_limit: usize,
    lists: ListStyle,
    observer: Option<Arc<dyn Observer>>,
    keys: PhantomData<fn() -> K>,
}

impl<K: CredentialKind> ClientBuilder<K> {
    /// A client over `backend`, in the time of `runtime`.
    pub fn new(backend: impl HttpBackend, runtime: impl Runtime, credentials: Credentials<K>) -> Self {
        Self {
            backend: Arc::new(backend),
            runtime: Arc::new(runtime),
            kind: K::KIND,
            key: credentials.into_secret(),
            base_url: BaseUrl::ATLASSIAN.to_owned(),
            retry: Arc::new(ExponentialBackoff::default()),
            gate: Arc::new(SlidingWindow::default()),
            timeouts: Timeouts::default(),
            body_limit: 64 * 1024 * 1024,
            lists: ListStyle::default(),
            observer: None,
            keys: PhantomData,
        }
    }

    /// The URL of the API, such as that of a gateway or simulator. Default:
    /// `https://api.atlassian.com`.
    ///
    /// It may have a path. `/admin`, `/admin/v1`, `/scim` and the like at its end are removed:
    /// the operations' paths begin with them. Only https is accepted, except for loopback.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// When to try again. [`ExponentialBackoff`] unless set.
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.retry = Arc::new(policy);
        self
    }

    /// How to stay below the rate limits; give several clients clones of one gate to let them share it. [`SlidingWindow`] unless set.
    pub fn rate_limiter(mut self, gate: impl RateLimiter) -> Self {
        self.gate = Arc::new(gate);
        self
    }

    /// How long to wait for answers.
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// The largest body of an answer, in bytes after decompression. 64 MiB unless set.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How lists are written in queries.
    pub fn list_style(mut self, style: ListStyle) -> Self {
        self.lists = style;
        self
    }

    /// Who is told what the client does. Nobody unless set.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// [`BaseUrlError`] where the base URL cannot be used.
    pub fn build(self) -> Result<Client<K>, BaseUrlError> {
        Ok(Client(
            Arc::new(Inner {
                backend: self.backend,
                runtime: self.runtime,
                kind: self.kind,
                credential: CredentialId::of(self.key.as_ref()),
                key: self.key,
                base_url: BaseUrl::parse(&self.base_url)?,
                retry: self.retry,
                gate: self.gate,
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

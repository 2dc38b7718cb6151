//! The reqwest backend: sends requests over HTTP/1.1 and TLS, in native programs.
//!
//! A separate crate, so that reqwest's major versions do not become the client's.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod problem;

use std::time::Duration;

use async_trait::async_trait;
use atlassian_admin_core::BuildError;
use atlassian_admin_core::backend::{
    Body, BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError,
};
use bytes::{Bytes, BytesMut};
pub use reqwest;
use reqwest::redirect;

/// Sends requests with reqwest.
///
/// Redirects are returned as responses, never followed. gzip is negotiated. The proxy comes from
/// `HTTPS_PROXY` or `ALL_PROXY` (and `NO_PROXY`), for https only: plain http, which is only
/// allowed for loopback, is sent directly.
///
/// Cloning is cheap, and clones share their connections.
#[derive(Debug, Clone)]
pub struct ReqwestBackend(reqwest::Client);

impl ReqwestBackend {
    /// Creates a backend with a connect timeout of ten seconds.
    ///
    /// # Errors
    /// [`BuildError`] if TLS or the proxy cannot be set up.
    pub fn new() -> Result<Self, BuildError> {
        Self::with_connect_timeout(Duration::from_secs(10))
    }

    /// Creates a backend of a client of reqwest, for a connection pool, proxies, certificates or
    /// name resolution of your own. [`reqwest`] is re-exported in the version that matches.
    ///
    /// What is otherwise up to this backend is then up to the client that you build:
    /// - redirects must not be followed (`redirect::Policy::none()`), or the key may reach another
    ///   origin;
    /// - proxies: reqwest reads more environment variables than [`Self::new`], also for plain http;
    /// - TLS: the cryptography provider, the root certificates, and whether certificates are
    ///   checked at all;
    /// - the time to connect has no limit but that of an attempt, unless you give one;
    /// - bodies are larger on their way without `gzip(true)`;
    /// - requests must not be repeated, except as reqwest does by default: requests that the server
    ///   has not processed.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use atlassian_admin_backend_reqwest::{ReqwestBackend, reqwest};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let _installs_the_tls_provider = ReqwestBackend::new()?;
    /// let client = reqwest::Client::builder()
    ///     .redirect(reqwest::redirect::Policy::none())
    ///     .connect_timeout(Duration::from_secs(3))
    ///     .pool_max_idle_per_host(2)
    ///     .build()?;
    /// let backend = ReqwestBackend::from_client(client);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn from_client(client: reqwest::Client) -> Self {
        Self(client)
    }

    /// Creates a backend with a connect timeout, which covers name resolution, TCP and TLS.
    ///
    /// # Errors
    /// [`BuildError`] if TLS or the proxy cannot be set up.
    pub fn with_connect_timeout(timeout: Duration) -> Result<Self, BuildError> {
        install_tls_provider()?;
        let mut builder = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .gzip(true)
            .no_proxy()
            .connect_timeout(timeout);
        if let Some(proxy) = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        {
            let proxy = reqwest::Proxy::https(proxy).map_err(|_| {
                let remedy = "correct the environment variable HTTPS_PROXY or ALL_PROXY";
                BuildError::backend("the address of the proxy is not a URL", remedy)
            })?;
            builder = builder.proxy(proxy.no_proxy(reqwest::NoProxy::from_env()));
        }
        builder.build().map(Self).map_err(|_| {
            let remedy = "install the root certificates of the system, such as `ca-certificates`";
            BuildError::backend("TLS has no usable root certificates", remedy)
        })
    }
}

/// A provider that the application has installed is kept.
fn install_tls_provider() -> Result<(), BuildError> {
    #[cfg(feature = "rustls-ring")]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // If another thread has installed one meanwhile, that one is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    match rustls::crypto::CryptoProvider::get_default() {
        Some(_) => Ok(()),
        None => Err(BuildError::backend(
            "rustls has no cryptography provider",
            "turn on the feature `rustls-ring`, or install a provider before",
        )),
    }
}

#[async_trait]
impl HttpBackend for ReqwestBackend {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let limit = request.extensions().get::<BodyLimit>().map_or(usize::MAX, |limit| limit.0);
        let request = reqwest::Request::try_from(request).map_err(TransportError::before_send)?;
        let mut response = self.0.execute(request).await.map_err(|error| {
            let problem = problem::problem(&error);
            match error.is_connect() || error.is_builder() {
                true => TransportError::before_send(error),
                false => TransportError::after_send(error),
            }
            .because(problem)
        })?;
        let mut answer = HttpResponse::new(Body::default());
        *answer.status_mut() = response.status();
        *answer.version_mut() = response.version();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        *answer.body_mut() = read(response, limit).await?.into();
        Ok(answer)
    }
}

async fn read(mut response: reqwest::Response, limit: usize) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::after_send(BodyTooLarge { limit });
    let announced = response.content_length().map(|length| usize::try_from(length).unwrap_or(usize::MAX));
    if announced.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    // A body in one chunk is not copied; several chunks are joined.
    let (mut first, mut body) = (Bytes::new(), BytesMut::new());
    while let Some(chunk) = response.chunk().await.map_err(broken_off)? {
        if chunk.len() > limit - first.len() - body.len() {
            return Err(too_large());
        }
        if first.is_empty() && body.is_empty() {
            first = chunk;
            continue;
        }
        if body.is_empty() {
            // At most 1 MiB of an announced length is reserved before the bytes arrive.
            body.reserve(announced.unwrap_or_default().min(1 << 20));
        }
        body.extend_from_slice(&std::mem::take(&mut first));
        body.extend_from_slice(&chunk);
    }
    Ok(if body.is_empty() { first } else { body.freeze() })
}

fn broken_off(error: reqwest::Error) -> TransportError {
    let problem = problem::problem(&error);
    TransportError::after_send(error).because(problem)
}

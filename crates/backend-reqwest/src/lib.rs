//! The reqwest backend: sends requests over HTTP/1.1 and TLS, in native programs.
//!
//! A separate crate, so that reqwest's major versions do not become the client's.

mod problem;

use std::time::Duration;

use async_trait::async_trait;
use atlassian_admin_core::backend::{
    Body, BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError,
};
use bytes::{Bytes, BytesMut};
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
    /// [`SetupError`] if TLS or the proxy cannot be set up.
    pub fn new() -> Result<Self, SetupError> {
        Self::with_connect_timeout(Duration::from_secs(10))
    }

    /// Creates a backend with a connect timeout, which covers name resolution, TCP and TLS.
    ///
    /// # Errors
    /// [`SetupError`] if TLS or the proxy cannot be set up.
    pub fn with_connect_timeout(timeout: Duration) -> Result<Self, SetupError> {
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
            let proxy =
                reqwest::Proxy::https(proxy).map_err(|_| SetupError("the proxy's address is not a URL"))?;
            builder = builder.proxy(proxy.no_proxy(reqwest::NoProxy::from_env()));
        }
        builder.build().map(Self).map_err(|_| SetupError("TLS cannot be set up: no usable root certificates"))
    }
}

/// A provider that the application has installed is kept.
fn install_tls_provider() -> Result<(), SetupError> {
    #[cfg(feature = "rustls-ring")]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // If another thread has installed one meanwhile, that one is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    match rustls::crypto::CryptoProvider::get_default() {
        Some(_) => Ok(()),
        None => Err(SetupError("rustls has no provider: turn on the feature `rustls-ring`, or install one")),
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

/// The backend cannot be set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetupError(&'static str);

impl std::fmt::Display for SetupError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for SetupError {}

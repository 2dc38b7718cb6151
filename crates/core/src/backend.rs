//! The interface to an HTTP client.
//!
//! A backend sends a request **once**. It does not handle retries, limits, credentials or JSON:
//! the layers above it do, so that every host behaves alike.

use std::any::Any;
use std::borrow::Cow;
use std::fmt::Debug;

use async_trait::async_trait;
use bytes::Bytes;

pub use crate::headers::RESPONSE_HEADERS;

/// A request as a backend receives it: absolute URL, final headers, whole body.
///
/// Its extensions may hold a [`BodyLimit`].
pub type HttpRequest = http::Request<Bytes>;

/// A response as a backend returns it, after the whole body was received.
pub type HttpResponse = http::Response<Body>;

/// Any error, boxed.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Sends one HTTP request, once.
///
/// An implementation
/// - does **not** follow redirects: the key must reach no origin but the configured one,
/// - stops the transfer when the returned future is dropped,
/// - reads no more of a body than the request's [`BodyLimit`] allows, counted after decompression,
///   and then fails with [`BodyTooLarge`] as the source of its error.
///
/// # Examples
/// ```
/// use async_trait::async_trait;
/// use atlassian_admin_core::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
///
/// /// Logs each request that another backend sends.
/// #[derive(Debug)]
/// struct Logged<B>(B);
///
/// #[async_trait]
/// impl<B: HttpBackend> HttpBackend for Logged<B> {
///     async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
///         eprintln!("{} {}", request.method(), request.uri().path());
///         self.0.execute(request).await
///     }
/// }
/// ```
#[async_trait]
pub trait HttpBackend: Debug + Send + Sync + 'static {
    /// Sends `request` and returns the response, whatever its status.
    ///
    /// # Errors
    /// [`TransportError`] if no complete response arrived.
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError>;
}

/// Makes a backend of a function, such as one that returns what a test needs. It may be called
/// for several requests at a time.
///
/// # Examples
/// ```
/// use atlassian_admin_core::backend::backend_fn;
/// use atlassian_admin_core::{ClientBuilder, OrganizationKey, api};
/// # use atlassian_admin_testing::ImmediateTime as Host;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let backend = backend_fn(|request| async move {
///     assert_eq!(request.uri().path(), "/admin/v1/orgs");
///     Ok(http::Response::new(r#"{"data":[{"id":"o-1"}]}"#.into()))
/// });
/// let client = ClientBuilder::new(backend, Host::default(), OrganizationKey::new("k")?).build()?;
/// assert_eq!(client.send(&api::orgs::List::new()).await?.data[0].id, "o-1");
/// # Ok(())
/// # }
/// ```
pub fn backend_fn<F, R>(function: F) -> BackendFn<F>
where
    F: Fn(HttpRequest) -> R + Send + Sync + 'static,
    R: Future<Output = Result<HttpResponse, TransportError>> + Send + 'static,
{
    BackendFn(function)
}

/// A function as a backend: [`backend_fn`].
#[derive(Clone, Copy)]
pub struct BackendFn<F>(F);

impl<F> Debug for BackendFn<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BackendFn")
    }
}

#[async_trait]
impl<F, R> HttpBackend for BackendFn<F>
where
    F: Fn(HttpRequest) -> R + Send + Sync + 'static,
    R: Future<Output = Result<HttpResponse, TransportError>> + Send + 'static,
{
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        (self.0)(request).await
    }
}

/// The body of a response.
///
/// # Examples
/// ```
/// use atlassian_admin_core::backend::Body;
///
/// assert_eq!(&*Body::from("{}").bytes(), b"{}");
/// ```
#[derive(Debug)]
pub enum Body {
    /// Bytes in this process's memory.
    Bytes(Bytes),
    /// A host's own value, which the host may take back undecoded. The core reads it only for
    /// errors and for typed decoding.
    Host(Box<dyn HostBody>),
}

impl Body {
    /// The body's bytes; copied only from a host's value.
    #[must_use]
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Bytes(bytes) => Cow::Borrowed(bytes),
            Self::Host(host) => Cow::Owned(host.to_vec()),
        }
    }

    /// Another handle to the same body.
    pub(crate) fn share(&self) -> Self {
        match self {
            Self::Bytes(bytes) => Self::Bytes(bytes.clone()),
            Self::Host(host) => Self::Host(host.share()),
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}

impl<B: Into<Bytes>> From<B> for Body {
    fn from(bytes: B) -> Self {
        Self::Bytes(bytes.into())
    }
}

/// A body that lives in the host's memory, such as JavaScript's.
pub trait HostBody: Debug + Send {
    /// Copies the bytes out.
    fn to_vec(&self) -> Vec<u8>;
    /// Another handle to the same value, which is not copied.
    fn share(&self) -> Box<dyn HostBody>;
    /// Gives the value back to the host.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

/// Why no complete response arrived.
///
/// # Examples
/// ```
/// use atlassian_admin_core::backend::TransportError;
///
/// let error = TransportError::before_send("connection refused");
/// assert!(error.before_send);
/// assert_eq!(error.source.to_string(), "connection refused");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// Whether the server certainly did not see the request, so that sending it again is safe for
    /// every operation.
    pub before_send: bool,
    /// The backend's own error.
    pub source: BoxError,
    /// What went wrong, if it is known.
    pub problem: Option<TransportProblem>,
}

impl TransportError {
    /// An error from before the request left, such as a refused connection.
    pub fn before_send(source: impl Into<BoxError>) -> Self {
        Self { before_send: true, source: source.into(), problem: None }
    }

    /// An error after which the server may or may not have acted on the request.
    pub fn after_send(source: impl Into<BoxError>) -> Self {
        Self { before_send: false, source: source.into(), problem: None }
    }

    /// The same error with what went wrong in a few words that are shown: `connection refused`. A
    /// constant, so that it holds no personal data.
    #[must_use]
    pub fn because(mut self, problem: Option<&'static str>) -> Self {
        self.problem = problem.map(TransportProblem);
        self
    }

    /// Writes what failed, to which host, and why.
    pub(crate) fn describe(&self, f: &mut std::fmt::Formatter<'_>, host: Option<&str>) -> std::fmt::Result {
        let (before, to, after) = match self.before_send {
            true => ("the request could not be sent", " to ", ""),
            false => ("the connection", " to ", " failed"),
        };
        for part in [before, host.map_or("", |_| to), host.unwrap_or_default(), after] {
            f.write_str(part)?;
        }
        match self.problem {
            Some(problem) => write!(f, ": {problem}"),
            None => Ok(()),
        }
    }
}

/// What went wrong with a connection, in a few words, such as `connection refused`, `connection
/// reset` or `the name of the host cannot be resolved (DNS)`. It holds neither a URL nor a key.
///
/// It is the source of a call's [`Error`](crate::Error).
///
/// # Examples
/// ```
/// use atlassian_admin_core::backend::TransportError;
///
/// let error = TransportError::before_send("https://…/?email=…");
/// let error = error.because(Some("connection refused"));
/// assert_eq!(error.problem.map(|problem| problem.text()), Some("connection refused"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TransportProblem(&'static str);

impl TransportProblem {
    /// The words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for TransportProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for TransportProblem {}

impl std::fmt::Display for TransportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.describe(f, None)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}

/// The maximum size of a response body in bytes. It is an extension of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyLimit(pub usize);

/// The body went over the request's [`BodyLimit`].
///
/// # Examples
/// ```
/// use atlassian_admin_core::backend::BodyTooLarge;
///
/// assert_eq!(BodyTooLarge { limit: 100 }.to_string(), "the body is larger than 100 bytes");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BodyTooLarge {
    /// The limit, in bytes.
    pub limit: usize,
}

impl Debug for BodyTooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BodyTooLarge({})", self.limit)
    }
}

impl std::fmt::Display for BodyTooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the body is larger than {} bytes", self.limit)
    }
}

impl std::error::Error for BodyTooLarge {}

//! The error type of all calls.

mod body;
#[cfg(feature = "test-util")]
mod builder;
mod create;
mod excerpt;
mod hint;
mod kind;
mod predicate;
mod said;
#[cfg(test)]
mod tests;
mod text;

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub use body::ApiError;
pub(crate) use body::is_code;
#[cfg(feature = "test-util")]
pub use builder::ErrorBuilder;
use excerpt::Foreign;
pub(crate) use excerpt::{is_html, is_web_page, media_type};
pub use kind::ErrorKind;

use crate::auth::KeyFailure;
use crate::backend::{BoxError, TransportError};
use crate::headers;
pub use crate::json::DecodeError;
use crate::json::Json;
use crate::model::DirectoryId;
use crate::operation::{ArgumentError, Operation};
use crate::page::PageError;

/// The result of a call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The error of a call.
///
/// `Display` and `Debug` hold neither keys nor personal data: of the URL only host and port, no
/// query, no body, no detail. What the server said in full stays available through
/// [`Self::detail`] (why it refused), [`Self::api`] (all errors of several) and [`Self::body`].
///
/// # Examples
/// ```
/// use atlassian_admin_core::{Error, ErrorKind};
///
/// fn advice(error: &Error) -> String {
///     match error.kind() {
///         _ if error.is_retryable() => format!("try later: {error}"),
///         ErrorKind::OutcomeUnknown => format!("check what was done: {error}"),
///         _ => format!("{error} ({})", error.detail().unwrap_or("no details")),
///     }
/// }
/// ```
pub struct Error(Box<ErrorData>);

struct ErrorData {
    kind: ErrorKind,
    operation: &'static Operation,
    /// The path template of a raw request.
    template: Option<Box<str>>,
    attempts: u32,
    status: Option<StatusCode>,
    headers: HeaderMap,
    /// Host and port of the server.
    host: String,
    api: ApiError,
    /// What there is of a body in no known shape.
    excerpt: Option<String>,
    body: Bytes,
    retry_after: Option<Duration>,
    /// Whether the operation may be gone, since it was announced to stop.
    may_be_gone: bool,
    /// The JSON text of the item that could not be read.
    item: Option<Box<str>>,
    source: Option<Source>,
}

enum Source {
    Argument(ArgumentError),
    Key(KeyFailure),
    Transport(TransportError),
    Decode(DecodeError),
    Paging(PageError),
    Foreign(Foreign),
    Unresolved(Unresolved),
    /// What was waited for did not appear in this time.
    NotVisible(Duration),
}

/// It is not known which directory something is in.
struct Unresolved {
    /// What it is that is in none or in several: `the account`.
    what: &'static str,
    /// None, or several.
    directories: Vec<DirectoryId>,
}

/// Whether the body of a success holds errors, in words.
pub(crate) fn is_envelope(body: &[u8], json: Json) -> bool {
    ApiError::parse_success(body, "", json).is_some_and(|error| error.has_words())
}

/// The maximum number of bytes of an unsuccessful response that an error keeps.
const KEPT_BODY: usize = 16 * 1024;

impl Error {
    /// What kind of thing went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that was called. A raw request has one that is in no list, with an empty
    /// path: see [`Self::path`].
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.0.operation
    }

    /// The name of what was called: that of the operation, such as `users.search`, or the method
    /// and path template of a raw request, such as `GET /admin/v2/orgs/{orgId}/new-thing`.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Error;
    ///
    /// # fn example(error: &Error) {
    /// eprintln!("{} failed", error.name());
    /// # }
    /// ```
    #[must_use]
    pub fn name(&self) -> String {
        self.operation().title(self.0.template.as_deref())
    }

    /// The path template of the operation or of the raw request, without its arguments.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, http::Method};
    /// # async fn example(client: Client) {
    /// let request = client.request(Method::GET, "/admin/v2/orgs/{orgId}/new-thing");
    /// if let Err(error) = request.arg("orgId", "8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6").await {
    ///     assert_eq!(error.path(), "/admin/v2/orgs/{orgId}/new-thing");
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.template.as_deref().unwrap_or(self.0.operation.path)
    }

    /// How often it was tried.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The status of the last response.
    #[must_use]
    pub fn http_status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The headers of the last response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// What the server said, read out of whichever of its error bodies it used.
    #[must_use]
    pub fn api(&self) -> &ApiError {
        &self.0.api
    }

    /// Atlassian's code, such as `ADMIN-400-1`, or user management's key, such as
    /// `forbidden.insufficientScope`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.api.code.as_deref()
    }

    /// What the server said in a sentence: [`ApiError::detail`], or for a body in no known shape
    /// its media type and an excerpt of at most 200 characters, without control characters and
    /// without the key. It may hold personal data, so it is not in `Display`.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.0.api.detail.as_deref().or(self.0.excerpt.as_deref())
    }

    /// Whether the response was a web page where JSON was expected: the base URL is wrong, or a
    /// proxy answered in place of the API.
    #[must_use]
    pub fn is_web_page(&self) -> bool {
        matches!(self.0.source, Some(Source::Foreign(Foreign::WebPage)))
    }

    /// Whether the response is complete and not JSON, so that the next one would be the same.
    pub(crate) fn is_foreign(&self) -> bool {
        matches!(self.0.source, Some(Source::Foreign(foreign)) if foreign != Foreign::Empty)
    }

    /// The host that the request was sent to, and the port if the base URL has one; `None` where
    /// nothing was to be sent.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        Some(self.0.host.as_str()).filter(|host| !host.is_empty())
    }

    /// The beginning of the body of an unsuccessful response, or of a web page (16 KiB at most).
    /// It may hold personal data.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// The JSON text of the item that could not be read, where a stream of items yields this error
    /// in the item's place. It may hold personal data: neither `Display` nor `Debug` shows it.
    #[must_use]
    pub fn item_json(&self) -> Option<&str> {
        self.0.item.as_deref()
    }

    /// How long the server asked to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The trace identifier of the response, which Atlassian's support asks for.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        headers::trace_id(&self.0.headers).or(self.0.api.trace_id.as_deref())
    }

    /// What to do about it, where the cause is known.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        hint::hint(self)
    }

    /// The path of the property that does not fit, if the response could not be decoded.
    #[must_use]
    pub fn decode_path(&self) -> Option<&str> {
        match &self.0.source {
            Some(Source::Decode(error)) => Some(error.path()),
            _ => None,
        }
    }

    /// The directories of which one must be chosen, if the kind is [`ErrorKind::Ambiguous`].
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Client, Result, model::DirectoryId};
    ///
    /// async fn first_directory(client: Client, org: &str, account: &str) -> Result<DirectoryId> {
    ///     match client.organization(org).directory_of_account(account).await {
    ///         Ok(directory) => Ok(directory.id().clone()),
    ///         Err(error) => error.directories().first().cloned().ok_or(error),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn directories(&self) -> &[DirectoryId] {
        match &self.0.source {
            Some(Source::Unresolved(unresolved)) => &unresolved.directories,
            _ => &[],
        }
    }

    /// Why a page led nowhere, where paging failed.
    #[must_use]
    pub fn page_error(&self) -> Option<&PageError> {
        match &self.0.source {
            Some(Source::Paging(error)) => Some(error),
            _ => None,
        }
    }
}

impl Error {
    /// The error of the key provider, if it failed. It may contain secrets, so `Display`, `Debug`
    /// and `source` omit it.
    #[must_use]
    pub fn key_provider_error(&self) -> Option<&BoxError> {
        match &self.0.source {
            Some(Source::Key(KeyFailure::Provider(error))) => Some(error),
            _ => None,
        }
    }

    /// The backend's error, if no response arrived. It may contain the URL, and with it personal
    /// data.
    #[must_use]
    pub fn transport_error(&self) -> Option<&TransportError> {
        match &self.0.source {
            Some(Source::Transport(error)) => Some(error),
            _ => None,
        }
    }
}

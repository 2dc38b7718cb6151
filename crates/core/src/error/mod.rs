//! The error type of all calls.

mod body;
#[cfg(feature = "test-util")]
mod builder;
mod excerpt;
mod hint;
mod kind;
mod predicate;
mod said;
#[cfg(test)]
mod tests;

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub use body::ApiError;
pub(crate) use body::is_code;
#[cfg(feature = "test-util")]
pub use builder::ErrorBuilder;
use excerpt::Foreign;
pub(crate) use excerpt::{is_html, is_web_page, media_type};
pub use kind::ErrorKind;
use said::Said;

use crate::auth::{KeyFailure, redact};
use crate::backend::{BodyTooLarge, BoxError, TransportError};
use crate::headers;
pub use crate::json::DecodeError;
use crate::json::Json;
use crate::model::DirectoryId;
use crate::operation::{ArgumentError, Method, Operation};
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
    #[cold]
    #[inline(never)]
    fn new(kind: ErrorKind, operation: &'static Operation, source: Option<Source>) -> Self {
        Self(Box::new(ErrorData {
            kind,
            operation,
            template: None,
            attempts: 0,
            status: None,
            headers: HeaderMap::new(),
            host: String::new(),
            api: ApiError::default(),
            excerpt: None,
            body: Bytes::new(),
            retry_after: None,
            may_be_gone: false,
            item: None,
            source,
        }))
    }

    pub(crate) fn argument(operation: &'static Operation, source: ArgumentError) -> Self {
        Self::new(ErrorKind::InvalidArgument, operation, Some(Source::Argument(source)))
    }

    /// The client must not write.
    pub(crate) fn read_only(operation: &'static Operation) -> Self {
        Self::new(ErrorKind::ReadOnly, operation, None)
    }

    /// Something, such as `the account`, is in none or in several directories.
    pub(crate) fn unresolved(
        operation: &'static Operation,
        what: &'static str,
        directories: Vec<DirectoryId>,
    ) -> Self {
        let kind = if directories.is_empty() { ErrorKind::NotFound } else { ErrorKind::Ambiguous };
        Self::new(kind, operation, Some(Source::Unresolved(Unresolved { what, directories })))
    }

    /// What was waited for did not appear in this time.
    pub(crate) fn not_visible(operation: &'static Operation, waited: Duration) -> Self {
        Self::new(ErrorKind::Timeout, operation, Some(Source::NotVisible(waited)))
    }

    /// The request has no key.
    pub(crate) fn key(operation: &'static Operation, source: KeyFailure) -> Self {
        Self::new(ErrorKind::KeyUnavailable, operation, Some(Source::Key(source)))
    }

    pub(crate) fn decode(
        operation: &'static Operation,
        status: StatusCode,
        headers: HeaderMap,
        body: &[u8],
        source: DecodeError,
        json: Json,
    ) -> Self {
        // An unreadable success may come from a proxy, so a write may not have been made.
        let kind = if operation.reads { ErrorKind::Decode } else { ErrorKind::OutcomeUnknown };
        let said = Said::of_success(status, &headers, body, &source, json);
        // Nothing is kept of a page of users.
        let kept = if said.foreign == Some(Foreign::WebPage) { body } else { &[] };
        Self::new(kind, operation, Some(Source::Decode(source))).with_response(status, headers, said, kept)
    }

    /// An item of a page that cannot be read, with its JSON text.
    pub(crate) fn item(operation: &'static Operation, source: DecodeError, json: Box<str>) -> Self {
        let mut error = Self::new(ErrorKind::Decode, operation, Some(Source::Decode(source)));
        error.0.item = Some(json);
        error
    }

    /// The rate limiter has no free place within the time-out.
    pub(crate) fn limited(operation: &'static Operation, wait: Duration) -> Self {
        Self::new(ErrorKind::RateLimited, operation, None).with_retry_after(Some(wait))
    }

    /// A listing that cannot continue.
    #[must_use]
    pub fn paging(operation: &'static Operation, source: PageError) -> Self {
        Self::new(ErrorKind::Paging, operation, Some(Source::Paging(source)))
    }

    pub(crate) fn transport(operation: &'static Operation, source: TransportError) -> Self {
        let kind = match source.source.downcast_ref::<BodyTooLarge>() {
            // The response, and with it the outcome, is lost.
            _ if !operation.reads && !source.before_send => ErrorKind::OutcomeUnknown,
            Some(_) => ErrorKind::TooLarge,
            None => ErrorKind::Connection,
        };
        Self::new(kind, operation, Some(Source::Transport(source)))
    }

    pub(crate) fn timeout(operation: &'static Operation) -> Self {
        Self::new(
            if operation.reads { ErrorKind::Timeout } else { ErrorKind::OutcomeUnknown },
            operation,
            None,
        )
    }

    /// Builds the error for an unsuccessful response.
    pub(crate) fn status(
        operation: &'static Operation,
        status: StatusCode,
        headers: HeaderMap,
        body: &[u8],
        json: Json,
    ) -> Self {
        let kind = match status.as_u16() {
            300..=399 => ErrorKind::Redirect,
            401 => ErrorKind::Unauthorized,
            402 => ErrorKind::PaymentRequired,
            403 => ErrorKind::Forbidden,
            404 | 410 => ErrorKind::NotFound,
            408 if operation.reads => ErrorKind::Timeout,
            408 => ErrorKind::OutcomeUnknown,
            409 => ErrorKind::Conflict,
            429 => ErrorKind::RateLimited,
            500.. if operation.reads => ErrorKind::Server,
            // A gateway may have timed out on a write that was applied.
            500.. => ErrorKind::OutcomeUnknown,
            _ => ErrorKind::BadRequest,
        };
        let said = Said::of_error(status, &headers, body, json);
        Self::new(kind, operation, None).with_response(status, headers, said, body)
    }

    fn with_response(mut self, status: StatusCode, headers: HeaderMap, said: Said, body: &[u8]) -> Self {
        if let Some(foreign) = said.foreign {
            self.0.source = Some(Source::Foreign(foreign));
        }
        self.0.status = Some(status);
        self.0.headers = headers;
        self.0.api = said.api;
        self.0.excerpt = said.excerpt;
        self.0.body = Bytes::copy_from_slice(body.get(..KEPT_BODY).unwrap_or(body));
        self
    }

    /// Removes the parts that repeat the key: the headers, or the path that does not fit. The body
    /// was redacted before.
    pub(crate) fn without_key(mut self, key: &str) -> Self {
        self.0.headers = redact::headers(std::mem::take(&mut self.0.headers), key);
        if let Some(Source::Decode(error)) = &mut self.0.source
            && redact::contains(error.path().as_bytes(), key)
        {
            // The server may have used the key as the name of a property.
            *error = error.clone().with_path(redact::REDACTED);
        }
        // The media type comes from a header.
        self.0.excerpt = self.0.excerpt.take().filter(|excerpt| !redact::contains(excerpt.as_bytes(), key));
        self
    }

    /// The same error of a raw request with this path template.
    pub(crate) fn with_template(mut self, template: Option<Box<str>>) -> Self {
        self.0.template = template;
        self
    }

    pub(crate) fn with_host(mut self, host: &str) -> Self {
        self.0.host = host.to_owned();
        self
    }

    /// The same error at this time by the server's clock. An operation that was announced to stop
    /// may be gone by then; 410 says so at any time.
    pub(crate) fn at(mut self, now: SystemTime) -> Self {
        self.0.may_be_gone =
            self.0.operation.retirement().is_some_and(|retirement| {
                self.0.status == Some(StatusCode::GONE) || retirement.has_passed(now)
            });
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// The same error, of a write that an earlier attempt may have made. The status stays.
    ///
    /// The outcome is unknown, unless the refusal shows that the wanted state is there.
    pub(crate) fn after_lost_attempt(mut self) -> Self {
        if !self.shows_wanted_state() {
            self.0.kind = ErrorKind::OutcomeUnknown;
        }
        self
    }

    /// Whether the refusal means that nothing is left to do: what was to be removed is not there,
    /// or the user is a member already.
    fn shows_wanted_state(&self) -> bool {
        let operation = self.operation();
        match self.kind() {
            // A proxy's 404, or that of an operation that is gone, says nothing of the resource.
            ErrorKind::NotFound => {
                operation.method == Method::Delete
                    && operation.idempotent
                    && !self.0.may_be_gone
                    && !self.is_web_page()
                    && !hint::is_unrouted(self)
            }
            ErrorKind::Conflict => hint::is_member_already(self),
            _ => false,
        }
    }

    pub(crate) fn with_retry_after(mut self, retry_after: Option<Duration>) -> Self {
        self.0.retry_after = retry_after;
        self
    }

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
    fn describe(&self) -> &'static str {
        match self.kind() {
            ErrorKind::Timeout if matches!(self.0.source, Some(Source::NotVisible(_))) => {
                "the change is not visible yet"
            }
            // The server did not refuse the request: the client itself keeps the limit.
            ErrorKind::RateLimited if self.http_status().is_none() => {
                "the rate limit allows no request within the time-out"
            }
            kind => kind.describe(),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name(), self.describe())?;
        if let Some(status) = self.http_status() {
            write!(f, " (HTTP {}", status.as_u16())?;
            said::write_codes(f, self.api())?;
            f.write_str(")")?;
        }
        match &self.0.source {
            None => {
                if let (Some(host), None) = (self.host(), self.http_status()) {
                    write!(f, ": waited for {host}")?;
                }
            }
            Some(Source::Foreign(foreign)) => write!(f, ": {}", foreign.describe())?,
            Some(Source::Argument(error)) => write!(f, ": {error}")?,
            Some(Source::Key(error)) => write!(f, ": {error}")?,
            // The backend's own error may contain the URL, and with it e-mail addresses, so it is
            // the source and not in the text.
            Some(Source::Transport(error)) => match error.source.downcast_ref::<BodyTooLarge>() {
                Some(error) => write!(f, ": {error}")?,
                None => {
                    f.write_str(": ")?;
                    error.describe(f, self.host())?;
                }
            },
            Some(Source::Decode(error)) => write!(f, ": {error}")?,
            Some(Source::Paging(error)) => write!(f, ": {error}")?,
            Some(Source::Unresolved(unresolved)) => unresolved.describe(f)?,
            Some(Source::NotVisible(waited)) if waited.subsec_nanos() == 0 => {
                write!(f, ": waited {} s", waited.as_secs())?;
            }
            Some(Source::NotVisible(waited)) => write!(f, ": waited {} ms", waited.as_millis())?,
        }
        if self.attempts() > 1 {
            write!(f, " after {} attempts", self.attempts())?;
        }
        if let (ErrorKind::RateLimited, Some(wait)) = (self.kind(), self.retry_after()) {
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            write!(f, "; the next request is allowed in {seconds} s")?;
        }
        if let Some(trace) = self.trace_id().filter(|trace| body::is_code(trace)) {
            write!(f, "; trace {trace}")?;
        }
        if let Some(hint) = self.hint() {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}

impl Unresolved {
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = self.what;
        if self.directories.is_empty() {
            return write!(f, ": {what} has no directory that the key may manage");
        }
        write!(f, ": {what} has several directories:")?;
        let mut before = "";
        for id in &self.directories {
            write!(f, "{before} {id}")?;
            before = ",";
        }
        Ok(())
    }
}

impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.operation().id)
            .field("status", &self.http_status().map(|status| status.as_u16()))
            .field("attempts", &self.attempts())
            .field("message", &self.to_string())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            None | Some(Source::Foreign(_) | Source::Unresolved(_) | Source::NotVisible(_)) => None,
            // The backend's own error may print the URL: `transport_error` returns it.
            Some(Source::Transport(error)) => error.problem.as_ref().map(|problem| problem as _),
            Some(Source::Argument(error)) => Some(error),
            Some(Source::Key(error)) => Some(error),
            Some(Source::Decode(error)) => Some(error),
            Some(Source::Paging(error)) => Some(error),
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

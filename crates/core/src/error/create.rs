//! How the core makes errors, and what it adds to them.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::excerpt::Foreign;
use super::said::Said;
use super::{ApiError, Error, ErrorData, ErrorKind, KEPT_BODY, Source, Unresolved, hint};
use crate::auth::{KeyFailure, redact};
use crate::backend::{BodyTooLarge, TransportError};
use crate::json::{DecodeError, Json};
use crate::model::DirectoryId;
use crate::operation::{ArgumentError, Method, Operation};
use crate::page::PageError;

impl Error {
    #[cold]
    #[inline(never)]
    pub(super) fn new(kind: ErrorKind, operation: &'static Operation, source: Option<Source>) -> Self {
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
}

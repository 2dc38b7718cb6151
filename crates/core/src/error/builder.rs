//! Errors for the tests of applications.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::{Error, ErrorKind};
use crate::json::Json;
use crate::operation::{Method, Operation};

/// Builds an [`Error`] for a test of how a program handles it. Behind the feature `test-util`.
///
/// With a status, the error is the one that a client makes of such a response. Without one, it has
/// the kind that is given.
///
/// # Examples
/// ```
/// use atlassian_admin_core::{Error, ErrorKind, operation};
///
/// let error = Error::builder()
///     .operation(operation("groups.addMember").expect("it is in the list"))
///     .status(409)
///     .code("ADMIN-UAM-409-2")
///     .detail("ann@example.com is a member")
///     .build();
/// assert!(error.is_conflict() && error.is_member_already());
/// assert_eq!(error.detail(), Some("ann@example.com is a member"));
///
/// let lost = Error::builder().kind(ErrorKind::OutcomeUnknown).attempts(3).build();
/// assert!(lost.is_unknown_outcome());
/// ```
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ErrorBuilder {
    operation: &'static Operation,
    kind: Option<ErrorKind>,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Vec<u8>,
    code: Option<String>,
    detail: Option<String>,
    retry_after: Option<Duration>,
    attempts: u32,
}

impl Error {
    /// Builds an error for a test. Behind the feature `test-util`.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Error, ErrorKind};
    ///
    /// let error = Error::builder().build();
    /// assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    /// assert_eq!(error.operation().dotted(), "tests.call");
    /// ```
    pub fn builder() -> ErrorBuilder {
        ErrorBuilder {
            operation: const { &Operation::new(Method::Get, "test", "tests", "call", "/test") },
            kind: None,
            status: None,
            headers: HeaderMap::new(),
            body: Vec::new(),
            code: None,
            detail: None,
            retry_after: None,
            attempts: 1,
        }
    }
}

impl ErrorBuilder {
    /// The operation that was called. Default: a read that is in no list.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Error, operation};
    ///
    /// let suspend = operation("users.suspend").expect("it is in the list");
    /// let error = Error::builder().operation(suspend).build();
    /// assert_eq!(error.operation().dotted(), "users.suspend");
    /// ```
    pub fn operation(mut self, operation: &'static Operation) -> Self {
        self.operation = operation;
        self
    }

    /// The kind. Default: that of the status, or else [`ErrorKind::Connection`].
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Error, ErrorKind};
    ///
    /// let error = Error::builder().kind(ErrorKind::Timeout).build();
    /// assert!(error.is_retryable());
    /// ```
    pub fn kind(mut self, kind: ErrorKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The status of the response, as a number or a [`StatusCode`]. Default: no response arrived.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::http::StatusCode;
    /// use atlassian_admin_core::{Error, ErrorKind};
    ///
    /// let error = Error::builder().status(403).build();
    /// assert_eq!(error.kind(), ErrorKind::Forbidden);
    /// assert_eq!(error.http_status(), Some(StatusCode::FORBIDDEN));
    /// ```
    ///
    /// # Panics
    /// If the number is not a status: below 100 or above 999.
    #[track_caller]
    pub fn status(mut self, status: impl TryInto<StatusCode, Error: Into<http::Error>>) -> Self {
        match status.try_into() {
            Ok(status) => self.status = Some(status),
            #[expect(clippy::panic, reason = "only tests use this builder")]
            Err(error) => panic!("the status of an error for a test: {}", error.into()),
        }
        self
    }

    /// A header of the response, which has an effect only with a status.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Error;
    /// use atlassian_admin_core::http::header::{HeaderValue, SERVER};
    ///
    /// let builder = Error::builder().status(404);
    /// let error = builder.header(SERVER, HeaderValue::from_static("a-proxy")).build();
    /// assert_eq!(error.headers()[SERVER], "a-proxy");
    /// ```
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// The body of the response, which has an effect only with a status. Default: empty.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Error;
    ///
    /// let body = r#"{"errors":[{"code":"ADMIN-400-1","detail":"the cursor has expired"}]}"#;
    /// let error = Error::builder().status(400).body(body).build();
    /// assert_eq!(error.code(), Some("ADMIN-400-1"));
    /// assert_eq!(error.detail(), Some("the cursor has expired"));
    /// ```
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Atlassian's code, in place of that of the body. Default: that of the body.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Error;
    ///
    /// let error = Error::builder().status(409).code("ADMIN-409-3").build();
    /// assert_eq!(error.code(), Some("ADMIN-409-3"));
    /// assert_eq!(error.hint(), Some("the product has no free licence left"));
    /// ```
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// What the server said, in place of that of the body. Default: that of the body.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Error;
    ///
    /// let detail = "an administrator cannot be suspended";
    /// let error = Error::builder().status(400).detail(detail).build();
    /// assert_eq!(error.detail(), Some(detail));
    /// assert!(!error.to_string().contains(detail), "it may hold personal data");
    /// ```
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// How long the server asked to wait. Default: it did not ask.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use atlassian_admin_core::Error;
    ///
    /// let wait = Duration::from_secs(7);
    /// let limited = Error::builder().status(429);
    /// let error = limited.retry_after(wait).build();
    /// assert_eq!(error.retry_after(), Some(wait));
    /// ```
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// The number of attempts. Default: 1.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Error, ErrorKind};
    ///
    /// let error = Error::builder().kind(ErrorKind::Timeout).attempts(5).build();
    /// assert!(error.to_string().contains("after 5 attempts"));
    /// ```
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Builds the error.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::Error;
    ///
    /// let error = Error::builder().build();
    /// assert!(error.is_retryable());
    /// ```
    #[must_use]
    pub fn build(self) -> Error {
        let mut error = match self.status {
            Some(status) => Error::status(self.operation, status, self.headers, &self.body, Json::SERDE),
            None => Error::new(ErrorKind::Connection, self.operation, None),
        };
        if let Some(kind) = self.kind {
            error.0.kind = kind;
        }
        let api = &mut error.0.api;
        api.code = self.code.or(api.code.take());
        api.detail = self.detail.or(api.detail.take());
        error.with_attempts(self.attempts).with_retry_after(self.retry_after)
    }
}

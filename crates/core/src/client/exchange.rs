//! The one request pipeline.
//!
//! Rate limit → attempt (key → time-out → backend) → rate limit headers of the response → retry
//! decision → error. Every call of every operation on every host is an [`Exchange`], which is
//! compiled once; only [`ClientInner::call`], which reads the response, depends on the type of the
//! result.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_util::future::{BoxFuture, Either, select};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use http::response::Parts as Head;
use http::{Method, Request, Uri};

use super::base_url::BaseUrl;
use super::headers::HeaderError;
use super::with_response::WithResponse;
use crate::auth::{KeyFailure, KeyKind, KeySource, Secret, checked, redact};
use crate::backend::{Body, BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, TransportError};
use crate::error::{self, Error, ErrorKind};
use crate::headers::{rate_limit_remaining, response_date, retry_after, trace_id};
use crate::json::{DecodeError, without_bom};
use crate::observe::{self, CallResult, Observer, Reason, RequestEvent, RequestEventKind};
use crate::operation::{ArgumentError, ListStyle, Operation, RequestParts};
use crate::policy::{
    Attempt, BackoffPolicy, CredentialId, LimitKey, LimitUpdate, Outcome, POLL_INTERVAL, RateLimiter,
    RetryPolicy, Timeouts,
};
use crate::runtime::Runtime;
use crate::url;

#[derive(Debug, Clone)]
pub(super) struct ClientInner {
    pub(super) backend: Arc<dyn HttpBackend>,
    pub(super) runtime: Arc<dyn Runtime>,
    pub(super) kind: KeyKind,
    pub(super) key: KeySource,
    pub(super) credential: CredentialId,
    pub(super) base_url: BaseUrl,
    pub(super) retry: Arc<dyn RetryPolicy>,
    pub(super) backoff: Arc<dyn BackoffPolicy>,
    pub(super) rate_limiter: Arc<dyn RateLimiter>,
    pub(super) timeouts: Timeouts,
    pub(super) body_limit: usize,
    pub(super) lists: ListStyle,
    /// The headers of each request, or why one that was added later cannot be sent.
    pub(super) headers: Result<HeaderMap, HeaderError>,
    pub(super) read_only: bool,
    pub(super) observer: Option<Arc<dyn Observer>>,
}

/// The smallest change of the expected send time that is reported again.
const RENOTIFY_AFTER: Duration = Duration::from_secs(1);

/// An attempt that failed.
struct Failure {
    error: Error,
    outcome: Outcome,
    retry_after: Option<Duration>,
}

impl Failure {
    fn new(outcome: Outcome, error: Error) -> Self {
        Self { error, outcome, retry_after: None }
    }
}

impl ClientInner {
    pub(super) fn runtime(&self) -> &dyn Runtime {
        self.runtime.as_ref()
    }

    /// The request without its key, for display. It is not sent.
    pub(super) fn preview(
        &self,
        operation: &'static Operation,
        parts: &RequestParts,
    ) -> Result<HttpRequest, Error> {
        Ok(self.begin(operation, parts)?.request())
    }

    /// Makes a call, and reads its response with `read` as a part of the attempt: a response that
    /// is not JSON may be truncated, so the client requests it again if that is safe.
    pub(super) async fn call<T>(
        &self,
        operation: &'static Operation,
        parts: &RequestParts,
        read: impl Fn(&Exchange<'_>, &Head, Body) -> Result<T, DecodeError>,
    ) -> Result<T, Error> {
        if self.read_only && !operation.reads {
            return Err(Error::read_only(operation));
        }
        let mut exchange = self.begin(operation, parts)?;
        exchange.call = observe::next_call();
        loop {
            let (head, body) = exchange.response().await?;
            let kept = body.share();
            let result = match is_web_page(&head, &body) {
                true => Err(DecodeError::garbled("a web page")),
                false => read(&exchange, &head, body),
            };
            match result {
                Ok(value) => {
                    exchange.result = CallResult::Succeeded;
                    return Ok(value);
                }
                Err(problem) => exchange.reject(head, kept, problem).await?,
            }
        }
    }

    fn begin<'c>(
        &'c self,
        operation: &'static Operation,
        parts: &'c RequestParts,
    ) -> Result<Exchange<'c>, Error> {
        // Every part of the URL is percent-encoded, so only its length can be invalid.
        let url = self.base_url.join(&parts.path_and_query(self.lists)).parse().map_err(|_| {
            let problem = "is too long: a URL has less than 65,535 bytes";
            Error::argument(operation, ArgumentError::new(parts.longest(), problem))
        })?;
        let headers = self.headers.as_ref().map_err(|error| Error::argument(operation, error.of_call()))?;
        Ok(Exchange {
            client: self,
            headers,
            operation,
            url,
            body: parts.body.as_ref().map(|body| (self.runtime.json().write)(body).into()),
            template: parts.template.as_deref(),
            limit_key: self.limit_key(operation, parts),
            key: None,
            start: self.runtime.monotonic(),
            attempts: 0,
            attempt_start: Duration::ZERO,
            may_have_applied: false,
            call: 0,
            result: CallResult::Cancelled,
        })
    }

    /// The server's time, or the local time if the response has no date.
    fn server_time(&self, head: &Head) -> SystemTime {
        response_date(&head.headers).unwrap_or_else(|| self.runtime.now())
    }

    fn limit_key(&self, operation: &'static Operation, parts: &RequestParts) -> LimitKey {
        let template = parts.template.as_deref().unwrap_or(operation.path);
        let mut segments = template.split('/').zip(parts.path.split('/'));
        let organization = segments.find(|(name, _)| *name == "{orgId}");
        LimitKey {
            credential: self.credential.clone(),
            organization: organization.and_then(|(_, value)| url::percent_decode(value)),
            family: operation.limit.map_or(operation.id, |limit| limit.family),
        }
    }
}

/// A call in progress: its request, and the outcome of its attempts so far.
pub(super) struct Exchange<'c> {
    client: &'c ClientInner,
    headers: &'c HeaderMap,
    operation: &'static Operation,
    /// The path template of a raw request.
    template: Option<&'c str>,
    url: Uri,
    body: Option<Bytes>,
    limit_key: LimitKey,
    /// The key of the last attempt.
    key: Option<Secret>,
    start: Duration,
    attempts: u32,
    /// The monotonic time at which the last attempt began.
    attempt_start: Duration,
    /// Whether an earlier attempt at a write may have been applied.
    may_have_applied: bool,
    /// The number of the call; 0 for a preview, which is not a call.
    call: u64,
    /// How it ended, unless it is dropped before.
    result: CallResult,
}

/// The call ends here, however it ends.
impl Drop for Exchange<'_> {
    fn drop(&mut self) {
        if self.call != 0 && self.client.observer.is_some() {
            let (result, duration) = (self.result, self.spent());
            self.notify(self.attempts, RequestEventKind::Finished { result, duration });
        }
    }
}

impl Exchange<'_> {
    /// Returns what was read of a response, with the head of the response.
    pub(super) fn with_response<T>(&self, value: T, head: &Head) -> WithResponse<T> {
        let headers = match &self.key {
            Some(key) => redact::headers(head.headers.clone(), key.expose()),
            None => head.headers.clone(),
        };
        WithResponse { value, status: head.status, headers, url: self.url.clone() }
    }

    fn notify(&self, attempt: u32, kind: RequestEventKind<'_>) {
        if let Some(observer) = &self.client.observer {
            let Self { call, operation, template, .. } = *self;
            observer.on_event(&RequestEvent { call, operation, template, attempt, kind });
        }
    }

    /// Ends the call with this error.
    fn failed(&mut self, error: Error) -> Error {
        self.result = CallResult::Failed(error.kind());
        error
    }

    /// Makes attempts until a response is successful.
    async fn response(&mut self) -> Result<(Head, Body), Error> {
        loop {
            if let Err(error) = self.pass_rate_limit().await {
                let error = self.marked(error.with_attempts(self.attempts));
                return Err(self.failed(error));
            }
            self.attempts += 1;
            self.attempt_start = self.client.runtime.monotonic();
            match self.attempt().await {
                Ok(response) => return Ok(response),
                Err(failure) => self.retry(failure).await?,
            }
        }
    }

    /// Ends an attempt whose response is unreadable.
    async fn reject(&mut self, head: Head, body: Body, problem: DecodeError) -> Result<(), Error> {
        let body = body.bytes();
        let (kept, json) = (self.redact(&body), self.client.runtime.json());
        let is_garbled = problem.is_garbled();
        let error = Error::decode(self.operation, head.status, head.headers, &kept, problem, json);
        // A body that begins as JSON does may be truncated, and may be complete the next time. Any
        // other body would be the same again.
        let is_lost = is_garbled && !error.is_foreign();
        let outcome = if is_lost { Outcome::NoResponse } else { Outcome::Unretryable };
        drop(body);
        self.retry(Failure::new(outcome, error)).await
    }

    /// Waits until the next attempt, or returns the error if no attempt is left.
    async fn retry(&mut self, failure: Failure) -> Result<(), Error> {
        let Failure { error, outcome, retry_after } = failure;
        let reason = match outcome {
            _ if error.kind() == ErrorKind::KeyUnavailable => Reason::NoKey,
            Outcome::Status(status) => Reason::Status(status),
            Outcome::NotSent => Reason::NotSent,
            Outcome::NoResponse => Reason::Reset,
            Outcome::TimedOut => Reason::Timeout,
            Outcome::Unretryable => Reason::Unusable,
        };
        if !matches!(reason, Reason::Status(_)) {
            let duration = self.attempt_duration();
            self.notify(self.attempts, RequestEventKind::Failed { reason, duration });
        }
        let error = match &self.key {
            Some(key) => error.without_key(key.expose()),
            None => error,
        };
        let error = error
            .with_host(self.client.base_url.host())
            .with_attempts(self.attempts)
            .with_retry_after(retry_after);
        let error = self.marked(error);
        self.may_have_applied |= error.kind() == ErrorKind::OutcomeUnknown;
        let attempt = Attempt {
            retry_after,
            elapsed: self.spent(),
            random: self.client.runtime.unit_random(),
            ..Attempt::new(self.operation, self.attempts, outcome)
        };
        let delay = self.client.backoff.delay(&attempt);
        if !self.client.retry.should_retry(&Attempt { delay, ..attempt }) || !self.fits_deadline(delay) {
            return Err(self.failed(error));
        }
        self.notify_wait(delay, reason);
        self.client.runtime.sleep(delay).await;
        Ok(())
    }

    /// Returns an error whose outcome is unknown if an earlier attempt may have been applied.
    fn marked(&self, error: Error) -> Error {
        if self.may_have_applied { error.after_lost_attempt() } else { error }
    }

    /// Waits for a permit of the rate limiter.
    async fn pass_rate_limit(&self) -> Result<(), Error> {
        let runtime = &self.client.runtime;
        let permit =
            self.client.rate_limiter.acquire(&self.limit_key, self.operation.limit, runtime.monotonic());
        let mut announced: Option<Duration> = None;
        loop {
            let now = runtime.monotonic();
            let wait = permit.wait(now);
            if wait == Duration::ZERO {
                permit.consume(now);
                return Ok(());
            }
            if !self.fits_deadline(wait) {
                return Err(Error::limited(self.operation, wait));
            }
            let until = now.saturating_add(wait);
            if announced.is_none_or(|announced| announced.abs_diff(until) > RENOTIFY_AFTER) {
                self.notify_wait(wait, Reason::RateLimit);
                announced = Some(until);
            }
            // Dropping this future drops the permit and its reservation. Meanwhile, the server may
            // refuse requests, and requests ahead may be cancelled.
            runtime.sleep(wait.min(POLL_INTERVAL)).await;
        }
    }

    fn notify_wait(&self, wait: Duration, reason: Reason) {
        self.notify(self.attempts + 1, RequestEventKind::Waiting { wait, reason });
    }

    /// Returns the body without the key: the server may repeat it.
    fn redact<'a>(&self, body: &'a [u8]) -> Cow<'a, [u8]> {
        self.key.as_ref().map_or(Cow::Borrowed(body), |key| redact::redact(body, key.expose()))
    }

    /// Returns the key for the next attempt; `None` if a gateway adds it.
    async fn next_key(&self) -> Result<Option<Secret>, KeyFailure> {
        let provider = match &self.client.key {
            KeySource::Gateway => return Ok(None),
            KeySource::Fixed(secret) => return Ok(Some(secret.clone())),
            KeySource::Provider(provider) => provider,
        };
        let key = self.with_timeout(provider()).await.ok_or(KeyFailure::TimedOut)?;
        let key = key.map_err(KeyFailure::Provider)?;
        checked(self.client.kind, key.expose()).map(Some).map_err(KeyFailure::Invalid)
    }

    /// Sends the request once. Returns the response if it is successful.
    async fn attempt(&mut self) -> Result<(Head, Body), Failure> {
        let (client, operation) = (self.client, self.operation);
        self.key = self.next_key().await.map_err(|failure| {
            // Whether it is worth asking again is the provider's own decision.
            Failure::new(Outcome::Unretryable, Error::key(operation, failure))
        })?;
        self.notify(self.attempts, RequestEventKind::Sent);
        let response = self.with_timeout(client.backend.execute(self.request())).await;
        let response = response.ok_or_else(|| Failure::new(Outcome::TimedOut, Error::timeout(operation)))?;
        let (head, body) = response.map_err(|error| transport_failure(operation, error))?.into_parts();
        let retry_after = self.learn(&head);
        if !head.status.is_success() {
            let body = body.bytes();
            let (kept, now) = (self.redact(&body), client.server_time(&head));
            let error = Error::status(operation, head.status, head.headers, &kept, client.runtime.json());
            let outcome = Outcome::Status(head.status);
            return Err(Failure { error: error.at(now), outcome, retry_after });
        }
        if matches!(&body, Body::Bytes(bytes) if bytes.len() > client.body_limit) {
            let error = TransportError::after_send(BodyTooLarge { limit: client.body_limit });
            return Err(transport_failure(operation, error));
        }
        let body = match body {
            Body::Bytes(bytes) => Body::Bytes(bytes.slice_ref(without_bom(&bytes))),
            // A host removes the byte order mark itself.
            host => host,
        };
        Ok((head, body))
    }

    fn request(&self) -> HttpRequest {
        let mut request = Request::new(self.body.clone().unwrap_or_default());
        *request.method_mut() = Method::from(self.operation.method);
        *request.uri_mut() = self.url.clone();
        request.extensions_mut().insert(BodyLimit(self.client.body_limit));
        let headers = request.headers_mut();
        headers.clone_from(self.headers);
        // Built per request, so that no copy of the key outlives the request.
        if let Some(authorization) = self.key.as_ref().and_then(Secret::bearer) {
            headers.insert(AUTHORIZATION, authorization);
        }
        if self.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        request
    }

    /// Returns what a future returns, or `None` after the time-out. The future is then dropped,
    /// which stops it.
    async fn with_timeout<T>(&self, response: BoxFuture<'_, T>) -> Option<T> {
        let timeouts = &self.client.timeouts;
        let left = timeouts.total.map(|limit| limit.saturating_sub(self.spent()));
        let Some(timeout) = [timeouts.attempt, left].into_iter().flatten().min() else {
            return Some(response.await);
        };
        match select(response, self.client.runtime.sleep(timeout)).await {
            Either::Left((response, _)) => Some(response),
            Either::Right(_) => None,
        }
    }

    /// Records the rate limit of a response. Returns how long to wait after a failure.
    fn learn(&self, head: &Head) -> Option<Duration> {
        let (client, status, headers) = (self.client, head.status, &head.headers);
        let wait = retry_after(status, headers, client.server_time(head));
        let remaining = rate_limit_remaining(headers);
        let update = LimitUpdate { status, remaining, wait };
        client.rate_limiter.record(&self.limit_key, &update, client.runtime.monotonic());
        // The server may repeat the key, or send another text in place of an identifier.
        let is_clean = |trace: &&str| match &self.key {
            Some(key) => !redact::contains(trace.as_bytes(), key.expose()),
            None => true,
        };
        let trace_id = trace_id(headers).filter(|trace| error::is_code(trace)).filter(is_clean);
        let duration = self.attempt_duration();
        self.notify(self.attempts, RequestEventKind::Answered { status, duration, remaining, trace_id });
        wait.filter(|_| !status.is_success())
    }

    /// Whether a wait of this length ends before the call's time-out.
    fn fits_deadline(&self, wait: Duration) -> bool {
        self.client.timeouts.total.is_none_or(|limit| self.spent().saturating_add(wait) <= limit)
    }

    fn attempt_duration(&self) -> Duration {
        self.client.runtime.monotonic().saturating_sub(self.attempt_start)
    }

    fn spent(&self) -> Duration {
        self.client.runtime.monotonic().saturating_sub(self.start)
    }
}

/// Whether a successful response is a web page. A host's own body is checked only if the media
/// type says so, because reading it copies it.
fn is_web_page(head: &Head, body: &Body) -> bool {
    let media = error::media_type(&head.headers);
    match body {
        Body::Bytes(bytes) => error::is_web_page(media, bytes),
        Body::Host(host) => error::is_html(media) && error::is_web_page(media, &host.to_vec()),
    }
}

/// The error for a response that is missing, incomplete or too large.
fn transport_failure(operation: &'static Operation, error: TransportError) -> Failure {
    let outcome = match (error.before_send, error.source.is::<BodyTooLarge>()) {
        (_, true) => Outcome::Unretryable,
        (true, false) => Outcome::NotSent,
        (false, false) => Outcome::NoResponse,
    };
    Failure::new(outcome, Error::transport(operation, error))
}

//! The one request pipeline.
//!
//! Rate gate → attempt (key → time-out → backend) → learn → retry decision → error. Every call of every operation on every host
//! goes through [`Inner::exchange`], and it is compiled once.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_util::future::{Either, select};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue, USER_AGENT};
use http::response::Parts as Head;
use http::{Method, Request, Uri};

use super::base_url::BaseUrl;
use crate::auth::{KeyKind, Secret, redact};
use crate::backend::{Body, BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError};
use crate::endpoint::{CodecError, ListStyle, Operation, Parts};
use crate::error::{self, Error, ErrorKind};
use crate::headers::{rate_limit_remaining, response_date, retry_after};
use crate::json::DecodeError;
use crate::json::without_bom;
use crate::observe::{Notice, Observer, WaitCause};
use crate::path;
use crate::policy::{
    Attempt, CredentialId, Decision, LOOK_AGAIN, LimitKey, LimitUpdate, Outcome, RateGate, RetryPolicy,
    Timeouts,
};
use crate::runtime::Runtime;

#[derive(Debug, Clone)]
pub(super) struct Inner {
    pub(super) backend: Arc<dyn HttpBackend>,
    pub(super) runtime: Arc<dyn Runtime>,
    pub(super) kind: KeyKind,
    pub(super) key: Option<Secret>,
    pub(super) credential: CredentialId,
    pub(super) base_url: BaseUrl,
    pub(super) retry: Arc<dyn RetryPolicy>,
    pub(super) gate: Arc<dyn RateGate>,
    pub(super) timeouts: Timeouts,
    pub(super) body_limit: usize,
    pub(super) lists: ListStyle,
    pub(super) user_agent: HeaderValue,
    pub(super) observer: Option<Arc<dyn Observer>>,
}

/// By how much a turn has to move to be worth another notice.
const MOVED: Duration = Duration::from_secs(1);

/// Reads a successful answer.
type Read<'a> = &'a mut (dyn FnMut(&Head, Body) -> Result<(), DecodeError> + Send);

/// A call that is being made.
struct Call {
    operation: &'static Operation,
    url: Uri,
    body: Option<Bytes>,
    key: LimitKey,
    start: Duration,
}

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

impl Inner {
    pub(super) fn runtime(&self) -> &dyn Runtime {
        self.runtime.as_ref()
    }

    /// A request without its key, which is not sent.
    pub(super) fn preview(&self, operation: &'static Operation, parts: &Parts) -> Result<HttpRequest, Error> {
        let mut request = self.request(&self.begin(operation, parts)?);
        request.headers_mut().remove(AUTHORIZATION);
        Ok(request)
    }

    fn begin(&self, operation: &'static Operation, parts: &Parts) -> Result<Call, Error> {
        // All of it is escaped, so that only its length can be wrong.
        let url = self.base_url.join(&parts.path_and_query(self.lists)).parse().map_err(|_| {
            let problem = "is too long: a URL has less than 65,535 letters";
            Error::argument(operation, CodecError::new(parts.longest(), problem))
        })?;
        Ok(Call {
            operation,
            url,
            body: parts.body.as_ref().map(|body| (self.runtime.json().write)(body).into()),
            key: self.limit_key(operation, &parts.path),
            start: self.runtime.monotonic(),
        })
    }

    pub(super) async fn exchange(
        &self,
        operation: &'static Operation,
        parts: &Parts,
        read: Read<'_>,
    ) -> Result<(), Error> {
        let call = self.begin(operation, parts)?;
        let mut number = 0;
        // Whether an earlier attempt at a change may have made it.
        let mut lost = false;
        let known = |error: Error, lost: bool| if lost { error.after_lost_attempt() } else { error };
        loop {
            let passed = self.pass_gate(&call).await;
            passed.map_err(|error| known(error.with_attempts(number), lost))?;
            number += 1;
            let Failure { error, outcome, retry_after } = match self.attempt(&call, number, &mut *read).await
            {
                Ok(()) => return Ok(()),
                Err(failure) => failure,
            };
            let error = self
                .without_key_in(error)
                .with_host(self.base_url.host())
                .with_attempts(number)
                .with_retry_after(retry_after);
            let error = known(error, lost);
            lost |= error.kind() == ErrorKind::OutcomeUnknown;
            let attempt =
                Attempt { operation, number, outcome, retry_after, random: self.runtime.unit_random() };
            match self.retry.decide(&attempt) {
                Decision::Retry(wait) if self.in_time(&call, wait) => {
                    self.notice_wait(&call, wait, WaitCause::Retry);
                    self.runtime.sleep(wait).await;
                }
                Decision::Retry(_) | Decision::Stop => return Err(error),
            }
        }
    }

    /// Waits for a place under the rate limit.
    async fn pass_gate(&self, call: &Call) -> Result<(), Error> {
        let ticket = self.gate.acquire(&call.key, call.operation.limit, self.runtime.monotonic());
        let mut told: Option<Duration> = None;
        loop {
            let now = self.runtime.monotonic();
            let wait = ticket.wait(now);
            if wait == Duration::ZERO {
                ticket.spend(now);
                return Ok(());
            }
            if !self.in_time(call, wait) {
                return Err(Error::limited(call.operation, wait));
            }
            let until = now.saturating_add(wait);
            if told.is_none_or(|told| told.abs_diff(until) > MOVED) {
                self.notice_wait(call, wait, WaitCause::RateLimit);
                told = Some(until);
            }
            // A caller who gives up here drops the ticket, and with it the place. Meanwhile the server may close the gate, and those
            // before us may give up, too.
            self.runtime.sleep(wait.min(LOOK_AGAIN)).await;
        }
    }

    fn notice_wait(&self, call: &Call, wait: Duration, cause: WaitCause) {
        self.notice(&Notice::Waiting { operation: call.operation, wait, cause });
    }

    fn notice(&self, notice: &Notice<'_>) {
        if let Some(observer) = &self.observer {
            observer.notice(notice);
        }
    }

    /// Sends the request once, and reads its answer.
    async fn attempt(&self, call: &Call, number: u32, read: Read<'_>) -> Result<(), Failure> {
        let operation = call.operation;
        let answer = self.in_timeout(call, self.backend.execute(self.request(call))).await;
        let response = answer.ok_or_else(|| Failure::new(Outcome::Lost, Error::timeout(operation)))?;
        let (head, body) = response.map_err(|error| failed_on_the_way(operation, error))?.into_parts();
        let retry_after = self.learn(call, number, &head);
        if !head.status.is_success() {
            let body = body.bytes();
            let kept = self.without_key(&body);
            let now = self.server_time(&head);
            let error =
                Error::status(operation, head.status, head.headers, &kept, self.runtime.json()).at(now);
            return Err(Failure { error, outcome: Outcome::Status(head.status), retry_after });
        }
        if matches!(&body, Body::Bytes(bytes) if bytes.len() > self.body_limit) {
            let error = TransportError::after_send(BodyTooLarge { limit: self.body_limit });
            return Err(failed_on_the_way(operation, error));
        }
        let body = match body {
            Body::Bytes(bytes) => Body::Bytes(bytes.slice_ref(without_bom(&bytes))),
            // A host removes the mark itself.
            host => host,
        };
        let kept = body.share();
        let done = match is_web_page(&head, &body) {
            true => Err(DecodeError::garbled("a web page")),
            false => read(&head, body),
        };
        done.map_err(|problem| {
            let body = kept.bytes();
            let (kept, json) = (self.without_key(&body), self.runtime.json());
            let is_garbled = problem.is_garbled();
            let error = Error::decode(operation, head.status, head.headers, &kept, problem, json);
            // A body that begins as JSON does was cut off on its way, and may arrive whole the next
            // time. A body of another kind would come again.
            let is_lost = is_garbled && !error.is_foreign();
            Failure::new(if is_lost { Outcome::Lost } else { Outcome::Unusable }, error)
        })
    }

    fn request(&self, call: &Call) -> HttpRequest {
        let json = HeaderValue::from_static("application/json");
        let mut request = Request::new(call.body.clone().unwrap_or_default());
        *request.method_mut() = Method::from(call.operation.method);
        *request.uri_mut() = call.url.clone();
        request.extensions_mut().insert(BodyLimit(self.body_limit));
        let headers = request.headers_mut();
        headers.insert(ACCEPT, json.clone());
        headers.insert(USER_AGENT, self.user_agent.clone());
        // Made anew for each request, so that only the secret outlives it.
        if let Some(authorization) = self.key.as_ref().and_then(Secret::bearer) {
            headers.insert(AUTHORIZATION, authorization);
        }
        if call.body.is_some() {
            headers.insert(CONTENT_TYPE, json);
        }
        request
    }

    /// The answer, or `None` where it does not come in time. What is left of the attempt is dropped, which stops it.
    async fn in_timeout(
        &self,
        call: &Call,
        answer: impl Future<Output = Result<HttpResponse, TransportError>> + Send + Unpin,
    ) -> Option<Result<HttpResponse, TransportError>> {
        let left = self.timeouts.call.map(|limit| limit.saturating_sub(self.spent(call)));
        let Some(timeout) = [self.timeouts.attempt, left].into_iter().flatten().min() else {
            return Some(answer.await);
        };
        match select(answer, self.runtime.sleep(timeout)).await {
            Either::Left((answer, _)) => Some(answer),
            Either::Right(_) => None,
        }
    }

    /// Tells the gate what the answer says of its limit, and returns how long the server asks to wait.
    fn learn(&self, call: &Call, attempt: u32, head: &Head) -> Option<Duration> {
        let (operation, status, headers) = (call.operation, head.status, &head.headers);
        let wait = retry_after(status, headers, self.server_time(head));
        let remaining = rate_limit_remaining(headers);
        self.gate.learn(&call.key, &LimitUpdate { status, remaining, wait }, self.runtime.monotonic());
        self.notice(&Notice::Answered { operation, attempt, status, remaining });
        wait.filter(|_| !status.is_success())
    }

    /// The time by the server's clock, or else by ours.
    fn server_time(&self, head: &Head) -> SystemTime {
        response_date(&head.headers).unwrap_or_else(|| self.runtime.now())
    }

    /// Whether the call may wait this long.
    fn in_time(&self, call: &Call, wait: Duration) -> bool {
        self.timeouts.call.is_none_or(|limit| self.spent(call).saturating_add(wait) <= limit)
    }

    fn spent(&self, call: &Call) -> Duration {
        self.runtime.monotonic().saturating_sub(call.start)
    }

    /// A body without the key, should the server repeat it there.
    fn without_key<'a>(&self, body: &'a [u8]) -> Cow<'a, [u8]> {
        self.key.as_ref().map_or(Cow::Borrowed(body), |key| redact::redact(body, key.expose()))
    }

    /// Without the key, should the server repeat it in a header, or as the name of a member.
    fn without_key_in(&self, error: Error) -> Error {
        match &self.key {
            Some(key) => error.without_key(key.expose()),
            None => error,
        }
    }

    fn limit_key(&self, operation: &'static Operation, path: &str) -> LimitKey {
        let mut segments = operation.path.split('/').zip(path.split('/'));
        let organization = segments.find(|(name, _)| *name == "{orgId}");
        LimitKey {
            credential: self.credential.clone(),
            organization: organization.and_then(|(_, value)| path::percent_decode(value)),
            family: operation.limit.map_or(operation.id, |limit| limit.family),
        }
    }
}

/// Whether a success is a web page. A host's own body is looked at only if it is called so.
fn is_web_page(head: &Head, body: &Body) -> bool {
    let media = error::media_type(&head.headers);
    match body {
        Body::Bytes(bytes) => error::is_web_page(media, bytes),
        Body::Host(host) => error::is_html(media) && error::is_web_page(media, &host.to_vec()),
    }
}

/// No complete answer arrived, or one that is too large.
fn failed_on_the_way(operation: &'static Operation, error: TransportError) -> Failure {
    let outcome = match (error.before_send, error.source.is::<BodyTooLarge>()) {
        (_, true) => Outcome::Unusable,
        (true, false) => Outcome::NotSent,
        (false, false) => Outcome::Lost,
    };
    Failure::new(outcome, Error::transport(operation, error))
}

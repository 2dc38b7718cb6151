//! The one request pipeline.
//!
//! Rate gate → attempt (key → time-out → backend) → learn → retry decision → error. Every call of every operation on every host
//! goes through [`Inner::exchange`], and it is compiled once.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::{Either, select};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use http::response::Parts as Head;
use http::{Method, Request, StatusCode};

use super::base_url::BaseUrl;
use crate::auth::Secret;
use crate::backend::{Body, BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError};
use crate::endpoint::{ListStyle, Operation, Parts};
use crate::error::{DecodeError, Error};
use crate::path;
use crate::policy::{
    Attempt, CredentialId, Decision, LimitKey, LimitNews, Outcome, RateGate, RetryPolicy, Timeouts,
    server_date, server_wait,
};
use crate::runtime::Runtime;

#[derive(Debug)]
pub(super) struct Inner {
    pub(super) backend: Arc<dyn HttpBackend>,
    pub(super) runtime: Arc<dyn Runtime>,
    pub(super) key: Option<Secret>,
    pub(super) credential: CredentialId,
    pub(super) base_url: BaseUrl,
    pub(super) retry: Arc<dyn RetryPolicy>,
    pub(super) gate: Arc<dyn RateGate>,
    pub(super) timeouts: Timeouts,
    pub(super) body_limit: usize,
    pub(super) lists: ListStyle,
    pub(super) user_agent: HeaderValue,
}

/// Reads a successful answer.
type Read<'a> = &'a mut (dyn FnMut(&Head, Body) -> Result<(), DecodeError> + Send);

/// An attempt that failed.
struct Failure {
    error: Error,
    outcome: Outcome,
    server_wait: Option<Duration>,
}

impl Inner {
    pub(super) fn runtime(&self) -> &dyn Runtime {
        self.runtime.as_ref()
    }

    pub(super) async fn exchange(
        &self,
        operation: &'static Operation,
        parts: &Parts,
        read: Read<'_>,
    ) -> Result<(), Error> {
        let url = self.base_url.join(&parts.path_and_query(self.lists));
        let body = parts.body.as_ref().map(|body| Bytes::from(body.to_string()));
        let key = self.limit_key(operation, &parts.path);
        let start = self.runtime.monotonic();
        let mut number = 0;
        loop {
            self.pass_gate(operation, &key, start).await.map_err(|error| error.with_attempts(number))?;
            number += 1;
            let Failure { error, outcome, server_wait } =
                match self.attempt(operation, &url, &body, &key, start, &mut *read).await {
                    Ok(()) => return Ok(()),
                    Err(failure) => failure,
                };
            let error = error.with_attempts(number).with_retry_after(server_wait);
            let attempt =
                Attempt { operation, number, outcome, server_wait, random: self.runtime.unit_random() };
            match self.retry.decide(&attempt) {
                Decision::Retry(wait) if self.in_time(start, wait) => self.runtime.sleep(wait).await,
                Decision::Retry(_) | Decision::Stop => return Err(error),
            }
        }
    }

    /// Waits for a place under the rate limit.
    async fn pass_gate(
        &self,
        operation: &'static Operation,
        key: &LimitKey,
        start: Duration,
    ) -> Result<(), Error> {
        let ticket = self.gate.acquire(key, operation.limit, self.runtime.monotonic());
        loop {
            let wait = ticket.wait(self.runtime.monotonic());
            if wait == Duration::ZERO {
                break;
            }
            if !self.in_time(start, wait) {
                return Err(Error::limited(operation, wait));
            }
            // A caller who gives up here drops the ticket, and with it the place. Meanwhile the server may close the gate.
            self.runtime.sleep(wait).await;
        }
        ticket.spend();
        Ok(())
    }

    /// Sends the request once.
    async fn attempt(
        &self,
        operation: &'static Operation,
        url: &str,
        body: &Option<Bytes>,
        key: &LimitKey,
        start: Duration,
        read: Read<'_>,
    ) -> Result<(), Failure> {
        let request = self.request(operation, url, body.clone()).map_err(|error| Failure {
            error: Error::transport(operation, TransportError::before_send(error)),
            outcome: Outcome::Unusable,
            server_wait: None,
        })?;
        let response = match self.in_timeout(start, self.backend.execute(request)).await {
            None => {
                return Err(Failure {
                    error: Error::timeout(operation),
                    outcome: Outcome::Lost,
                    server_wait: None,
                });
            }
            Some(Err(error)) => {
                let outcome = match (error.before_send, error.source.is::<BodyTooLarge>()) {
                    (_, true) => Outcome::Unusable,
                    (true, false) => Outcome::NotSent,
                    (false, false) => Outcome::Lost,
                };
                return Err(Failure {
                    error: Error::transport(operation, error),
                    outcome,
                    server_wait: None,
                });
            }
            Some(Ok(response)) => response,
        };
        let (head, body) = response.into_parts();
        let server_wait = self.learn(key, head.status, &head.headers);
        if !head.status.is_success() {
            let error = Error::status(operation, head.status, head.headers, &self.without_key(body.bytes()));
            return Err(Failure { error, outcome: Outcome::Status(head.status), server_wait });
        }
        let too_large = matches!(&body, Body::Bytes(bytes) if bytes.len() > self.body_limit);
        if too_large {
            let error = TransportError::after_send(BodyTooLarge { limit: self.body_limit });
            return Err(Failure {
                error: Error::transport(operation, error),
                outcome: Outcome::Unusable,
                server_wait: None,
            });
        }
        read(&head, body).map_err(|error| Failure {
            // What is no JSON at all was cut off or replaced on its way, and may arrive whole the next time.
            outcome: if error.is_garbled() { Outcome::Lost } else { Outcome::Unusable },
            error: Error::decode(operation, head.status, head.headers, error),
            server_wait: None,
        })
    }

    fn request(
        &self,
        operation: &Operation,
        url: &str,
        body: Option<Bytes>,
    ) -> Result<HttpRequest, http::Error> {
        let mut request = Request::builder()
            .method(Method::from(operation.method))
            .uri(url)
            .header(ACCEPT, "application/json")
            .header(USER_AGENT, &self.user_agent)
            .extension(BodyLimit(self.body_limit));
        // Made anew for each request, so that only the secret outlives it.
        if let Some(authorization) = self.key.as_ref().and_then(Secret::bearer) {
            request = request.header(AUTHORIZATION, authorization);
        }
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        request.body(body.unwrap_or_default())
    }

    /// The answer, or `None` where it does not come in time. What is left of the attempt is dropped, which stops it.
    async fn in_timeout(
        &self,
        start: Duration,
        answer: impl Future<Output = Result<HttpResponse, TransportError>> + Send + Unpin,
    ) -> Option<Result<HttpResponse, TransportError>> {
        let left = self.timeouts.call.map(|limit| limit.saturating_sub(self.spent(start)));
        let Some(timeout) = [self.timeouts.attempt, left].into_iter().flatten().min() else {
            return Some(answer.await);
        };
        match select(answer, self.runtime.sleep(timeout)).await {
            Either::Left((answer, _)) => Some(answer),
            Either::Right(_) => None,
        }
    }

    /// Tells the gate what the answer says of its limit, and returns how long the server asks to wait.
    fn learn(&self, key: &LimitKey, status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
        let now = server_date(headers).unwrap_or_else(|| self.runtime.now());
        let wait = server_wait(headers, now);
        let remaining =
            headers.get("x-ratelimit-remaining").and_then(|value| value.to_str().ok()?.trim().parse().ok());
        self.gate.learn(key, &LimitNews { status, remaining, wait }, self.runtime.monotonic());
        wait.filter(|_| !status.is_success())
    }

    /// Whether the call may wait this long.
    fn in_time(&self, start: Duration, wait: Duration) -> bool {
        self.timeouts.call.is_none_or(|limit| self.spent(start).saturating_add(wait) <= limit)
    }

    fn spent(&self, start: Duration) -> Duration {
        self.runtime.monotonic().saturating_sub(start)
    }

    /// What an error keeps of a body: should the server repeat the key, not that.
    fn without_key<'a>(&self, body: Cow<'a, [u8]>) -> Cow<'a, [u8]> {
        let Some(key) = self.key.as_ref().map(|key| key.expose().as_bytes()) else { return body };
        match body.windows(key.len()).any(|part| part == key) {
            false => body,
            true => Cow::Owned(
                String::from_utf8_lossy(&body)
                    .replace(&*String::from_utf8_lossy(key), "(the key)")
                    .into_bytes(),
            ),
        }
    }

    fn limit_key(&self, operation: &'static Operation, path: &str) -> LimitKey {
        let organization = path::match_path(operation.path, path)
            .and_then(|values| values.into_iter().find(|(name, _)| *name == "orgId"))
            .map(|(_, organization)| organization);
        LimitKey {
            credential: self.credential.clone(),
            organization,
            family: operation.limit.map_or(operation.id, |limit| limit.family),
        }
    }
}

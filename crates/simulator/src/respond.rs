//! From a request to a reply: the one pipeline, in process and on loopback.
//!
//! A scripted response is returned as it is. Any other request goes through these steps:
//! route → key → rate limit → faults → organization or directory → handler → faults of the
//! response.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::backend::HttpRequest;
use atlassian_admin_core::operation::RequestParts;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, DATE, HOST, HeaderName, HeaderValue, RETRY_AFTER};
use http::{Method, StatusCode};

use crate::fault::{Fault, Instead, Kind, RetryAfter};
use crate::organization::call::Call;
use crate::organization::{By, Transaction, scim};
use crate::problem::{Family, Problem, html};
use crate::quirk::Quirk;
use crate::rate_limits::{Usage, next_minute, reset_text};
use crate::reply::{BodyNotKept, Reply, Respond, SeenRequest};
use crate::rng::{Rng, Subject};
use crate::routes::{self, Found, Route};
use crate::simulator::Simulator;
use crate::{control, cors, guards, media_type};

pub(crate) const TRACE: HeaderName = HeaderName::from_static("atl-traceid");
pub(crate) const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
pub(crate) const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
pub(crate) const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// A request on its way through the pipeline.
struct Exchange<'a> {
    simulator: &'a Simulator,
    request: &'a HttpRequest,
    family: Family,
    now: i64,
    trace: String,
    /// The response, as far as it is known.
    draft: Respond,
}

impl Simulator {
    /// Decides about a request and remembers it. The caller carries out what the reply says,
    /// delays included.
    #[must_use]
    pub fn respond(&self, request: &HttpRequest) -> Reply {
        let mut reply = self.decide(request);
        if let (Reply::Respond(respond), true) = (&mut reply, self.shared().cors) {
            cors::allow(&mut respond.headers);
        }
        reply
    }

    fn decide(&self, request: &HttpRequest) -> Reply {
        let path = request.uri().path();
        if let Some(respond) = control::respond(self, request) {
            return Reply::Respond(respond);
        }
        if self.shared().cors && request.method() == Method::OPTIONS {
            return Reply::Respond(cors::preflight());
        }
        if let Some(other) = self.other(path) {
            return other.respond(request);
        }
        let number = {
            let mut state = self.state();
            state.answered += 1;
            state.answered
        };
        if let Some(hook) = &self.shared().on_request {
            // The state is not locked, since the hook may change the simulator.
            hook(self, number);
        }
        let mut exchange = Exchange {
            simulator: self,
            request,
            family: Family::of(path),
            now: self.now_millis(),
            trace: Rng::new(self.shared().world.seed, Subject::Trace, number).hex(32),
            draft: Respond::empty(StatusCode::OK),
        };
        let scripted = self.state().script.pop_front();
        let reply = match scripted {
            Some(respond) => Reply::Respond(respond),
            None => exchange.run().unwrap_or_else(|problem| exchange.refuse(&problem)),
        };
        let status = match &reply {
            Reply::Respond(respond) => Some(respond.status.as_u16()),
            Reply::Reset(_) | Reply::Hang => None,
        };
        let target = request.uri().path_and_query().map_or(path, |target| target.as_str()).to_owned();
        self.state().remember(SeenRequest { method: request.method().to_string(), target, status });
        reply
    }
}

impl Exchange<'_> {
    fn run(&mut self) -> Result<Reply, Problem> {
        if self.request.extensions().get::<BodyNotKept>().is_some() {
            return Err(self.refusal(StatusCode::PAYLOAD_TOO_LARGE.as_u16(), None));
        }
        let shared = self.simulator.shared();
        let path = scim::routes::without_appended(self.request.uri().path());
        let found = match routes::find(self.request.method(), &path) {
            Err(problem) if problem == Problem::NO_ROUTE && self.has(Quirk::HtmlNotFound) => {
                return Err(Problem::NO_ROUTE_HTML);
            }
            found => found?,
        };
        let (route, organization) = (found.route, found.variable("orgId"));
        guards::by_key(shared, &route.operation, self.request.headers().get(AUTHORIZATION))?;
        guards::by_date(shared, &route.operation, self.now)?;
        if let Some(limit) = route.operation.limit.filter(|_| shared.rate_limits) {
            let usage =
                self.simulator.state().limits.count(organization.unwrap_or_default(), limit, self.now);
            self.limit_headers(usage);
            if usage.refused {
                return Err(self.refusal_for_rate());
            }
        }
        let parts = self.parts(route, &path)?;
        let in_body = parts.body.as_ref().is_some_and(|body| body.get("cursor").is_some());
        let has_cursor = in_body || parts.query.iter().any(|pair| pair.name == "cursor");
        let effect = self.simulator.state().faults.apply(route.operation.id, has_cursor);
        (self.draft.delay, self.draft.drip) = (effect.delay, effect.drip);
        match effect.fault.map(|fault| (fault.kind, fault.arguments)) {
            Some((Kind::Reset, _)) => return Ok(Reply::Reset(self.draft.delay)),
            Some((Kind::Hang, _)) => return Ok(Reply::Hang),
            Some((Kind::Status(status), arguments)) => {
                return Err(self.refusal(status, arguments.retry_after));
            }
            Some((Kind::ExpiredCursor, _)) => return Err(Problem::BAD_CURSOR),
            _ => {}
        }
        guards::by_place(shared, &found)?;
        let (status, body) = self.handle(&found, parts, effect.fault)?;
        self.spoil(status, body, effect.fault)
    }

    /// A refusal that a fault injects: its headers are set.
    fn refusal(&mut self, status: u16, wait: Option<RetryAfter>) -> Problem {
        let limited = status == StatusCode::TOO_MANY_REQUESTS.as_u16();
        if limited || wait.is_some() {
            self.wait_headers(wait);
        }
        if limited { self.refusal_for_rate() } else { Problem::of_status(status, self.family) }
    }

    fn refusal_for_rate(&self) -> Problem {
        if self.has(Quirk::LimitEnvelope) { Problem::LIMITED_ENVELOPE } else { Problem::LIMITED }
    }

    fn has(&self, quirk: Quirk) -> bool {
        self.simulator.shared().world.quirks.has(quirk)
    }

    fn parts(&self, route: &Route, path: &str) -> Result<RequestParts, Problem> {
        let uri = self.request.uri();
        // An escaped comma is part of its value.
        let commas_are_text = self.has(Quirk::RepeatedListKeysOnly);
        let query = uri
            .query()
            .map(|query| if commas_are_text { query.replace(',', "%2C") } else { query.to_owned() });
        RequestParts::parse(&route.operation, path, query.as_deref(), self.request.body())
            .map_err(|error| Problem::malformed(&route.operation, &error))
    }

    fn handle(
        &self,
        found: &Found,
        mut parts: RequestParts,
        fault: Option<Fault>,
    ) -> Result<(StatusCode, Bytes), Problem> {
        let (route, account) = (found.route, found.variable("account_id").unwrap_or_default());
        let mut state = self.simulator.state();
        let late = state.faults.lateness();
        // Read while the state is held, so that no change is made at a time that another request
        // has read the log at already.
        let now = self.simulator.now_millis();
        let mut call = Call {
            tx: Transaction {
                world: &self.simulator.shared().world,
                store: &mut state.store,
                now,
                by: if route.operation.auth == KeyKind::Directory { By::Provider } else { By::Admin },
            },
            late: &late,
            origin: &self.origin(),
            path: self.request.uri().path(),
            document: scim::routes::set_document_aside(&route.operation, &mut parts),
            repeat_cursor: fault.is_some_and(|fault| fault.kind == Kind::RepeatedCursor),
            duplicate: fault.is_some_and(|fault| fault.kind == Kind::Duplicate),
        };
        (route.handle)(&mut call, &parts).map_err(|failure| failure.problem(self.family, account))
    }

    /// Scheme and host as the client knows them, for links.
    fn origin(&self) -> String {
        let uri = self.request.uri();
        let host = self.request.headers().get(HOST).and_then(|host| host.to_str().ok());
        match (uri.scheme_str(), uri.authority(), host) {
            (Some(scheme), Some(authority), _) => format!("{scheme}://{authority}"),
            (_, _, Some(host)) => format!("http://{host}"),
            _ => "https://api.atlassian.com".to_owned(),
        }
    }

    fn limit_headers(&mut self, usage: Usage) {
        self.header(LIMIT, &usage.limit.to_string());
        self.header(REMAINING, &usage.remaining.to_string());
        self.header(RESET, &reset_text(usage.reset, &self.simulator.shared().world.quirks));
    }

    fn wait_headers(&mut self, wait: Option<RetryAfter>) {
        // What the limit itself would say is not what this refusal is about.
        for name in [LIMIT, REMAINING, RESET] {
            self.draft.headers.remove(name);
        }
        match wait {
            None => {}
            Some(RetryAfter::Seconds(seconds)) => self.header(RETRY_AFTER, &seconds.to_string()),
            Some(RetryAfter::HttpDate) => {
                let soon = self.simulator.now().checked_add(Duration::from_secs(5));
                self.date_header(RETRY_AFTER, soon);
            }
            Some(RetryAfter::Iso) => {
                self.header(RESET, &reset_text(next_minute(self.now), &self.simulator.shared().world.quirks))
            }
        }
    }

    fn header(&mut self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.draft.headers.insert(name, value);
        }
    }

    /// Leaves the header out where the time cannot be written in it.
    fn date_header(&mut self, name: HeaderName, time: Option<SystemTime>) {
        /// 10000-01-01T00:00Z: headers have only the years 1970 to 9999.
        const END: Duration = Duration::from_secs(253_402_300_800);
        let since = |time: &SystemTime| time.duration_since(UNIX_EPOCH).ok();
        if let Some(time) = time.filter(|time| since(time).is_some_and(|since| since < END)) {
            self.header(name, &httpdate::fmt_http_date(time));
        }
    }

    fn refuse(&mut self, problem: &Problem) -> Reply {
        let path = self.request.uri().path();
        let (content_type, body) = problem.body(self.family, &self.trace, path, self.now);
        let content_type = content_type.unwrap_or_else(|| self.json());
        self.finish(problem.status, content_type, body.into())
    }

    /// The media type of JSON here.
    fn json(&self) -> HeaderValue {
        match self.family {
            Family::Scim => media_type::of_provisioning(self.request.headers()),
            _ => media_type::JSON,
        }
    }

    /// Applies a fault to a successful response.
    fn spoil(&mut self, status: StatusCode, mut body: Bytes, fault: Option<Fault>) -> Result<Reply, Problem> {
        let (mut content_type, half) = (self.json(), body.len() / 2);
        match fault.map(|fault| fault.kind) {
            Some(Kind::ResetBody) => self.draft.cut_after = Some(half),
            Some(Kind::Lost) => {
                return match fault.and_then(|fault| fault.arguments.instead) {
                    None => Ok(Reply::Reset(self.draft.delay)),
                    Some(Instead::Hang) => Ok(Reply::Hang),
                    Some(Instead::Status(status)) => Err(self.refusal(status, None)),
                };
            }
            Some(Kind::TruncatedJson) => body.truncate(half),
            Some(Kind::WrongType) => body = Bytes::from_static(br#"{"message":"ok"}"#),
            Some(Kind::Html) => {
                (content_type, body) = (media_type::HTML, html("Scheduled maintenance").into())
            }
            _ => {}
        }
        Ok(self.finish(status, content_type, body))
    }

    fn finish(&mut self, status: StatusCode, content_type: HeaderValue, body: Bytes) -> Reply {
        self.draft.headers.insert(CONTENT_TYPE, content_type);
        let trace = std::mem::take(&mut self.trace);
        self.header(TRACE, &trace);
        // Simulated time: clients that compare the reset with their own clock can see how far the
        // clocks are apart.
        self.date_header(DATE, Some(self.simulator.now()));
        let draft = std::mem::replace(&mut self.draft, Respond::empty(status));
        Reply::Respond(Respond { status, body, ..draft })
    }
}

//! The request pipeline: requests, retries and delays, and the errors.
#![allow(deprecated, reason = "`api::events::Get` is tested until it stops")]

use atlassian_admin_core::api;
use std::any::Any;
use std::error::Error as _;
use std::time::Duration;

use crate::support::{ImmediateTime, Reply, Script, answer, answer_with, builder, client, ok};
use async_trait::async_trait;
use atlassian_admin_core::auth::OrganizationKey;
use atlassian_admin_core::backend::{Body, HostBody, HttpBackend, HttpRequest, HttpResponse, TransportError};
use atlassian_admin_core::operation::{Endpoint, ListStyle, Method, Operation};
use atlassian_admin_core::policy::{
    Attempt, BackoffPolicy, NeverRetry, RetryPolicy, SafeRetry, Timeouts, Unlimited,
};
use atlassian_admin_core::{Client, ClientBuilder, ErrorKind};

const ORG: &str = r#"{"data":{"id":"o-1"}}"#;

async fn kind_after(reply: Reply) -> (ErrorKind, u32) {
    let script = Script::new([reply]);
    let client = builder(&script, &ImmediateTime::default()).retry(NeverRetry).build().unwrap();
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    (error.kind(), error.attempts())
}

#[tokio::test]
async fn request_goes_to_configured_base_url_with_the_key() {
    let (script, time) = (Script::new([ok(ORG)]), ImmediateTime::default());
    let client =
        builder(&script, &time).base_url("https://admin.atlassian.com/gateway/api/").build().unwrap();
    assert_eq!(client.send(&api::orgs::Get::new("o-1")).await.unwrap().id.as_str(), "o-1");
    let seen = script.seen();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].line, "GET https://admin.atlassian.com/gateway/api/admin/v1/orgs/o-1");
    assert_eq!(
        seen[0].headers,
        [
            ("accept", "application/json"),
            ("authorization", "Bearer canary-key"),
            ("user-agent", concat!("atlassian-admin-rs/", env!("CARGO_PKG_VERSION"))),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    assert_eq!(seen[0].body, b"");
    assert_eq!(time.sleeps(), [0_u128; 0]);
}

#[tokio::test]
async fn request_has_no_authorization_when_gateway_adds_the_key() {
    let script = Script::new([ok(ORG)]);
    let client: Client =
        ClientBuilder::new(script.clone(), ImmediateTime::default(), OrganizationKey::from_gateway())
            .build()
            .unwrap();
    client.send(&api::orgs::Get::new("o-1")).await.unwrap();
    assert!(script.seen()[0].headers.iter().all(|(name, _)| name != "authorization"));
}

#[tokio::test]
async fn lists_are_sent_with_repeated_keys_when_configured() {
    let script = Script::new([ok(r#"{"data":[]}"#)]);
    let client =
        builder(&script, &ImmediateTime::default()).list_style(ListStyle::RepeatedKeys).build().unwrap();
    client.send(&api::events::Query::new("o-1").actor(["a", "b"])).await.unwrap();
    assert_eq!(script.lines(), ["GET https://api.atlassian.com/admin/v1/orgs/o-1/events?actor=a&actor=b"]);
}

#[tokio::test]
async fn unsendable_argument_is_an_error_before_sending() {
    let (client, script, _) = client([]);
    let error = client.send(&api::orgs::Get::new("..")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert_eq!(
        error.to_string(),
        r#"orgs.get: an argument cannot be sent: orgId: must not be empty, "." or "..""#
    );
    assert_eq!(script.lines().len(), 0);
}

#[tokio::test]
async fn transient_failures_are_retried_with_growing_delays() {
    let (client, script, time) =
        client([answer(503, ""), Reply::Lost, Reply::Refused, ok(r#"{"data":{"id":"#), ok(ORG)]);
    client.send(&api::orgs::Get::new("o-1")).await.unwrap();
    assert_eq!(script.left(), 0);
    // The time-out of each attempt is not slept, since the answer is there first.
    assert_eq!(time.sleeps(), [250, 500, 1000, 2000]);
}

#[tokio::test]
async fn retries_end_before_a_delay_that_exceeds_the_time_limit() {
    let (script, time) =
        (Script::new([Reply::Lost, answer(503, ""), Reply::Refused]), ImmediateTime::default());
    let policy = SafeRetry.with_time_limit(Duration::from_secs(1));
    let client = builder(&script, &time).retry(policy).build().unwrap();
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 3));
    assert_eq!(time.sleeps(), [250, 500], "the next delay is a second");
}

/// Waits for as many seconds as there were attempts.
#[derive(Debug)]
struct Linear;

impl BackoffPolicy for Linear {
    fn delay(&self, attempt: &Attempt<'_>) -> Duration {
        Duration::from_secs(attempt.number.into())
    }
}

#[tokio::test]
async fn client_waits_for_the_delays_of_its_backoff_policy() {
    let (script, time) = (Script::new([Reply::Lost, Reply::Lost, ok(ORG)]), ImmediateTime::default());
    let client = builder(&script, &time).backoff(Linear).build().unwrap();
    client.send(&api::orgs::Get::new("o-1")).await.unwrap();
    assert_eq!(time.sleeps(), [1_000, 2_000]);
}

#[tokio::test]
async fn retry_waits_as_long_as_the_server_asks() {
    for (headers, wait) in [
        (vec![("retry-after", "17")], 17_000),
        (vec![("retry-after", "Fri, 05 Jun 2026 06:00:00 GMT")], 30_000),
        (
            vec![("retry-after", "Fri, 05 Jun 2026 06:00:00 GMT"), ("date", "Fri, 05 Jun 2026 05:59:58 GMT")],
            2_000,
        ),
        (vec![("x-retry-after", "50")], 50_000),
        (vec![("x-ratelimit-reset", "2026-06-05T06:00Z"), ("x-ratelimit-remaining", "0")], 89_000),
        // A wait of our own, and then the gate, which a refusal closes for everybody.
        (vec![], 5_000),
    ] {
        let (client, _, time) = client([answer_with(429, &headers, ""), ok(ORG)]);
        client.send(&api::orgs::Get::new("o-1")).await.unwrap();
        assert_eq!(time.sleeps().iter().sum::<u128>(), wait, "{headers:?}");
    }
}

#[tokio::test]
async fn call_fails_at_once_when_wait_exceeds_its_timeout() {
    let (client, _, time) = client([answer_with(429, &[("retry-after", "3600")], "")]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::RateLimited, Some(Duration::from_secs(3600)))
    );
    assert_eq!(time.sleeps(), [0_u128; 0]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::RateLimited, 0),
        "a refusal holds for the calls after it"
    );
}

#[tokio::test]
async fn client_keeps_documented_limit_without_a_refusal() {
    let (client, script, time) = client((0..11).map(|_| ok(r#"{"data":{"id":"e"}}"#)));
    for _ in 0..11 {
        client.send(&api::events::Get::new("o-1", "e")).await.unwrap();
    }
    assert_eq!(script.left(), 0);
    assert_eq!(time.sleeps().iter().sum::<u128>(), 60_500);
}

#[tokio::test]
async fn call_times_out_when_server_is_silent() {
    let (script, time) = (Script::new([Reply::Hang, Reply::Hang]), ImmediateTime::default());
    let timeouts = Timeouts { attempt: Some(Duration::from_secs(7)), total: Some(Duration::from_secs(10)) };
    let client = builder(&script, &time).timeouts(timeouts).rate_limiter(Unlimited).build().unwrap();
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    assert_eq!(time.sleeps(), [7_000, 250, 2_750], "the last attempt has what is left of the call");
}

#[tokio::test]
async fn with_timeouts_affects_one_client_alone() {
    let (script, time) = (Script::new([Reply::Hang, Reply::Hang]), ImmediateTime::default());
    let client = builder(&script, &time).retry(NeverRetry).build().unwrap();
    let hasty = client.with_timeouts(Timeouts { attempt: Some(Duration::from_secs(7)), total: None });
    for client in [hasty, client] {
        assert_eq!(client.send(&api::orgs::Get::new("o-1")).await.unwrap_err().kind(), ErrorKind::Timeout);
    }
    assert_eq!(time.sleeps(), [7_000, 60_000]);
}

#[tokio::test]
async fn error_kind_follows_from_the_failure() {
    for (reply, kind) in [
        (answer(302, ""), ErrorKind::Redirect),
        (answer(400, ""), ErrorKind::BadRequest),
        (answer(401, ""), ErrorKind::Unauthorized),
        (answer(402, ""), ErrorKind::PaymentRequired),
        (answer(403, ""), ErrorKind::Forbidden),
        (answer(404, "<html>"), ErrorKind::NotFound),
        (answer(409, ""), ErrorKind::Conflict),
        (answer(408, ""), ErrorKind::Timeout),
        (answer(418, ""), ErrorKind::BadRequest),
        (answer(429, ""), ErrorKind::RateLimited),
        (answer(500, ""), ErrorKind::Server),
        (Reply::Refused, ErrorKind::Connection),
        (Reply::Lost, ErrorKind::Connection),
        (Reply::Hang, ErrorKind::Timeout),
        (ok("{}"), ErrorKind::Decode),
        (ok("<html>hello</html>"), ErrorKind::Decode),
        (ok(""), ErrorKind::Decode),
    ] {
        assert_eq!(kind_after(reply).await, (kind, 1));
    }
}

#[tokio::test]
async fn redirect_is_not_followed() {
    let (client, script, _) = client([answer_with(307, &[("location", "https://attacker.example/")], "")]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(script.lines(), ["GET https://api.atlassian.com/admin/v1/orgs/o-1"]);
}

#[tokio::test]
async fn response_is_refused_when_its_body_exceeds_the_limit() {
    let script = Script::new([ok(ORG), ok(ORG)]);
    let client = |limit| builder(&script, &ImmediateTime::default()).body_limit(limit).build().unwrap();
    assert!(client(ORG.len()).send(&api::orgs::Get::new("o-1")).await.is_ok());
    let error = client(ORG.len() - 1).send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
}

#[tokio::test]
async fn error_has_code_detail_and_trace_of_the_response() {
    let body = r#"{"errors":[{"id":"65e9","code":"ADMIN-404-2","status":"404","title":"Unknown","detail":"No such organization"}]}"#;
    let (client, ..) = client([answer_with(404, &[("atl-traceid", "abc123")], body)]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.code(), Some("ADMIN-404-2"));
    assert_eq!(error.trace_id(), Some("abc123"));
    assert_eq!(error.api().detail.as_deref(), Some("No such organization"));
    assert_eq!(error.body(), body.as_bytes());
    assert_eq!(error.to_string(), "orgs.get: not found (HTTP 404, ADMIN-404-2); trace abc123");
}

#[tokio::test]
async fn error_keeps_16_kib_of_the_body() {
    let (client, ..) = client([answer(400, "x".repeat(1 << 20))]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.body().len(), 16 * 1024);
}

#[tokio::test]
async fn hint_names_the_remedy_of_a_refusal() {
    for (status, body, hint) in [
        (401, r#"{"code":401,"message":"Unauthorized"}"#, "use an organization API key"),
        (
            403,
            r#"{"key":"forbidden.insufficientScope","context":{}}"#,
            "the key lacks a scope; scopes cannot be added",
        ),
        (400, r#"{"errors":[{"code":"ADMIN-400-1"}]}"#, "the cursor is unknown or has expired"),
        (404, "<html>", "check the base URL, and whether a proxy"),
    ] {
        let (client, ..) = client([answer(status, body)]);
        let hint_given = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err().hint();
        assert!(hint_given.is_some_and(|given| given.starts_with(hint)), "{status}: {hint_given:?}");
    }
}

/// The key, and e-mail addresses in arguments, bodies, headers and the backend's own errors, stay
/// out of every text.
#[tokio::test]
async fn texts_of_the_client_hold_neither_key_nor_personal_data() {
    let email = r#"{"errors":[{"code":"canary@example.com","title":"canary@example.com","detail":"canary@example.com"}]}"#;
    let replies = [
        answer(400, email),
        answer_with(500, &[("atl-traceid", "canary@example.com")], email),
        answer(401, r#"{"code":401,"message":"canary@example.com"}"#),
        Reply::Lost,
        Reply::Refused,
        ok(r#"{"data":[{"email":"canary@example.com"}]}"#),
        ok(r#"{"data":"canary@example.com"}"#),
    ];
    let script = Script::new(replies);
    let client = builder(&script, &ImmediateTime::default()).retry(NeverRetry).build().unwrap();
    let mut texts = vec![format!("{client:?} {:?}", builder(&script, &ImmediateTime::default()))];
    while script.left() > 0 {
        let error = client.send(&api::events::Query::new("o-1").q("canary@example.com")).await.unwrap_err();
        texts.push(format!("{error} {error:?} {error:#?} {:?}", error.api()));
        let mut source = error.source();
        while let Some(error) = source {
            texts.push(format!("{error} {error:?}"));
            source = error.source();
        }
    }
    for text in texts {
        assert!(!text.contains("canary"), "{text}");
    }
}

/// A change that must not be made twice.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Change {}

impl Endpoint for Change {
    const OPERATION: Operation =
        Operation::new(Method::Post, "change", "tests", "change", "/change").success(&[204]);
    type Auth = OrganizationKey;
    type Response = ();
    type Output = ();

    fn output((): ()) {}
}

#[tokio::test]
async fn write_is_not_repeated_when_its_outcome_is_unknown() {
    for (reply, kind) in [
        (Reply::Lost, ErrorKind::OutcomeUnknown),
        (Reply::Hang, ErrorKind::OutcomeUnknown),
        (answer(408, ""), ErrorKind::OutcomeUnknown),
        (answer(500, ""), ErrorKind::OutcomeUnknown),
        (answer(504, ""), ErrorKind::OutcomeUnknown),
    ] {
        let (client, script, _) = client([reply]);
        let error = client.send(&Change {}).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (kind, 1));
        assert!(error.to_string().contains("look whether the change was made"), "{error}");
        assert_eq!(script.lines(), ["POST https://api.atlassian.com/change"]);
    }
}

#[tokio::test]
async fn outcome_is_unknown_when_response_of_write_is_unreadable() {
    for (body, problem) in [
        ("<html>canary</html>", "the server sent a web page (HTML) instead of JSON"),
        (r#"{"data":[{"userId":"#, "the JSON ends too early"),
        ("[]", "expected"),
        (&" ".repeat(1_001), "the body is larger than 1000 bytes"),
    ] {
        let script = Script::new([ok(body)]);
        let client = builder(&script, &ImmediateTime::default()).body_limit(1_000).build().unwrap();
        let error = client.send(&api::users::Invite::new("o-1", ["kim@example.com"])).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::OutcomeUnknown, 1), "{body}");
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[tokio::test]
async fn refusal_after_lost_attempt_is_unknown_unless_it_shows_wanted_state() {
    let delete = || api::groups::Delete::new("o-1", "d-1", "g-1");
    for (replies, kind, status) in [
        ([Reply::Lost, answer(404, "")], ErrorKind::NotFound, Some(404)),
        ([answer(503, ""), answer(410, "")], ErrorKind::NotFound, Some(410)),
        // A proxy's web page says nothing of the group.
        ([Reply::Lost, answer(404, "<html>")], ErrorKind::OutcomeUnknown, Some(404)),
        ([answer(503, ""), answer(409, "")], ErrorKind::OutcomeUnknown, Some(409)),
        ([Reply::Refused, answer(404, "")], ErrorKind::NotFound, Some(404)),
        ([answer(429, ""), answer(409, "")], ErrorKind::Conflict, Some(409)),
        // The key may have lost its rights in between.
        ([Reply::Lost, answer(401, "")], ErrorKind::OutcomeUnknown, Some(401)),
        ([Reply::Lost, answer(403, "")], ErrorKind::OutcomeUnknown, Some(403)),
        ([Reply::Lost, answer(400, "")], ErrorKind::OutcomeUnknown, Some(400)),
        ([Reply::Lost, answer(302, "")], ErrorKind::OutcomeUnknown, Some(302)),
        ([answer(429, ""), answer(403, "")], ErrorKind::Forbidden, Some(403)),
    ] {
        let (client, ..) = client(replies);
        let error = client.send(&delete()).await.unwrap_err();
        let found = error.http_status().map(|status| status.as_u16());
        assert_eq!((error.kind(), found, error.attempts()), (kind, status, 2));
    }
    // The operation has stopped: the group may still be there.
    #[cfg(feature = "legacy")]
    {
        let later = answer_with(404, &[("date", "Wed, 01 Jul 2026 00:00:00 GMT")], "");
        let (client, ..) = client([Reply::Lost, later]);
        let delete = atlassian_admin_core::api::legacy::DeleteGroup::new("o-1", "g-1");
        assert_eq!(client.send(&delete).await.unwrap_err().kind(), ErrorKind::OutcomeUnknown);
    }
    let already = r#"{"errors":[{"code":"ADMIN-UAM-409-2"}]}"#;
    for (refusal, kind) in [
        (answer(409, already), ErrorKind::Conflict),
        (answer(409, ""), ErrorKind::OutcomeUnknown),
        // The user or the group is not there; whether the user became a member is not known.
        (answer(404, ""), ErrorKind::OutcomeUnknown),
    ] {
        let (client, ..) = client([Reply::Lost, refusal]);
        let error = client.send(&api::groups::AddMember::new("o", "d", "g", "a")).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (kind, 2));
    }
    let (client, ..) = client([Reply::Lost, Reply::Lost, Reply::Lost, Reply::Lost, Reply::Lost]);
    assert_eq!(client.send(&delete()).await.unwrap_err().kind(), ErrorKind::OutcomeUnknown);
}

#[tokio::test]
async fn hint_depends_on_the_operation() {
    let taken = r#"{"errors":[{"code":"ADMIN-UAM-409-2"}]}"#;
    let (organization, ..) = client([
        answer(409, taken),
        answer(409, taken),
        answer(404, ""),
        answer(403, r#"{"key":"forbidden.insufficientScope"}"#),
    ]);
    let error = organization.send(&api::groups::Create::new("o", "d", "n")).await.unwrap_err();
    assert_eq!(error.hint(), None, "another group has the name");
    let error = organization.send(&api::groups::AddMember::new("o", "d", "g", "a")).await.unwrap_err();
    assert_eq!(error.hint(), Some("it is so already: nothing is left to do"));
    let error = organization.send(&api::groups::AddMember::new("o", "d", "g", "a")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.hint()),
        (ErrorKind::NotFound, None),
        "the group or the user, not the path"
    );
    let error = organization.send(&api::account::GetProfile::new("a")).await.unwrap_err();
    assert_eq!(error.hint(), Some("user management refuses keys with scopes: make a key without any"));
}

#[tokio::test]
async fn write_is_repeated_when_it_was_not_made() {
    let (client, script, _) = client([answer(429, ""), Reply::Refused, answer(204, "")]);
    client.send(&Change {}).await.unwrap();
    assert_eq!(script.lines().len(), 3);
}

#[tokio::test]
async fn call_times_out_when_attempts_have_no_timeout() {
    let (script, time) = (Script::new([Reply::Hang]), ImmediateTime::default());
    let timeouts = Timeouts { attempt: None, total: Some(Duration::from_secs(10)) };
    let client = builder(&script, &time).timeouts(timeouts).build().unwrap();
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!((error.kind(), time.sleeps()), (ErrorKind::Timeout, vec![10_000]));
}

#[tokio::test]
async fn requested_wait_is_capped_at_a_day() {
    for headers in [[("retry-after", "18446744073709549568")], [("x-ratelimit-reset", "9999-12-31T23:59Z")]] {
        let (client, ..) = client([answer_with(429, &headers, ""), answer_with(429, &headers, "")]);
        for _ in 0..2 {
            let error = client.send(&api::events::Get::new("o-1", "e")).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.retry_after()),
                (ErrorKind::RateLimited, Some(Duration::from_secs(86_400)))
            );
        }
    }
}

#[tokio::test]
async fn error_redacts_key_when_server_repeats_it() {
    let (client, ..) = client([answer(
        400,
        r#"{"errors":[{"code":"canary-key","title":"canary-key","detail":"canary-key"}]}"#,
    )]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    let body = String::from_utf8_lossy(error.body()).into_owned();
    assert!(body.contains("(the key)"), "{body}");
    for text in [body, error.to_string(), format!("{error:?}"), error.api().detail.clone().unwrap()] {
        assert!(!text.contains("canary-key"), "{text}");
    }
}

#[tokio::test]
async fn error_body_keeps_all_but_the_key() {
    let (client, ..) =
        client([answer(400, "a canary-key, b canary-keycanary-key c"), answer(400, "canary-ke")]);
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.body(), b"a (the key), b (the key)(the key) c");
    let error = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.body(), b"canary-ke");
}

#[tokio::test]
async fn error_names_the_wait_when_rate_limit_exceeds_the_timeout() {
    let replies = [answer_with(429, &[("retry-after", "40")], "")];
    let (script, time) = (Script::new(replies), ImmediateTime::default());
    let timeouts = Timeouts { attempt: None, total: Some(Duration::from_secs(5)) };
    let client = builder(&script, &time).timeouts(timeouts).build().unwrap();
    let refused = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "orgs.get: too many requests (HTTP 429); the next request is allowed in 40 s"
    );
    let kept = client.send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(
        kept.to_string(),
        "orgs.get: the rate limit allows no request within the time-out; the next request is allowed in 40 s"
    );
}

/// A body that the host keeps, such as JavaScript's.
#[derive(Debug)]
struct Kept(&'static str);

impl HostBody for Kept {
    fn to_vec(&self) -> Vec<u8> {
        self.0.as_bytes().to_vec()
    }

    fn share(&self) -> Box<dyn HostBody> {
        Box::new(Self(self.0))
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// A host that answers one organization's read and refuses every other.
#[derive(Debug)]
struct Host;

#[async_trait]
impl HttpBackend for Host {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let (status, body) = match request.uri().path() {
            "/admin/v1/orgs/o-1" => (200, ORG),
            _ => (404, r#"{"errors":[{"code":"ADMIN-404-2"}]}"#),
        };
        let body = Body::Host(Box::new(Kept(body)));
        Ok(http::Response::builder().status(status).body(body).unwrap())
    }
}

#[tokio::test]
async fn host_body_is_read_for_responses_and_errors() {
    let client: Client =
        ClientBuilder::new(Host, ImmediateTime::default(), OrganizationKey::from_gateway()).build().unwrap();
    assert_eq!(client.send(&api::orgs::Get::new("o-1")).await.unwrap().id.as_str(), "o-1");
    let error = client.send(&api::orgs::Get::new("o-2")).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::NotFound, Some("ADMIN-404-2")));
}

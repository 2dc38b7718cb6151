//! The key, and the personal data of requests and answers, stay out of every text: a canary goes
//! through every operation, and every end that a call can have.
//!
//! What may hold the e-mail address: the request that goes out, answers that are handed to the
//! caller, and what an error keeps for those who ask (`body`, `headers`, the members of `api`,
//! `transport_error`), and the debug print of a walk, which has arguments and a cursor. What may
//! hold the key: the request's `Authorization`.

use std::error::Error as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::addressed::arguments;
use crate::support::canary::{EMAIL, assert_clean};
use crate::support::{ImmediateTime, KEY, Reply, Script, answer_with};
use async_trait::async_trait;
use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin_core::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use atlassian_admin_core::observe::{Observer, RequestEvent};
use atlassian_admin_core::operation::{Operation, Paging};
use atlassian_admin_core::policy::{NeverRetry, Timeouts, Unlimited};
use atlassian_admin_core::{ClientBuilder, Error, ErrorKind, OPERATIONS};
use serde_json::{Map, json};

/// What the server says: the key and the address, plain and as JSON may write them.
const SAID: [&str; 3] = [KEY, EMAIL, r"\u0063\u0061\u006e\u0061\u0072\u0079\u002dkey"];

/// The most bytes that are read of a body.
const LIMIT: usize = 10_000;

/// Each way in which a call can end, with the canary wherever a server, or what lies between, can
/// put it.
fn ends() -> Vec<Reply> {
    let mut ends = vec![Reply::Refused, Reply::Lost, Reply::Hang];
    for said in SAID {
        for body in [
            format!(r#"{{"errors":[{{"id":"{said}","code":"{said}","title":"{said}","detail":"{said}"}}]}}"#),
            format!(
                r#"{{"key":"{said}","code":"{said}","message":"{said}","traceId":"{said}","scimType":"{said}","status":"{said}","context":{{"{said}":"{said}"}}}}"#
            ),
            format!("<html><title>{said}</title>{said}"),
            format!(
                r#"{{"errorMessages":["{said}"],"errors":{{"{said}":["{said}"]}},"error":{{"message":"{said}"}}}}"#
            ),
            format!(r#"["{said}",{{"detail":[{{"loc":["{said}"],"msg":"{said}"}}]}}]"#),
            format!(r#"{{"odd":"{said}"}}"#),
            said.to_owned(),
        ] {
            for status in [301, 400, 401, 402, 403, 404, 408, 409, 410, 413, 422, 429, 500, 503] {
                // JSON's escapes mean nothing in headers.
                let header = if said.contains('\\') { KEY } else { said };
                ends.push(answer_with(
                    status,
                    &[
                        ("atl-traceid", header),
                        ("x-request-id", header),
                        ("retry-after", header),
                        ("location", header),
                        ("content-type", header),
                        ("date", header),
                    ],
                    &body,
                ));
            }
        }
        for body in [
            format!(r#""{said}""#),
            format!(r#"{{"{said}":"{said}"}}"#),
            format!(r#"{{"data":"{said}","links":"{said}","meta":"{said}","Resources":"{said}"}}"#),
            format!(
                r#"{{"data":{{"{said}":1}},"links":{{"next":7}},"account":"{said}","Resources":[{{"id":"{said}","{said}":1}}]}}"#
            ),
            format!(r#"{{"data":[{{"{said}":"{said}"}}],"links":{{"next":"https://{said}/?page={said}"}}}}"#),
            format!(
                r#"{{"data":["{said}"],"links":{{"next":"?cursor={said}"}},"meta":{{"next":"{said}"}}}}"#
            ),
            format!(r#"{{"data":[{{"{said}"#),
            said.to_owned(),
        ] {
            ends.push(crate::support::ok(body));
        }
        // More than the limit.
        ends.push(crate::support::ok(said.repeat(LIMIT)));
    }
    ends
}

/// All events, as a log would print them. The operation is printed in full, so an event that was
/// printed before is not printed again.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<(Vec<String>, String)>>);

impl Observer for Log {
    fn on_event(&self, event: &RequestEvent<'_>) {
        let mut log = self.0.lock().unwrap();
        let short = format!("{} {} {:?}", event.operation.id, event.attempt, event.kind);
        if !log.0.contains(&short) {
            log.1 += &format!("{event:?}");
            log.0.push(short);
        }
    }
}

impl Log {
    fn text(&self) -> String {
        self.0.lock().unwrap().1.clone()
    }
}

/// All that an error shows without being asked for what the server said.
fn shown(error: &Error) -> String {
    let mut shown = format!(
        "{error} {error:?} {error:#?} {:?} {:?} {:?} {:?} {:?}",
        error.api(),
        error.hint(),
        error.kind(),
        error.decode_path(),
        error.page_error()
    );
    let mut source = error.source();
    while let Some(error) = source {
        shown += &format!(" {error} {error:?} {error:#?}");
        source = error.source();
    }
    shown
}

/// What an error keeps for those who ask; the key is not among it.
fn kept(error: &Error) -> String {
    let api = error.api();
    let mut texts: Vec<_> = std::iter::once(api)
        .chain(&api.others)
        .flat_map(|api| [&api.code, &api.title, &api.detail, &api.trace_id])
        .filter_map(Option::as_deref)
        .collect();
    texts.extend(error.detail());
    format!("{} {:?} {}", String::from_utf8_lossy(error.body()), error.headers(), texts.join(" "))
}

fn builder<K: CredentialKind>(backend: impl HttpBackend, observer: &Log) -> ClientBuilder<K> {
    ClientBuilder::new(backend, ImmediateTime::default(), K::new(KEY).unwrap())
        .retry(NeverRetry)
        .rate_limiter(Unlimited)
        .observer(observer.clone())
        .timeouts(Timeouts { attempt: Some(Duration::from_secs(1)), total: None })
        .body_limit(LIMIT)
}

/// Calls an operation to each end, and returns which errors there were.
async fn tour<K: CredentialKind>(operation: &'static Operation) -> Vec<ErrorKind> {
    let (script, log) = (Script::new(ends()), Log::default());
    let credentials = K::new(KEY).unwrap();
    let client = builder::<K>(script.clone(), &log).build().unwrap();
    let builder = builder::<K>(script.clone(), &log);
    assert_clean(&format!("{credentials:?} {builder:?} {builder:#?} {client:?} {client:#?}"), "a client");
    let mut kinds = Vec::new();
    let mut check = |error: Error| {
        assert_clean(&shown(&error), operation.id);
        let kept = kept(&error);
        assert!(![KEY, SAID[2]].iter().any(|key| kept.contains(key)), "{}: {kept}", operation.id);
        kinds.push(error.kind());
    };
    while script.left() > 0 {
        if let Err(error) = client.send_untyped(operation, arguments(operation)).await {
            check(error);
        }
    }
    if operation.paging != Paging::None {
        let script = Script::new(ends());
        let client = self::builder::<K>(script.clone(), &log).build().unwrap();
        while script.left() > 2 {
            let mut pages = client.pages_untyped(operation, arguments(operation));
            assert!(!format!("{pages:?}").contains(KEY), "{}", operation.id);
            for _ in 0..2 {
                if let Some(Err(error)) = pages.next().await {
                    check(error);
                    break;
                }
            }
        }
    }
    for name in operation.params.iter().map(|param| param.name) {
        for wrong in
            [json!({ EMAIL: [EMAIL] }), json!([[EMAIL]]), json!(EMAIL), json!(format!("{KEY}\u{0}/.."))]
        {
            let mut arguments = arguments(operation);
            arguments.insert(name.to_owned(), wrong);
            if let Err(error) = client.preview(operation, arguments) {
                check(error);
            }
        }
    }
    assert_clean(&log.text(), operation.id);
    kinds
}

#[tokio::test]
async fn operation_prints_neither_key_nor_address_whatever_its_outcome() {
    let mut kinds = Vec::new();
    for operation in OPERATIONS {
        kinds.extend(match operation.auth {
            KeyKind::Directory => tour::<DirectoryKey>(operation).await,
            _ => tour::<OrganizationKey>(operation).await,
        });
    }
    // Each kind of error was among them.
    for kind in [
        ErrorKind::InvalidArgument,
        ErrorKind::BadRequest,
        ErrorKind::Unauthorized,
        ErrorKind::PaymentRequired,
        ErrorKind::Forbidden,
        ErrorKind::NotFound,
        ErrorKind::Conflict,
        ErrorKind::RateLimited,
        ErrorKind::Server,
        ErrorKind::Redirect,
        ErrorKind::Connection,
        ErrorKind::Timeout,
        ErrorKind::OutcomeUnknown,
        ErrorKind::TooLarge,
        ErrorKind::Decode,
        ErrorKind::Paging,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

/// A backend that dies, and says in its last words what it was given.
#[derive(Debug)]
struct Dying;

#[async_trait]
impl HttpBackend for Dying {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        panic!("{request:?} {:#?}", request.headers());
    }
}

#[tokio::test]
async fn key_is_not_printed_when_backend_panics_with_the_request() {
    let log = Log::default();
    let client = builder::<OrganizationKey>(Dying, &log).build().unwrap();
    let operation = atlassian_admin_core::operation("orgs.list").unwrap();
    for _ in 0..2 {
        let call = client.clone();
        let call = tokio::spawn(async move { call.send_untyped(operation, Map::new()).await.map(|_| ()) });
        let ended = call.await.unwrap_err();
        let shown = format!("{ended} {ended:?}");
        let words = *ended.into_panic().downcast::<String>().unwrap();
        assert!(words.contains("authorization"), "the key was sent: {words}");
        assert_clean(&format!("{shown} {words} {client:?} {}", log.text()), "a panic");
    }
}

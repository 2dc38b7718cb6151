//! The trace logs of the libraries contain neither the key nor the arguments.
//!
//! In a file of its own, and so in a process of its own, since a process has one log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

#[path = "../../core/tests/support/addressed.rs"]
mod addressed;
#[path = "../../core/tests/support/canary.rs"]
mod canary;

use std::fmt::Debug;
use std::sync::Mutex;

use atlassian_admin::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin::operation::Operation;
use atlassian_admin::policy::NeverRetry;
use atlassian_admin::{ClientBuilder, OPERATIONS, ReqwestBackend, TokioRuntime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static LOG: Mutex<String> = Mutex::new(String::new());

fn note(text: impl AsRef<str>) {
    let mut log = LOG.lock().unwrap();
    log.push_str(text.as_ref());
    log.push('\n');
}

struct Everything;

impl log::Log for Everything {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        note(format!("log {} {}", record.target(), record.args()));
    }

    fn flush(&self) {}
}

impl Visit for Everything {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        note(format!("  {field}: {value:?}"));
    }
}

impl Subscriber for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        note(format!("span {}", span.metadata().target()));
        span.record(&mut Self);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Self);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        note(format!("event {}", event.metadata().target()));
        event.record(&mut Self);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Responds to one request, and repeats the key and the URL wherever it can.
async fn answer(listener: &TcpListener, status: &str) -> String {
    let (mut socket, _) = listener.accept().await.unwrap();
    let mut seen = String::new();
    while !is_whole(&seen) {
        let mut part = [0; 4096];
        let length = socket.read(&mut part).await.unwrap();
        assert!(length > 0, "a request is cut off: {seen}");
        seen.push_str(std::str::from_utf8(&part[..length]).unwrap());
    }
    let body = r#"{"data":"canary@example.com canary-key"}"#;
    let head =
        format!("HTTP/1.1 {status}\r\nlocation: /canary-key\r\natl-traceid: canary-key\r\nconnection: close");
    let answer = format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    socket.write_all(answer.as_bytes()).await.unwrap();
    seen
}

/// Returns whether a request is complete.
fn is_whole(seen: &str) -> bool {
    let Some((head, body)) = seen.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.map_or(0, |length| length.parse().unwrap())
}

async fn call<K: CredentialKind>(backend: &ReqwestBackend, operation: &'static Operation, url: &str) {
    let key = K::new("canary-key").unwrap();
    let client =
        ClientBuilder::new(backend.clone(), TokioRuntime::new(), key).base_url(url).retry(NeverRetry);
    // The result does not matter, only what is logged meanwhile.
    let _ = client.build().unwrap().send_untyped(operation, addressed::arguments(operation)).await;
}

async fn call_by_its_key(backend: &ReqwestBackend, operation: &'static Operation, url: &str) {
    match operation.auth {
        KeyKind::Directory => call::<DirectoryKey>(backend, operation, url).await,
        _ => call::<OrganizationKey>(backend, operation, url).await,
    }
}

#[tokio::test]
async fn libraries_never_log_the_key_or_the_request() {
    log::set_logger(&Everything).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    tracing::subscriber::set_global_default(Everything).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // Creating a backend reads the system's certificates, which takes longer than a request.
    let backend = ReqwestBackend::new().unwrap();
    let (mut inquiries, mut bodies) = (0, 0);
    for operation in OPERATIONS {
        for status in ["200 OK", "302 Found", "401 Unauthorized", "500 No"] {
            let (seen, ()) =
                tokio::join!(answer(&listener, status), call_by_its_key(&backend, operation, &url));
            let (head, body) = seen.split_once("\r\n\r\n").unwrap();
            assert!(head.contains("canary-key"), "{head}");
            inquiries += usize::from(head.contains("canary%40example.com"));
            bodies += usize::from(body.contains("canary@example.com"));
        }
    }
    assert!(inquiries > 100 && bodies > 100, "{inquiries} in URLs, {bodies} in bodies");
    // A refused connection is logged as well. The port is bound, so that no other process gets it.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    call_by_its_key(&backend, &OPERATIONS[0], &format!("http://{}", socket.local_addr().unwrap())).await;
    let log = LOG.lock().unwrap();
    assert!(log.contains("log reqwest") && log.contains("event hyper_util"), "{log}");
    canary::assert_clean(&log, "the log");
}

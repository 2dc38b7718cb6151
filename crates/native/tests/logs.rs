//! What the libraries below log, at the most talkative, holds neither the key nor what is asked.
//!
//! Alone in its file, and so in its process, since a process has one log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

#[path = "../../core/tests/support/canary.rs"]
mod canary;

use std::fmt::Debug;
use std::sync::Mutex;

use atlassian_admin::api::events::GetEvents;
use atlassian_admin::policy::NoRetry;
use atlassian_admin::{ClientBuilder, Credentials, ReqwestBackend, TokioRuntime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
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

#[tokio::test]
async fn no_library_logs_the_key_or_what_is_asked() {
    log::set_logger(&Everything).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    tracing::subscriber::set_global_default(Everything).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let seen = tokio::spawn(async move {
        let mut seen = String::new();
        for status in ["200 OK", "302 Found", "401 Unauthorized", "500 No"] {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut part = [0; 4096];
            let length = socket.read(&mut part).await.unwrap();
            seen.push_str(std::str::from_utf8(&part[..length]).unwrap());
            let body = r#"{"data":"canary@example.com canary-key"}"#;
            let head = format!(
                "HTTP/1.1 {status}\r\nlocation: /canary-key\r\natl-traceid: canary-key\r\nconnection: close"
            );
            let answer = format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
            socket.write_all(answer.as_bytes()).await.unwrap();
        }
        seen
    });
    let key = Credentials::key("canary-key").unwrap();
    let backend = ReqwestBackend::new().unwrap();
    let client =
        ClientBuilder::new(backend, TokioRuntime::new(), key).base_url(url).retry(NoRetry).build().unwrap();
    for _ in 0..4 {
        client.send(&GetEvents::new("o-1").q("canary@example.com")).await.unwrap_err();
    }
    let seen = seen.await.unwrap();
    assert!(seen.contains("canary-key") && seen.contains("canary%40example.com"), "{seen}");
    // Nobody listens any more: that is logged, too.
    client.send(&GetEvents::new("o-1").q("canary@example.com")).await.unwrap_err();
    let log = LOG.lock().unwrap();
    assert!(log.contains("log reqwest") && log.contains("event hyper_util"), "{log}");
    canary::assert_clean(&log, "the log");
}

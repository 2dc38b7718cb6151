//! Runs the example as a user would, against a simulated organization.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use atlassian_admin::TokioRuntime;
use atlassian_admin_simulator::{LoopbackServer, Simulator};

/// Runs the example and returns its standard output and standard error.
fn example(base_url: &str, key: &str, org: &str, checkpoint: &Path) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_audit-log-to-siem"))
        .arg(checkpoint)
        .env("ATLASSIAN_ADMIN_API_KEY", key)
        .env("ATLASSIAN_ADMIN_ORG_ID", org)
        .env("ATLASSIAN_ADMIN_BASE_URL", base_url)
        .output()
        .unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(output.status.success(), "{stderr}");
    (stdout, stderr)
}

fn run(server: &LoopbackServer, simulator: &Simulator, checkpoint: &Path) -> String {
    example(&server.base_url(), simulator.api_key(), simulator.org_id().as_str(), checkpoint).0
}

/// Serves the same response to each request and returns the base URL.
fn serve(body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut line = String::new();
            while stream.read_line(&mut line).unwrap() > 2 {
                line.clear();
            }
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
            write!(stream.get_mut(), "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).unwrap();
        }
    });
    url
}

#[test]
fn event_is_skipped_only_when_it_has_no_id() {
    let url = serve(
        r#"{"data":[{"id":"e1","attributes":{"processedAt":"2026-05-19T10:00:00Z"}},
            {"id":"e2","attributes":"none"},{"id":5},{"attributes":{}},
            {"id":"e3","attributes":{"processedAt":"2026-05-19T10:00:01Z"}}],"links":{},"meta":{}}"#,
    );
    let folder = tempfile::tempdir().unwrap();
    let (shipped, said) = example(&url, "key", "o-1", &folder.path().join("checkpoint"));
    let ids: Vec<_> = shipped
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].clone())
        .collect();
    assert_eq!(ids, ["e1", "e2", "5", "e3"]);
    let said: Vec<_> = said.lines().collect();
    assert!(said[0].starts_with("left out event without id, which is not as expected: "), "{said:?}");
    assert_eq!(said.len(), 1);
}

#[test]
fn checkpoint_is_stored_when_there_are_no_events() {
    let url = serve(r#"{"data":[],"links":{},"meta":{}}"#);
    let folder = tempfile::tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    assert_eq!(example(&url, "key", "o-1", &checkpoint), (String::new(), String::new()));
    assert!(checkpoint.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_event_is_printed_once() {
    let simulator = Simulator::builder(Arc::new(TokioRuntime::new())).events(1200).build();
    let server = LoopbackServer::start(simulator.clone(), "127.0.0.1:0".parse().unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");

    let first = run(&server, &simulator, &checkpoint);
    let ids: Vec<String> = first
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(ids, simulator.visible_event_ids().map(|id| id.to_string()).collect::<Vec<_>>());
    assert_eq!(run(&server, &simulator, &checkpoint), "", "a second run has nothing new");
    server.shutdown().await;
}

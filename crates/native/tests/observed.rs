//! Pages of the audit log over reqwest and loopback: paginated typed and raw, drained and polled
//! again.
//!
//! The project's own fixtures, which are modelled on observed responses, are always served.
//! `ATLASSIAN_ADMIN_SAMPLES_DIR` may name a folder of real responses with the same file names,
//! which are then served as well, including its `events.ndjson`, one event a line.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use atlassian_admin::api;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use atlassian_admin::events::Checkpoint;
use atlassian_admin::model::Event;
use atlassian_admin::{Client, OrganizationKey};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// The pages of a pagination; a later poll, and one after it that finds nothing.
const WALK: [&str; 3] = ["page-1.json", "page-2.json", "page-3-terminal.json"];
const LATER: [&str; 2] = ["next-poll.json", "empty-poll.json"];

fn folders() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/fixtures/pollEvents");
    std::env::var_os("ATLASSIAN_ADMIN_SAMPLES_DIR").map(PathBuf::from).into_iter().chain([own]).collect()
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.join(name).display()))
}

fn items(json: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(json).unwrap()["data"].as_array().unwrap().clone()
}

fn id(event: &Value) -> String {
    event["id"].as_str().unwrap().to_owned()
}

/// Returns the cursor of a page, encoded for a query; `None` after the last.
fn next(page: &str) -> Option<String> {
    let next = serde_json::from_str::<Value>(page).unwrap()["meta"]["next"].as_str()?.to_owned();
    Some(atlassian_admin::url::percent_encode(&next).to_string())
}

/// Responds with the page of the cursor.
struct Server {
    url: String,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves the pages of a pagination, and then one response after the other to requests with a
    /// start time.
    async fn start(walk: Vec<String>, later: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let lines = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&lines);
        tokio::spawn(async move {
            let mut later = later.into_iter();
            loop {
                let mut stream = BufReader::new(listener.accept().await.unwrap().0);
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    assert!(stream.read_line(&mut head).await.unwrap() > 0);
                }
                let line = head.lines().next().unwrap().to_owned();
                assert!(head.contains("\r\nauthorization: Bearer key\r\n"), "{head}");
                let page = match argument(&line, "cursor") {
                    Some(cursor) => {
                        let before = walk.iter().position(|page| next(page).as_deref() == Some(cursor));
                        before.and_then(|before| walk.get(before + 1)).cloned()
                    }
                    None if argument(&line, "from").is_some() => later.next(),
                    None => walk.first().cloned(),
                };
                let (status, body) = match page {
                    Some(page) => ("200 OK", page),
                    None => ("404 Not Found", format!("{{\"message\":\"nothing for {line}\"}}")),
                };
                seen.lock().unwrap().push(line);
                let length = body.len();
                let response = format!(
                    "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
                );
                stream.write_all(response.as_bytes()).await.unwrap();
            }
        });
        Self { url, lines }
    }

    fn client(&self) -> Client {
        let key = OrganizationKey::new("key").unwrap();
        atlassian_admin::client(key).base_url(self.url.clone()).build().unwrap()
    }

    /// Takes the request lines so far.
    fn lines(&self) -> Vec<String> {
        std::mem::take(&mut self.lines.lock().unwrap())
    }
}

/// Returns an argument of a request line, undecoded.
fn argument<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let query = line.split(' ').nth(1)?.split_once('?')?.1;
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// The same JSON without properties that are `null`.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(properties) => properties
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

/// Paginates typed and raw, and compares each event with the served one.
async fn assert_walked(walk: &[String]) {
    let expected: Vec<Value> = walk.iter().flat_map(|page| items(page)).collect();
    let server = Server::start(walk.to_vec(), Vec::new()).await;
    let mut pages = server.client().pages(api::events::Poll::new("o-1").limit(2));
    let mut events: Vec<Event> = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert_eq!(page.malformed.len(), 0);
        events.extend(page.items);
    }
    let events: Vec<_> =
        events.iter().map(|event| without_nulls(&serde_json::to_value(event).unwrap())).collect();
    assert_eq!(events, expected.iter().map(without_nulls).collect::<Vec<_>>());
    let cursors = walk.iter().filter_map(|page| next(page));
    let lines: Vec<_> = std::iter::once("limit=2".to_owned())
        .chain(cursors.map(|cursor| format!("cursor={cursor}&limit=2")))
        .map(|query| format!("GET /admin/v1/orgs/o-1/events-stream?{query} HTTP/1.1"))
        .collect();
    assert_eq!(server.lines(), lines, "each page once, the last one included");

    let mut pages = server.client().pages(api::events::Poll::new("o-1")).raw();
    let mut texts = Vec::new();
    while let Some(page) = pages.next().await {
        texts.extend(page.unwrap().items);
    }
    let values: Vec<Value> = texts.iter().map(|raw| serde_json::from_str(raw.json()).unwrap()).collect();
    assert_eq!(values, expected);
    for text in &texts {
        assert!(walk.iter().any(|page| page.contains(text.json())), "the server's own text");
    }
}

#[tokio::test]
async fn walk_loses_no_item_and_no_property() {
    for folder in folders() {
        assert_walked(&WALK.map(|name| read(&folder, name))).await;
        if folder.join("events.ndjson").exists() {
            let events: Vec<_> = read(&folder, "events.ndjson").lines().map(str::to_owned).collect();
            assert_walked(&[format!("{{\"data\":[{}],\"links\":{{}},\"meta\":{{}}}}", events.join(","))])
                .await;
        }
    }
}

/// Drains a feed, from a checkpoint if there is one; returns the ids and the last checkpoint.
async fn drain(client: &Client, stored: Option<&str>) -> (Vec<String>, Checkpoint) {
    let checkpoint = stored.map(|stored| Checkpoint::from_json(stored).unwrap());
    let mut feed = client.organization("o-1").event_feed().resume(checkpoint).stream().unwrap();
    let mut ids = Vec::new();
    while let Some(batch) = feed.next().await {
        ids.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
    }
    (ids, feed.checkpoint().clone())
}

#[tokio::test]
async fn feed_ends_at_terminal_page_and_resumes_with_later_polls() {
    for folder in folders() {
        let walk = WALK.map(|name| read(&folder, name));
        let later = LATER.map(|name| read(&folder, name));
        let server = Server::start(walk.to_vec(), later.to_vec()).await;
        let (mut ids, checkpoint) = drain(&server.client(), None).await;
        let mut expected: Vec<_> = walk.iter().flat_map(|page| items(page)).map(|event| id(&event)).collect();
        assert_eq!(ids, expected);
        assert_eq!(server.lines().len(), 3);

        // A later process: from the last processing time minus the overlap, without known events.
        let last = checkpoint.processed_at().unwrap().millis().unwrap();
        let (new, next) = drain(&server.client(), Some(&serde_json::to_string(&checkpoint).unwrap())).await;
        ids.extend(new);
        expected.extend(items(&later[0]).iter().map(id));
        expected.dedup();
        assert_eq!(ids, expected);
        let then = next.processed_at().unwrap().millis().unwrap();
        assert!(then > last);
        let (new, _) = drain(&server.client(), Some(&serde_json::to_string(&next).unwrap())).await;
        assert_eq!(new, Vec::<String>::new());
        let request = |from: i64| {
            format!("GET /admin/v1/orgs/o-1/events-stream?from={}&limit=500 HTTP/1.1", from - 60_000)
        };
        assert_eq!(server.lines(), [request(last), request(then)]);
    }
}

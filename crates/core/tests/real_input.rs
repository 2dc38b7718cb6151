//! Answers of the real shapes, walked typed and raw, drained and polled on.
//!
//! The project's own fixtures are always walked. `ATLASSIAN_ADMIN_SAMPLES_DIR` may name a folder of recorded answers with the same
//! file names, which are then walked too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod support;

use std::path::{Path, PathBuf};

use atlassian_admin_core::api::events::PollEvents;
use atlassian_admin_core::events::Checkpoint;
use atlassian_admin_core::model::Event;
use serde_json::Value;
use support::{client, ok};

fn folders() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pollEvents");
    std::env::var_os("ATLASSIAN_ADMIN_SAMPLES_DIR").map(PathBuf::from).into_iter().chain([own]).collect()
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.join(name).display()))
}

fn items(json: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(json).unwrap()["data"].as_array().unwrap().clone()
}

const WALK: [&str; 3] = ["page-1.json", "page-2.json", "page-3-terminal.json"];

/// Every member that is not `null` is still there after decoding into our types and encoding again.
fn assert_lossless(event: &Event, original: &Value) {
    fn without_nulls(value: &Value) -> Value {
        match value {
            Value::Object(members) => members
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name.clone(), without_nulls(value)))
                .collect(),
            Value::Array(items) => items.iter().map(without_nulls).collect(),
            other => other.clone(),
        }
    }
    assert_eq!(without_nulls(&serde_json::to_value(event).unwrap()), without_nulls(original));
}

#[tokio::test]
async fn a_walk_loses_no_item_and_no_field() {
    for folder in folders() {
        let pages = WALK.map(|name| read(&folder, name));
        let expected: Vec<Value> = pages.iter().flat_map(|page| items(page)).collect();

        let (typed, script, _) = client(pages.clone().map(ok));
        let mut walk = typed.pages(PollEvents::new("o-1").limit(2_u32));
        let mut events = Vec::new();
        while let Some(page) = walk.next().await {
            let page = page.unwrap();
            assert_eq!(page.malformed.len(), 0);
            events.extend(page.items);
        }
        assert_eq!(events.len(), expected.len());
        for (event, original) in events.iter().zip(&expected) {
            assert_lossless(event, original);
        }
        // The cursors of the pages, decoded once and encoded once.
        let cursors: Vec<_> =
            script.lines().iter().map(|line| line.split("cursor=").nth(1).unwrap_or("").to_owned()).collect();
        let own = ["", "page%2F2%3D", "page-3"];
        let recorded = ["", "cursor-page-2", "cursor-page-3"];
        assert!(
            cursors.len() == 3
                && cursors.iter().zip(own.iter().zip(recorded)).all(|(cursor, (own, other))| {
                    cursor.trim_end_matches("&limit=2") == *own
                        || cursor.trim_end_matches("&limit=2") == other
                }),
            "{cursors:?}"
        );

        let (raw, ..) = client(pages.clone().map(ok));
        let mut walk = raw.pages(PollEvents::new("o-1")).raw();
        let mut texts = Vec::new();
        while let Some(page) = walk.next().await {
            texts.extend(page.unwrap().items);
        }
        assert_eq!(
            texts.iter().map(|raw| serde_json::from_str::<Value>(raw.json()).unwrap()).collect::<Vec<_>>(),
            expected
        );
        for text in &texts {
            assert!(
                pages.iter().any(|page| page.contains(text.json())),
                "raw items are the server's own text"
            );
        }
    }
}

#[tokio::test]
async fn a_feed_ends_at_the_terminal_page_and_takes_up_the_later_polls() {
    for folder in folders() {
        let walk = WALK.map(|name| read(&folder, name));
        let (first, script, _) = client(walk.clone().map(ok));
        let mut feed = first.event_feed("o-1").page_size(2).drain().unwrap();
        let mut ids = Vec::new();
        while let Some(batch) = feed.next().await {
            ids.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
        }
        let id = |event: &Value| event["id"].as_str().unwrap().to_owned();
        let mut expected: Vec<_> = walk.iter().flat_map(|page| items(page)).map(|event| id(&event)).collect();
        assert_eq!(ids, expected);
        assert_eq!(script.left(), 0);

        // Another process, later: from the last processing time less the overlap, without what is known.
        let stored = serde_json::to_string(feed.checkpoint()).unwrap();
        let last = feed.checkpoint().processed_at().unwrap().millis().unwrap();
        let later = [read(&folder, "next-poll.json"), read(&folder, "empty-poll.json")];
        let (second, script, _) = client(later.clone().map(ok));
        for _ in 0..2 {
            let checkpoint = Checkpoint::from_json(&stored).unwrap();
            let mut feed = second.event_feed("o-1").resume(checkpoint).drain().unwrap();
            while let Some(batch) = feed.next().await {
                ids.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
            }
        }
        expected.extend(items(&later[0]).iter().map(id));
        expected.dedup();
        assert_eq!(ids, expected);
        let from = last - 60_000;
        let request =
            format!("GET https://api.atlassian.com/admin/v1/orgs/o-1/events-stream?from={from}&limit=500");
        assert_eq!(script.lines(), [request.clone(), request]);
    }
}

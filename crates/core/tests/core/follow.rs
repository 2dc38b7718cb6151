//! The read-ahead of the feed, its waits, and its position meanwhile.

use std::time::Duration;

use crate::support::{Reply, client, ok};
use atlassian_admin_core::events::{Feed, FeedBatch};

/// A page with these events, which were processed one minute before the start of the clock.
fn page(ids: &[&str], next: &str) -> Reply {
    let data: Vec<_> = ids
        .iter()
        .map(|id| serde_json::json!({ "id": id, "attributes": { "processedAt": "2026-06-05T05:59:00Z" } }))
        .collect();
    ok(serde_json::json!({ "data": data, "meta": { "next": next } }).to_string())
}

fn ids(batch: &FeedBatch) -> Vec<String> {
    batch.events.iter().map(|event| event.decode().unwrap().id.to_string()).collect()
}

async fn next(feed: &mut Feed) -> Vec<String> {
    ids(&feed.next().await.unwrap().unwrap())
}

/// Otherwise, a consumer that computes without awaiting would prevent the request from being sent.
#[tokio::test]
async fn next_page_is_requested_before_current_one_is_returned() {
    for (read_ahead, asked) in [(true, 2), (false, 1)] {
        let (client, script, _) = client([page(&["a"], "2"), page(&[], "3")]);
        let mut feed =
            client.organization("o").event_feed().page_size(1).read_ahead(read_ahead).stream().unwrap();
        assert_eq!(next(&mut feed).await, ["a"]);
        assert_eq!(script.lines().len(), asked);
        assert!(feed.next().await.is_none());
        assert_eq!(script.lines().len(), 2);
        let stored = serde_json::to_value(feed.checkpoint()).unwrap();
        assert_eq!(stored["cursor"], "3", "the end counts as returned");
    }
}

#[tokio::test]
async fn follower_sleeps_once_in_each_round() {
    for read_ahead in [true, false] {
        let (client, script, time) = client([
            // The last page may be empty or not.
            page(&["a"], ""),
            page(&["a", "b"], ""),
            page(&["a", "b"], "2"),
            page(&[], "3"),
            page(&["a", "b"], ""),
            page(&["c"], "4"),
            // The page that is read ahead.
            page(&[], "5"),
        ]);
        let feed = client.organization("o").event_feed().read_ahead(read_ahead);
        let mut feed = feed.follow(Duration::from_secs(5)).unwrap();
        assert_eq!(next(&mut feed).await, ["a"]);
        assert_eq!(next(&mut feed).await, ["b"]);
        assert_eq!(time.sleeps(), [5_000]);
        assert_eq!(next(&mut feed).await, ["c"]);
        assert_eq!(time.sleeps(), [5_000, 5_000, 5_000]);
        assert_eq!(script.left(), usize::from(!read_ahead));
    }
}

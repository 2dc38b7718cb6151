//! The steps of the state machine, with times in milliseconds: an overlap of ten seconds, pages of
//! two events.

use std::time::{Duration, UNIX_EPOCH};

use super::*;
use crate::error::Error;
use crate::json::Json;
use crate::operation::Endpoint;
use crate::page::{Cursor, PageError};
use crate::time::{EpochMillis, Timestamp};

/// An event with this identifier, if it is not empty, and this processing time.
#[derive(Debug, Clone, Copy)]
struct At(&'static str, i64);

impl FeedEntry for At {
    fn header(&self) -> EventHeader {
        let id = Some(self.0).filter(|id| !id.is_empty()).map(Into::into);
        EventHeader { id, processed_at: Some(Timestamp::from_millis(self.1)) }
    }
}

fn config() -> FeedConfig {
    let mut config = FeedConfig::new("o".into());
    (config.overlap, config.page_size) = (Duration::from_secs(10), 2);
    config
}

/// The short form of a step.
fn describe(step: FeedStep<At>) -> String {
    match step {
        FeedStep::Fetch(call) => {
            assert_eq!((call.org_id.as_str(), call.limit), ("o", Some(2)));
            let time = |time: Option<EpochMillis>| time.map_or("-".to_owned(), |time| time.0.to_string());
            match call.cursor {
                Some(cursor) if call.from.is_none() && call.to.is_none() => format!("fetch {cursor}"),
                Some(cursor) => panic!("{cursor} holds the times"),
                None => format!("fetch {} to {}", time(call.from), time(call.to)),
            }
        }
        FeedStep::Deliver(events) => {
            let ids: Vec<_> = events.iter().map(|event| event.0).collect();
            format!("deliver {}", ids.join(" "))
        }
        FeedStep::Wait(duration) => format!("wait {duration:?}"),
        FeedStep::Done => "done".to_owned(),
        FeedStep::GiveUp => "fail".to_owned(),
        FeedStep::Unusable(error) => format!("broken {error:?}"),
    }
}

fn go(feed: &mut FeedMachine) -> String {
    describe(feed.step(FeedInput::Poll))
}

fn page(feed: &mut FeedMachine, now: u64, entries: &[At], next: Option<&str>) -> String {
    let next = Ok(next.map(Cursor::from));
    let now = UNIX_EPOCH + Duration::from_millis(now);
    describe(feed.step(FeedInput::Page(FeedPage { entries: entries.to_vec(), next, now })))
}

fn refused(feed: &mut FeedMachine, code: &str) -> String {
    let body = format!(r#"{{"errors":[{{"code":"{code}"}}]}}"#);
    let (operation, status) = (&crate::api::events::Poll::OPERATION, http::StatusCode::BAD_REQUEST);
    let error = Error::status(operation, status, http::HeaderMap::new(), body.as_bytes(), Json::SERDE);
    describe(feed.step(FeedInput::Failed(&error)))
}

/// The stored cursor, and the start of the unsettled range.
fn kept(feed: &FeedMachine) -> (Option<String>, Option<i64>, Option<i64>, Option<i64>) {
    let checkpoint = feed.checkpoint();
    let cursor = checkpoint.cursor.as_ref().map(ToString::to_string);
    (cursor, checkpoint.read_until, checkpoint.unsettled_from, checkpoint.remembered_from)
}

/// A feed at the end of the stream at 1,000,000. The last event was processed at 995,000.
fn feed_at_end(config: FeedConfig) -> FeedMachine {
    let mut feed = FeedMachine::new(config);
    assert_eq!(go(&mut feed), "fetch - to -");
    let old = [At("a", 100_000), At("b", 200_000)];
    assert_eq!(page(&mut feed, 1_000_000, &old, Some("c1")), "deliver a b");
    assert_eq!(kept(&feed), (Some("c1".into()), None, None, Some(190_000)), "old events are settled");

    assert_eq!(go(&mut feed), "fetch c1");
    assert_eq!(page(&mut feed, 1_000_000, &[At("c", 995_000)], Some("c2")), "deliver c");
    // It may be the last page, with a cursor before the current time.
    assert_eq!(kept(&feed), (None, None, Some(990_000), Some(985_000)));

    assert_eq!(go(&mut feed), "fetch c2");
    let end = page(&mut feed, 1_000_000, &[], Some("c3"));
    assert!(["done", "wait 5s"].contains(&end.as_str()), "{end}");
    assert_eq!(kept(&feed), (Some("c3".into()), Some(1_001_000), Some(990_000), Some(985_000)));
    feed
}

#[test]
fn round_sweeps_unsettled_range_before_it_continues() {
    let checkpoint = feed_at_end(config()).checkpoint().clone();
    let mut feed = FeedMachine::resume(config(), checkpoint).unwrap();
    assert_eq!(go(&mut feed), "fetch 985000 to 1001000");
    let again = [At("late", 990_500), At("c", 995_000)];
    assert_eq!(page(&mut feed, 1_020_000, &again, Some("s1")), "deliver late");
    assert_eq!(go(&mut feed), "fetch s1", "a full page may not be the last");
    assert_eq!(page(&mut feed, 1_020_000, &[], None), "fetch c3");
    assert_eq!(kept(&feed), (Some("c3".into()), Some(1_001_000), None, Some(985_000)), "all settled");

    assert_eq!(page(&mut feed, 1_020_000, &[At("d", 1_015_000)], None), "deliver d");
    assert_eq!(kept(&feed), (None, Some(1_021_000), Some(1_010_000), Some(1_005_000)));
    assert_eq!(go(&mut feed), "done");
    assert_eq!(go(&mut feed), "done");
}

#[test]
fn feed_waits_and_starts_next_round_when_it_follows() {
    let mut config = config();
    config.interval = Some(Duration::from_secs(5));
    let mut feed = feed_at_end(config);
    assert_eq!(go(&mut feed), "fetch 985000 to 1001000");
    assert_eq!(page(&mut feed, 1_000_000, &[At("c", 995_000)], None), "fetch c3");
    assert_eq!(page(&mut feed, 1_000_000, &[], Some("c3")), "wait 5s");
    assert_eq!(kept(&feed), (Some("c3".into()), Some(1_001_000), Some(990_000), Some(985_000)));
}

#[test]
fn long_walk_is_interrupted_by_sweep() {
    let mut feed = FeedMachine::new(config());
    go(&mut feed);
    page(&mut feed, 1_000_000, &[At("a", 995_000), At("b", 996_000)], Some("c1"));
    assert_eq!(kept(&feed), (Some("c1".into()), None, Some(990_000), None));
    // At first exactly twice the overlap after the start of the unsettled range, and not more.
    page(&mut feed, 1_015_000, &[At("c", 1_009_000), At("d", 1_010_000)], Some("c2"));
    assert_eq!(kept(&feed), (Some("c2".into()), None, Some(990_000), None));
    assert_eq!(go(&mut feed), "fetch c2");
    page(&mut feed, 1_015_000, &[At("e", 1_010_000), At("f", 1_010_001)], Some("c3"));
    assert_eq!(go(&mut feed), "fetch 990000 to 1010001");
    assert_eq!(page(&mut feed, 1_025_000, &[], None), "fetch c3");
    assert_eq!(kept(&feed), (Some("c3".into()), None, None, Some(1_000_001)));
}

#[test]
fn window_bounds_every_request() {
    let mut config = config();
    config.window = Window { from: Some(EpochMillis(988_000)), to: Some(EpochMillis(999_000)) };
    let mut feed = FeedMachine::new(config.clone());
    assert_eq!(go(&mut feed), "fetch 988000 to 999000");
    assert_eq!(page(&mut feed, 1_000_000, &[At("a", 995_000)], Some("c1")), "deliver a");
    assert_eq!(go(&mut feed), "fetch c1");
    assert_eq!(page(&mut feed, 1_000_000, &[], Some("c2")), "done");
    let mut feed = FeedMachine::resume(config.clone(), feed.checkpoint().clone()).unwrap();
    assert_eq!(go(&mut feed), "fetch 988000 to 999000", "within the window at both ends");

    // A range that was read long after the end of the window is not read again.
    let mut checkpoint = Checkpoint::new("o".into(), config.window);
    checkpoint.mark_delivered("z".into(), Some(Timestamp::from_millis(2_000_000)));
    checkpoint.cursor = Some("c9".into());
    let mut feed = FeedMachine::resume(config.clone(), checkpoint.clone()).unwrap();
    assert_eq!(go(&mut feed), "fetch c9");
    // The resolution is one millisecond.
    checkpoint.processed_at = Some(Timestamp::from_millis(1_009_000));
    let mut feed = FeedMachine::resume(config, checkpoint).unwrap();
    assert_eq!(go(&mut feed), "fetch 999000 to 999000");
}

#[test]
fn refused_cursor_restarts_stream_up_to_ten_times() {
    let mut feed = feed_at_end(config());
    assert_eq!(refused(&mut feed, "ADMIN-400-1"), "fail", "no cursor at the end of the stream");
    let mut feed = FeedMachine::resume(config(), feed.checkpoint().clone()).unwrap();
    assert_eq!(go(&mut feed), "fetch 985000 to 1001000");
    assert_eq!(refused(&mut feed, "ADMIN-400-1"), "fail", "nor in the first request of a sweep");
    assert_eq!(page(&mut feed, 1_000_000, &[At("c", 995_000)], Some("s1")), "fetch s1");
    assert_eq!(refused(&mut feed, "ADMIN-400-9"), "fail", "another error");
    assert_eq!(refused(&mut feed, "ADMIN-400-1"), "fetch 985000 to 1001000", "the sweep starts again");
    assert_eq!(kept(&feed).0.as_deref(), Some("c3"), "the cursor of the walk may still be valid");
    assert_eq!(page(&mut feed, 1_000_000, &[], None), "fetch c3");
    for time in 1..=10 {
        assert_eq!(refused(&mut feed, "ADMIN-400-1"), "fetch 985000 to -", "{time}");
        assert_eq!(kept(&feed).0, None);
        assert_eq!(page(&mut feed, 1_000_000, &[At("c", 995_000)], Some("c4")), "fetch c4");
    }
    assert_eq!(refused(&mut feed, "ADMIN-400-1"), "fail");
}

#[test]
fn pagination_loop_is_an_error_after_ten_restarts() {
    let mut feed = FeedMachine::new(config());
    go(&mut feed);
    assert_eq!(page(&mut feed, 1_000_000, &[At("a", 1_000), At("b", 2_000)], Some("c1")), "deliver a b");
    for time in 1..=10 {
        assert_eq!(go(&mut feed), "fetch c1");
        assert_eq!(page(&mut feed, 1_000_000, &[At("b", 2_000)], Some("c1")), "fetch -8000 to -", "{time}");
        assert_eq!(page(&mut feed, 1_000_000, &[At("b", 2_000)], Some("c1")), "fetch c1");
    }
    // The events arrive with the same page, which is requested again.
    let last = [At("b", 2_000), At("late", 1_500)];
    assert_eq!(page(&mut feed, 1_000_000, &last, Some("c1")), "broken Loop");
    assert_eq!(go(&mut feed), "fetch c1");
    assert_eq!(page(&mut feed, 1_000_000, &last, Some("c1")), "broken Loop");
    assert_eq!(go(&mut feed), "fetch c1");
    assert_eq!(page(&mut feed, 1_000_000, &last, None), "deliver late");
    assert_eq!(go(&mut feed), "done");
}

#[test]
fn event_without_identifier_is_not_progress_of_a_loop() {
    let mut feed = FeedMachine::new(config());
    go(&mut feed);
    assert_eq!(page(&mut feed, 1_000_000, &[At("a", 1_000), At("b", 2_000)], Some("c1")), "deliver a b");
    let unreadable = [At("b", 2_000), At("", 3_000)];
    for time in 1..=10 {
        assert_eq!(go(&mut feed), "fetch c1");
        assert_eq!(page(&mut feed, 1_000_000, &unreadable, Some("c1")), "deliver ", "{time}");
        assert_eq!(go(&mut feed), "fetch -8000 to -");
        assert_eq!(page(&mut feed, 1_000_000, &[At("b", 2_000)], Some("c1")), "fetch c1");
    }
    assert_eq!(page(&mut feed, 1_000_000, &unreadable, Some("c1")), "broken Loop");
}

#[test]
fn stream_of_growing_log_ends_after_events_that_existed_at_start() {
    let full = [At("a", 900_000), At("b", 1_001_500)];
    let read = |interval| {
        let mut feed = FeedMachine::new(FeedConfig { interval, ..config() });
        go(&mut feed);
        assert_eq!(page(&mut feed, 1_000_000, &full, Some("c1")), "deliver a b");
        assert_eq!(go(&mut feed), "fetch c1", "a full page may end anywhere");
        feed
    };
    let mut feed = read(None);
    assert_eq!(page(&mut feed, 1_002_000, &[At("c", 1_001_600)], Some("c2")), "deliver c");
    assert_eq!(go(&mut feed), "done");
    assert_eq!(go(&mut feed), "done", "the feed stays done");
    assert_eq!(kept(&feed), (None, None, Some(990_500), Some(990_500)), "the next run starts by time");
    let mut feed = FeedMachine::resume(config(), feed.checkpoint().clone()).unwrap();
    assert_eq!(go(&mut feed), "fetch 990500 to -");

    let mut feed = read(Some(Duration::from_secs(60)));
    assert_eq!(page(&mut feed, 1_002_000, &[At("c", 1_001_600)], Some("c2")), "deliver c");
    assert_eq!(go(&mut feed), "fetch c2", "who follows goes on");

    // The server's time has a resolution of one second, so an event of this second may be before
    // the start of the feed.
    let mut feed = FeedMachine::new(config());
    go(&mut feed);
    assert_eq!(page(&mut feed, 1_000_000, &[At("a", 1_001_000)], Some("c1")), "deliver a");
    assert_eq!(go(&mut feed), "fetch c1");
    assert_eq!(page(&mut feed, 1_001_000, &[At("b", 1_001_001)], Some("c2")), "deliver b");
    assert_eq!(go(&mut feed), "done");
}

#[test]
fn page_with_unusable_next_link_delivers_its_events_first() {
    let mut feed = FeedMachine::new(config());
    go(&mut feed);
    let entries = vec![At("a", 1_000)];
    let now = UNIX_EPOCH + Duration::from_secs(1_000);
    let broken = FeedPage { entries, next: Err(PageError::NoCursor), now };
    assert_eq!(describe(feed.step(FeedInput::Page(broken))), "deliver a");
    assert_eq!(go(&mut feed), "fetch -9000 to -");
}

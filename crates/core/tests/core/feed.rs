//! The feed against a stream that does everything a stream may do: nothing is lost, nothing comes
//! twice.
//!
//! The machine is driven by hand over a model of the stream, in which events are processed, become
//! visible up to an overlap later, cursors expire or lead back, the process dies at any moment and
//! goes on from what it had stored.

use atlassian_admin_core::api;
use std::collections::BTreeSet;
use std::time::{Duration, UNIX_EPOCH};

use crate::support::{answer, client};
use atlassian_admin_core::events::{
    Checkpoint, FeedConfig, FeedInput, FeedMachine, FeedPage, FeedStep, Window,
};
use atlassian_admin_core::model::{EpochMillis, Event, Timestamp};
use atlassian_admin_core::page::LinkedPage;
use atlassian_admin_core::{Error, Raw};
use proptest::prelude::*;

const OVERLAP: i64 = 60_000;

/// An event of the model: when it was processed and when it becomes visible, in milliseconds.
#[derive(Debug, Clone)]
struct Entry {
    id: String,
    processed_at: i64,
    visible_at: i64,
}

/// How a stream marks its end.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// The last page still has a cursor, behind the last event.
    Cursor,
    /// The last page still has a cursor, behind the moment at which it was written.
    Clock,
    /// The last page has none.
    Null,
}

struct Stream<'a> {
    entries: &'a [Entry],
    end: End,
}

impl Stream<'_> {
    /// The page that the real service would answer at `now`. A cursor holds time and id of the
    /// last event before it.
    fn page(&self, call: &api::events::Poll, now: i64, lead_back: bool) -> LinkedPage<Raw<Event>> {
        let (after, to) = match call.cursor.as_deref().map(|cursor| cursor.split('|').collect::<Vec<_>>()) {
            Some(parts) => ((parts[0].parse().unwrap(), parts[1].to_owned()), parts[2].parse().unwrap()),
            None => {
                let from = call.from.map_or(i64::MIN, |from| from.0 - 1);
                ((from, "~".to_owned()), call.to.map_or(i64::MAX, |to| to.0))
            }
        };
        let limit = call.limit.unwrap() as usize;
        let mut visible: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| entry.visible_at <= now && entry.processed_at <= to)
            .filter(|entry| (entry.processed_at, &entry.id) > (after.0, &after.1))
            .collect();
        visible.sort_by_key(|entry| (entry.processed_at, entry.id.clone()));
        let more = visible.len() > limit;
        visible.truncate(limit);
        let last = match self.end {
            End::Clock if visible.len() < limit => after.max((now, "~".to_owned())),
            _ => visible.last().map_or(after, |entry| (entry.processed_at, entry.id.clone())),
        };
        let next = match &call.cursor {
            Some(asked) if lead_back => Some(asked.clone()),
            _ => (more || self.end != End::Null).then(|| format!("{}|{}|{to}", last.0, last.1)),
        };
        let data: Vec<_> = visible
            .iter()
            .map(|entry| {
                let processed_at = Timestamp::from_millis(entry.processed_at);
                serde_json::json!({ "id": entry.id, "attributes": { "processedAt": processed_at } })
            })
            .collect();
        serde_json::from_value(serde_json::json!({ "data": data, "meta": { "next": next } })).unwrap()
    }
}

/// What goes wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Luck {
    Good,
    /// The cursor, if there is one, is refused.
    Expired,
    /// The next page is the same again.
    LeadsBack,
    /// The process dies before what it has read is safe.
    DiesBefore,
    /// The process dies right after.
    DiesAfter,
}

fn luck() -> impl Strategy<Value = Luck> {
    prop_oneof![
        12 => Just(Luck::Good),
        1 => Just(Luck::Expired),
        1 => Just(Luck::LeadsBack),
        1 => Just(Luck::DiesBefore),
        1 => Just(Luck::DiesAfter),
    ]
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    // Now and then nothing happens for longer than events are late.
    let gap = prop_oneof![8 => 0_i64..20_000, 1 => 0_i64..100_000];
    proptest::collection::vec((gap, prop_oneof![3 => Just(0), 1 => 0..=OVERLAP]), 0..120).prop_map(|gaps| {
        let mut processed_at = 1_700_000_000_000;
        gaps.into_iter()
            .enumerate()
            .map(|(index, (gap, delay))| {
                processed_at += gap;
                Entry { id: format!("e{index:03}"), processed_at, visible_at: processed_at + delay }
            })
            .collect()
    })
}

fn rejected() -> Error {
    let (client, ..) = client([answer(400, r#"{"errors":[{"code":"ADMIN-400-1"}]}"#)]);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { client.send(&api::events::Poll::new("o")).await }).unwrap_err()
}

fn config(page_size: u32, window: Window) -> FeedConfig {
    let overlap = Duration::from_millis(OVERLAP as u64);
    FeedConfig { window, page_size, overlap, ..FeedConfig::new("o".into()) }
}

fn open(stored: Option<&String>, page_size: u32, window: Window) -> FeedMachine {
    let config = config(page_size, window);
    match stored {
        Some(json) => FeedMachine::resume(config, Checkpoint::from_json(json).unwrap()).unwrap(),
        None => FeedMachine::new(config),
    }
}

/// What a run needs of the world.
struct World<'a> {
    stream: Stream<'a>,
    rejected: Error,
    window: Window,
    now: i64,
    lucks: std::vec::IntoIter<Luck>,
    paces: std::iter::Cycle<std::vec::IntoIter<i64>>,
}

impl World<'_> {
    /// Drains once, or until the process dies. What was made safe is in `delivered` and `stored`.
    fn run(&mut self, delivered: &mut Vec<String>, stored: &mut Option<String>, page_size: u32) {
        let mut feed = open(stored.as_ref(), page_size, self.window);
        let mut step = feed.step(FeedInput::Poll);
        loop {
            step = match step {
                FeedStep::Done => break,
                FeedStep::Fetch(call) => {
                    self.now += self.paces.next().unwrap();
                    match self.lucks.next().unwrap_or(Luck::Good) {
                        Luck::Expired if call.cursor.is_some() => {
                            feed.step(FeedInput::Failed(&self.rejected))
                        }
                        luck => {
                            let page = self.stream.page(&call, self.now, luck == Luck::LeadsBack);
                            // As a server's `Date` says it.
                            let now = UNIX_EPOCH + Duration::from_secs(self.now as u64 / 1_000);
                            let step = feed.step(FeedInput::Page(FeedPage::new(page, now)));
                            if luck == Luck::DiesBefore {
                                return;
                            }
                            if let FeedStep::Deliver(events) = &step {
                                delivered.extend(
                                    events.iter().map(|event| event.decode().unwrap().id.to_string()),
                                );
                                *stored = Some(serde_json::to_string(feed.checkpoint()).unwrap());
                            }
                            if luck == Luck::DiesAfter {
                                return;
                            }
                            step
                        }
                    }
                }
                FeedStep::Deliver(_) => feed.step(FeedInput::Poll),
                other => panic!("{other:?}"),
            };
        }
        *stored = Some(serde_json::to_string(feed.checkpoint()).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn feed_delivers_each_event_exactly_once(
        entries in entries(),
        end in prop_oneof![Just(End::Cursor), Just(End::Clock), Just(End::Null)],
        page_size in 1_u32..20,
        bounds in proptest::array::uniform2(proptest::option::weighted(0.3, 0_i64..1_200_000)),
        lucks in proptest::collection::vec(luck(), 0..60),
        paces in proptest::collection::vec(0_i64..30_000, 1..20),
        rests in proptest::collection::vec(0_i64..200_000, 1..20),
    ) {
        let [from, to] = bounds.map(|bound| bound.map(|bound| EpochMillis(1_700_000_000_000 + bound)));
        let window = Window { from, to };
        let start = entries.first().map_or(0, |entry| entry.processed_at);
        let mut world = World {
            stream: Stream { entries: &entries, end },
            rejected: rejected(),
            window,
            now: start,
            lucks: lucks.into_iter(),
            paces: paces.into_iter().cycle(),
        };
        let (mut delivered, mut stored) = (Vec::new(), None);
        for rest in rests {
            world.run(&mut delivered, &mut stored, page_size);
            world.now += rest;
        }
        // Once every event is visible and nothing goes wrong any more, one run completes the copy.
        world.now = world.now.max(entries.iter().map(|entry| entry.visible_at).max().unwrap_or(0));
        world.lucks = Vec::new().into_iter();
        world.run(&mut delivered, &mut stored, page_size);

        let unique: BTreeSet<_> = delivered.iter().cloned().collect();
        prop_assert_eq!(unique.len(), delivered.len(), "twice");
        let asked = |entry: &&Entry| {
            from.is_none_or(|from| entry.processed_at >= from.0) && to.is_none_or(|to| entry.processed_at <= to.0)
        };
        let all: BTreeSet<_> = entries.iter().filter(asked).map(|entry| entry.id.clone()).collect();
        prop_assert_eq!(unique, all, "lost");
    }
}

#[test]
fn a_short_page_whose_cursor_stands_at_its_moment_leaves_its_last_minute_unsettled() {
    let start = 1_700_000_000_000;
    let entry = |id: &str, processed_at, late| Entry {
        id: id.into(),
        processed_at: start + processed_at,
        visible_at: start + processed_at + late,
    };
    let entries = [entry("old", 0, 0), entry("late", 45_000, 58_000), entry("new", 120_000, 0)];
    let mut world = World {
        stream: Stream { entries: &entries, end: End::Clock },
        rejected: rejected(),
        window: Window::default(),
        now: start + 75_000,
        lucks: Vec::new().into_iter(),
        // The page with the old event is of 1:40, before the late one is seen, and the page with
        // the new one of 2:05.
        paces: vec![25_000].into_iter().cycle(),
    };
    let (mut delivered, mut stored) = (Vec::new(), None);
    world.run(&mut delivered, &mut stored, 10);
    assert_eq!(delivered, ["old", "new"]);
    world.run(&mut delivered, &mut stored, 10);
    assert_eq!(delivered, ["old", "new", "late"]);
}

#[test]
fn a_server_whose_pages_are_never_full_is_caught_up_with() {
    // An event a second, five on a page, a page a second: the walk takes minutes, and is to read
    // again but now and then.
    let start = 1_700_000_000_000;
    let entries: Vec<_> = (0..1_400)
        .map(|second| Entry {
            id: format!("e{second:04}"),
            processed_at: start + second * 1_000,
            visible_at: start + second * 1_000,
        })
        .collect();
    let stream = Stream { entries: &entries, end: End::Cursor };
    let interval = Some(Duration::from_secs(60));
    let mut feed = FeedMachine::new(FeedConfig { interval, ..config(500, Window::default()) });
    let (mut step, mut now, mut delivered) = (feed.step(FeedInput::Poll), start + 1_000_000, 0);
    loop {
        step = match step {
            FeedStep::Fetch(call) => {
                now += 1_000;
                let page = stream.page(&call.limit(5), now, false);
                feed.step(FeedInput::Page(FeedPage::new(
                    page,
                    UNIX_EPOCH + Duration::from_millis(now as u64),
                )))
            }
            FeedStep::Deliver(events) => {
                delivered += events.len();
                feed.step(FeedInput::Poll)
            }
            FeedStep::Wait(_) => break,
            other => panic!("{other:?}"),
        };
    }
    let requests = (now - start) / 1_000 - 1_000;
    assert_eq!(delivered, entries.len());
    // 280 pages, and what is read again.
    assert!(requests < 500, "{requests} requests");
}

#[test]
fn a_cursor_that_is_always_refused_is_an_error_in_the_end() {
    let entries: Vec<_> = (0..10)
        .map(|index| Entry { id: format!("e{index}"), processed_at: 1_000_000 + index, visible_at: 0 })
        .collect();
    let stream = Stream { entries: &entries, end: End::Cursor };
    let mut feed = open(None, 2, Window::default());
    let refused = rejected();
    let (mut step, mut requests) = (feed.step(FeedInput::Poll), 0);
    let failed = loop {
        step = match step {
            FeedStep::Fetch(call) if call.cursor.is_some() => feed.step(FeedInput::Failed(&refused)),
            FeedStep::Fetch(call) => {
                feed.step(FeedInput::Page(FeedPage::new(stream.page(&call, 2_000_000, false), UNIX_EPOCH)))
            }
            FeedStep::Deliver(_) => feed.step(FeedInput::Poll),
            FeedStep::GiveUp => break true,
            other => panic!("{other:?}"),
        };
        requests += 1;
        assert!(requests < 100, "it goes on for ever");
    };
    assert!(failed);
}

#[test]
fn a_first_request_asks_for_everything_and_a_window_for_its_part() {
    let FeedStep::Fetch(call) = open(None, 500, Window::default()).step::<Raw<Event>>(FeedInput::Poll) else {
        panic!("fetches first")
    };
    assert_eq!(call, api::events::Poll::new("o").limit(500));
}

#[test]
fn a_quiet_log_outlives_any_number_of_expired_cursors() {
    let entries = [Entry { id: "e".into(), processed_at: 1_000_000, visible_at: 0 }];
    let stream = Stream { entries: &entries, end: End::Cursor };
    let refused = rejected();
    let mut config = FeedConfig::new("o".into());
    config.interval = Some(Duration::from_secs(60));
    let mut feed = FeedMachine::new(config);
    let (mut step, mut rounds, mut delivered, mut refusals) = (feed.step(FeedInput::Poll), 0, 0, 0);
    while rounds < 50 {
        step = match step {
            // One in each round.
            FeedStep::Fetch(call) if call.cursor.is_some() && refusals < rounds => {
                refusals = rounds;
                feed.step(FeedInput::Failed(&refused))
            }
            FeedStep::Fetch(call) => {
                feed.step(FeedInput::Page(FeedPage::new(stream.page(&call, 2_000_000, false), UNIX_EPOCH)))
            }
            FeedStep::Deliver(events) => {
                delivered += events.len();
                feed.step(FeedInput::Poll)
            }
            FeedStep::Wait(_) => {
                rounds += 1;
                feed.step(FeedInput::Poll)
            }
            other => panic!("{other:?} in round {rounds}"),
        };
    }
    assert_eq!(delivered, 1);
}

#[test]
fn more_events_than_can_be_remembered_come_once_all_the_same() {
    // All within one overlap, and three times as many as are remembered.
    let count = 75_000;
    let entries: Vec<_> = (0..count)
        .map(|index| Entry { id: format!("e{index:05}"), processed_at: 1_000_000 + index / 2, visible_at: 0 })
        .collect();
    let mut stored: Option<String> = None;
    let mut delivered = 0;
    for _ in 0..4 {
        let mut feed = open(stored.as_ref(), 500, Window::default());
        let mut step = feed.step::<Raw<Event>>(FeedInput::Poll);
        loop {
            step = match step {
                FeedStep::Fetch(call) => {
                    let after = call.cursor.as_deref().map_or_else(
                        || {
                            call.from
                                .map_or(0, |from| usize::try_from((from.0 - 1_000_000).max(0) * 2).unwrap())
                        },
                        |cursor| cursor.parse().unwrap(),
                    );
                    let end = (after + 500).min(entries.len());
                    let data: Vec<_> = entries[after..end]
                        .iter()
                        .filter(|entry| call.to.is_none_or(|to| entry.processed_at <= to.0))
                        .map(|entry| {
                            let processed_at = Timestamp::from_millis(entry.processed_at);
                            serde_json::json!({ "id": entry.id, "attributes": { "processedAt": processed_at } })
                        })
                        .collect();
                    let page = serde_json::json!({ "data": data, "meta": { "next": end.to_string() } });
                    feed.step(FeedInput::Page(FeedPage::new(
                        serde_json::from_value(page).unwrap(),
                        UNIX_EPOCH,
                    )))
                }
                FeedStep::Deliver(events) => {
                    delivered += events.len();
                    feed.step(FeedInput::Poll)
                }
                FeedStep::Done => break,
                other => panic!("{other:?}"),
            };
        }
        stored = Some(serde_json::to_string(feed.checkpoint()).unwrap());
        assert_eq!(delivered, entries.len());
    }
}

#[test]
fn a_longer_overlap_does_not_deliver_again_what_was_forgotten() {
    let entries: Vec<_> = (0..20)
        .map(|index| Entry {
            id: format!("e{index}"),
            processed_at: 1_000_000 + index * 30_000,
            visible_at: 0,
        })
        .collect();
    let stream = Stream { entries: &entries, end: End::Null };
    let drain = |overlap, stored: Option<String>| {
        let mut config = FeedConfig::new("o".into());
        config.overlap = Duration::from_secs(overlap);
        let mut feed = match stored {
            Some(json) => FeedMachine::resume(config, Checkpoint::from_json(&json).unwrap()).unwrap(),
            None => FeedMachine::new(config),
        };
        let (mut step, mut delivered) = (feed.step(FeedInput::Poll), 0);
        loop {
            step = match step {
                FeedStep::Fetch(call) => feed
                    .step(FeedInput::Page(FeedPage::new(stream.page(&call, 2_000_000, false), UNIX_EPOCH))),
                FeedStep::Deliver(events) => {
                    delivered += events.len();
                    feed.step(FeedInput::Poll)
                }
                FeedStep::Done => return (delivered, serde_json::to_string(feed.checkpoint()).unwrap()),
                other => panic!("{other:?}"),
            };
        }
    };
    let (first, stored) = drain(60, None);
    let (second, _) = drain(3_600, Some(stored));
    assert_eq!((first, second), (20, 0));
}

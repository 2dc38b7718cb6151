//! The feed delivers each event exactly once.
//!
//! The test drives the state machine over a model of the stream. In the model, events become
//! visible up to an overlap after they were processed, cursors expire or lead back, and the process
//! crashes at any time and resumes from its stored checkpoint.

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

/// An event of the model, with the times at which it is processed and becomes visible, in
/// milliseconds.
#[derive(Debug, Clone)]
struct Entry {
    id: String,
    processed_at: i64,
    visible_at: i64,
}

/// How a stream marks its end.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// The last page has a cursor, which is after the last event.
    Cursor,
    /// The last page has a cursor, which is after the time at which the page was written.
    Clock,
    /// The last page has no cursor.
    Null,
}

struct Stream<'a> {
    entries: &'a [Entry],
    end: End,
}

impl Stream<'_> {
    /// Returns the page that the real service would return at `now`. A cursor contains the time and
    /// the identifier of the last event before it.
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

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Incident {
    None,
    /// The server refuses the cursor, if there is one.
    Expired,
    /// The next cursor is that of the same page.
    LeadsBack,
    /// The process crashes before the events are stored.
    CrashBefore,
    /// The process crashes immediately afterwards.
    CrashAfter,
}

fn incident() -> impl Strategy<Value = Incident> {
    prop_oneof![
        12 => Just(Incident::None),
        1 => Just(Incident::Expired),
        1 => Just(Incident::LeadsBack),
        1 => Just(Incident::CrashBefore),
        1 => Just(Incident::CrashAfter),
    ]
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    // Some gaps are longer than the delay of any event.
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

/// The environment of a run.
struct World<'a> {
    stream: Stream<'a>,
    rejected: Error,
    window: Window,
    now: i64,
    incidents: std::vec::IntoIter<Incident>,
    paces: std::iter::Cycle<std::vec::IntoIter<i64>>,
}

impl World<'_> {
    /// Reads to the end, or until the process crashes. Stored events and the stored checkpoint are
    /// in `delivered` and `stored`.
    fn run(&mut self, delivered: &mut Vec<String>, stored: &mut Option<String>, page_size: u32) {
        let mut feed = open(stored.as_ref(), page_size, self.window);
        let mut step = feed.step(FeedInput::Poll);
        loop {
            step = match step {
                FeedStep::Done => break,
                FeedStep::Fetch(call) => {
                    self.now += self.paces.next().unwrap();
                    match self.incidents.next().unwrap_or(Incident::None) {
                        Incident::Expired if call.cursor.is_some() => {
                            feed.step(FeedInput::Failed(&self.rejected))
                        }
                        incident => {
                            let page = self.stream.page(&call, self.now, incident == Incident::LeadsBack);
                            // The resolution of the `Date` header is one second.
                            let now = UNIX_EPOCH + Duration::from_secs(self.now as u64 / 1_000);
                            let step = feed.step(FeedInput::Page(FeedPage::new(page, now)));
                            if incident == Incident::CrashBefore {
                                return;
                            }
                            if let FeedStep::Deliver(events) = &step {
                                delivered.extend(
                                    events.iter().map(|event| event.decode().unwrap().id.to_string()),
                                );
                                *stored = Some(serde_json::to_string(feed.checkpoint()).unwrap());
                            }
                            if incident == Incident::CrashAfter {
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
        incidents in proptest::collection::vec(incident(), 0..60),
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
            incidents: incidents.into_iter(),
            paces: paces.into_iter().cycle(),
        };
        let (mut delivered, mut stored) = (Vec::new(), None);
        for rest in rests {
            world.run(&mut delivered, &mut stored, page_size);
            world.now += rest;
        }
        // When all events are visible, one run without incidents completes the copy.
        world.now = world.now.max(entries.iter().map(|entry| entry.visible_at).max().unwrap_or(0));
        world.incidents = Vec::new().into_iter();
        world.run(&mut delivered, &mut stored, page_size);

        let unique: BTreeSet<_> = delivered.iter().cloned().collect();
        prop_assert_eq!(unique.len(), delivered.len(), "an event was delivered twice");
        let asked = |entry: &&Entry| {
            from.is_none_or(|from| entry.processed_at >= from.0) && to.is_none_or(|to| entry.processed_at <= to.0)
        };
        let all: BTreeSet<_> = entries.iter().filter(asked).map(|entry| entry.id.clone()).collect();
        prop_assert_eq!(unique, all, "an event was lost");
    }
}

#[test]
fn last_minute_is_unsettled_when_cursor_is_at_time_of_short_page() {
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
        incidents: Vec::new().into_iter(),
        // The page with the old event is written at 1:40, before the late event is visible. The
        // page with the new event is written at 2:05.
        paces: vec![25_000].into_iter().cycle(),
    };
    let (mut delivered, mut stored) = (Vec::new(), None);
    world.run(&mut delivered, &mut stored, 10);
    assert_eq!(delivered, ["old", "new"]);
    world.run(&mut delivered, &mut stored, 10);
    assert_eq!(delivered, ["old", "new", "late"]);
}

#[test]
fn feed_reaches_end_when_pages_are_never_full() {
    // One event per second, five events per page, one page per second: the walk takes minutes, and
    // must rarely read events again.
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
    // 280 pages, and the pages that are read again.
    assert!(requests < 500, "{requests} requests");
}

#[test]
fn feed_gives_up_when_every_cursor_is_refused() {
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
        assert!(requests < 100, "the feed does not end");
    };
    assert!(failed);
}

#[test]
fn first_request_has_no_bounds_without_window() {
    let FeedStep::Fetch(call) = open(None, 500, Window::default()).step::<Raw<Event>>(FeedInput::Poll) else {
        panic!("the first step is a fetch")
    };
    assert_eq!(call, api::events::Poll::new("o").limit(500));
}

#[test]
fn feed_of_quiet_log_continues_after_any_number_of_expired_cursors() {
    let entries = [Entry { id: "e".into(), processed_at: 1_000_000, visible_at: 0 }];
    let stream = Stream { entries: &entries, end: End::Cursor };
    let refused = rejected();
    let mut config = FeedConfig::new("o".into());
    config.interval = Some(Duration::from_secs(60));
    let mut feed = FeedMachine::new(config);
    let (mut step, mut rounds, mut delivered, mut refusals) = (feed.step(FeedInput::Poll), 0, 0, 0);
    while rounds < 50 {
        step = match step {
            // One refusal in each round.
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

/// Returns a page of 500 events. The cursor is the index of the next event, and two events have the
/// same time.
fn page_by_index(entries: &[Entry], call: &api::events::Poll) -> LinkedPage<Raw<Event>> {
    let index_at = |time: EpochMillis| usize::try_from((time.0 - 1_000_000).max(0) * 2).unwrap();
    let start = match &call.cursor {
        Some(cursor) => cursor.parse().unwrap(),
        None => call.from.map_or(0, index_at),
    };
    let end = (start + 500).min(entries.len());
    let data: Vec<_> = entries[start..end]
        .iter()
        .filter(|entry| call.to.is_none_or(|to| entry.processed_at <= to.0))
        .map(|entry| {
            let processed_at = Timestamp::from_millis(entry.processed_at);
            serde_json::json!({ "id": entry.id, "attributes": { "processedAt": processed_at } })
        })
        .collect();
    serde_json::from_value(serde_json::json!({ "data": data, "meta": { "next": end.to_string() } })).unwrap()
}

#[test]
fn feed_delivers_each_event_once_when_overlap_has_more_than_it_remembers() {
    // Three times as many events as the feed remembers, all within one overlap.
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
                    let page = page_by_index(&entries, &call);
                    feed.step(FeedInput::Page(FeedPage::new(page, UNIX_EPOCH)))
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
fn longer_overlap_does_not_deliver_forgotten_events_again() {
    let entries: Vec<_> = (0..20)
        .map(|index| Entry {
            id: format!("e{index}"),
            processed_at: 1_000_000 + index * 30_000,
            visible_at: 0,
        })
        .collect();
    let stream = Stream { entries: &entries, end: End::Null };
    let read = |overlap, stored: Option<String>| {
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
    let (first, stored) = read(60, None);
    let (second, _) = read(3_600, Some(stored));
    assert_eq!((first, second), (20, 0));
}

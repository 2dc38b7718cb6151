//! Temporary faults: the copy of the log is complete under each of them.

use atlassian_admin::ErrorKind;
use atlassian_admin::api;
use atlassian_admin::policy::Timeouts;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;

use crate::behaviour;
use crate::world::{Backend, World, assert_copied, drain};

/// A copy of 600 events in pages of 50, with a fault that is applied a few times.
macro_rules! copies {
    ($($name:ident: $fault:literal;)+) => {
        mod copy_is_complete_after_transient_fault {
            use super::*;

            $(
                behaviour!(
                    $name,
                    |simulator| simulator.events(600).fault($fault.parse().unwrap()),
                    async |world| {
                        let feed = world.client().organization(world.org()).event_feed().page_size(50).stream().unwrap();
                        let (ids, _) = drain(feed).await.unwrap();
                        assert_copied(&ids, &world.truth(), $fault);
                        assert!(world.simulator.faults()[0].1 > 0, "the fault was not applied");
                    }
                );
            )+
        }
    };
}

copies! {
    status_429: "429:times=2";
    retry_after_seconds: "429:retry-after=3,times=2";
    retry_after_http_date: "429:retry-after=http-date,times=2";
    retry_after_iso: "429:retry-after=iso,times=2";
    status_500: "500:every=3";
    status_502: "502:every=3";
    status_503: "503:every=2";
    status_504: "504:every=3";
    reset: "reset:every=3";
    reset_within_body: "reset-body:every=3";
    truncated_json: "truncated-json:every=3";
    delay: "delay:ms=2000";
    repeated_cursor: "repeated-cursor:every=4";
    expired_cursor: "expired-cursor:every=4";
    duplicate: "duplicate";
}

behaviour!(
    feed_fails_when_response_has_the_wrong_type,
    |simulator| simulator.fault("wrong-type".parse().unwrap()),
    async |world| {
        let feed = world.client().organization(world.org()).event_feed().stream().unwrap();
        let error = drain(feed).await.unwrap_err();
        assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some(".")));
    }
);

behaviour!(
    call_times_out_when_server_never_responds,
    |simulator| simulator.fault("hang".parse().unwrap()),
    async |world| {
        let timeouts =
            Timeouts { attempt: Some(Duration::from_secs(30)), total: Some(Duration::from_secs(50)) };
        let client = world.builder().timeouts(timeouts).build().unwrap();
        let error = client.send(&api::orgs::Get::new(world.org())).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    }
);

behaviour!(
    follower_survives_transient_faults,
    |simulator| simulator.events(100).events_per_minute(20.0),
    async |world| {
        let faults = [
            "503:every=5",
            "reset:every=7",
            "truncated-json:every=11",
            "duplicate:every=2",
            "expired-cursor:every=4",
        ];
        world.simulator.set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
        let feed = world.client().organization(world.org()).event_feed().page_size(20);
        let mut feed = feed.follow(Duration::from_secs(30)).unwrap();
        let mut ids = Vec::new();
        while ids.len() < 300 {
            // After an error the feed keeps its checkpoint, and is polled again.
            if let Ok(batch) = feed.next().await.unwrap() {
                ids.extend(batch.events.iter().map(|event| event.decode().unwrap().id.to_string()));
            }
        }
        assert_eq!(ids, world.truth()[..ids.len()]);
        assert!(world.statuses().contains(&503) && world.statuses().contains(&400));
    }
);

fn fault() -> impl Strategy<Value = String> {
    let kinds = [
        "429",
        "429:retry-after=2",
        "500",
        "502",
        "503",
        "504",
        "reset",
        "reset-body",
        "truncated-json",
        "html",
        "duplicate",
        "repeated-cursor",
        "expired-cursor",
        "wrong-type",
    ];
    (proptest::sample::select(kinds.to_vec()), 0.05_f64..0.4).prop_map(|(kind, chance)| {
        format!("{kind}{}chance={chance:.2}", if kind.contains(':') { ',' } else { ':' })
    })
}

/// The parameters of a case of the property below.
#[derive(Debug, Clone)]
struct Trouble {
    faults: Vec<String>,
    late: Option<String>,
    seed: u64,
    page_size: u32,
    /// The number of seconds after each run.
    rests: Vec<u64>,
}

fn trouble() -> impl Strategy<Value = Trouble> {
    let late = (2_u64..9, 1_u64..60).prop_map(|(every, by)| format!("late:every={every},by={by}"));
    let (faults, late) = (proptest::collection::vec(fault(), 0..4), proptest::option::of(late));
    let rests = proptest::collection::vec(0_u64..400, 1..6);
    (faults, late, any::<u64>(), 20_u32..200, rests)
        .prop_map(|(faults, late, seed, page_size, rests)| Trouble { faults, late, seed, page_size, rests })
}

/// A program that runs repeatedly, under any faults and any pace, finally has exactly the
/// simulator's events.
async fn assert_copy_is_complete(backend: Backend, trouble: Trouble) {
    let Trouble { faults, late, seed, page_size, rests } = trouble;
    let all: Vec<_> = faults.iter().chain(&late).map(|fault| fault.parse().unwrap()).collect();
    let world = World::new(backend, |simulator| {
        simulator.seed(seed).events(300).events_per_minute(40.0).faults(all.clone())
    });
    let feed = || world.client().organization(world.org()).event_feed().page_size(page_size);
    let (mut ids, mut checkpoint) = (Vec::new(), None);
    for rest in rests {
        let mut run = feed().resume(checkpoint.clone()).stream().unwrap();
        // An error ends this run; the next one resumes from the stored checkpoint.
        while let Some(Ok(batch)) = run.next().await {
            ids.extend(batch.events.iter().map(|event| event.decode().unwrap().id.to_string()));
            checkpoint = Some(batch.checkpoint);
        }
        world.time.advance(Duration::from_secs(rest));
    }
    // All faults are removed except lateness, which determines when events become visible.
    world.simulator.set_faults(late.iter().map(|fault| fault.parse().unwrap()).collect());
    // The last run finds all events that were visible before it, and perhaps some that appear
    // while it runs.
    let visible = world.truth();
    ids.extend(drain(feed().resume(checkpoint).stream().unwrap()).await.unwrap().0);
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "twice");
    let missing = visible.iter().filter(|id| !unique.contains(id)).count();
    assert_eq!(missing, 0, "lost");
    let after: BTreeSet<_> = world.truth().into_iter().collect();
    let invented = ids.iter().filter(|id| !after.contains(*id)).count();
    assert_eq!(invented, 0, "invented");
}

fn block_on(case: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(case);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn copy_is_complete_after_any_faults(trouble in trouble()) {
        block_on(assert_copy_is_complete(Backend::InProcess, trouble));
    }
}

proptest! {
    // Real sockets are slow.
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn copy_over_reqwest_is_complete_after_any_faults(trouble in trouble()) {
        block_on(assert_copy_is_complete(Backend::Reqwest, trouble));
    }
}

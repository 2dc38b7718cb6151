//! The event feed: every event once, across runs, ends of the log and clocks.

use std::time::Duration;

use atlassian_admin::model::{EpochMillis, Timestamp};
use atlassian_admin_simulator::Quirk;

use crate::behaviour;
use crate::world::{World, assert_copied, drain};

async fn drains_and_resumes(world: World) {
    let feed = || world.client().organization(world.org()).event_feed();
    let (mut ids, mut checkpoint) = drain(feed().stream().unwrap()).await.unwrap();
    assert_eq!(ids, world.truth());
    for minutes in [0_u64, 1, 7, 180] {
        world.time.advance(Duration::from_secs(60 * minutes));
        let (new, next) = drain(feed().resume(checkpoint).stream().unwrap()).await.unwrap();
        ids.extend(new);
        checkpoint = next;
        assert_copied(&ids, &world.truth(), &format!("after {minutes} minutes"));
    }
    assert!(ids.len() > 1_234, "there were new ones");
}

behaviour!(
    feed_drains_and_resumes_when_stream_ends_with_a_cursor,
    |simulator| simulator.events_per_minute(3.0),
    async |world| {
        drains_and_resumes(world).await;
    }
);

behaviour!(
    feed_drains_and_resumes_when_stream_ends_without_a_cursor,
    |simulator| simulator.events_per_minute(3.0).quirk(Quirk::NullNextAtEnd),
    async |world| {
        drains_and_resumes(world).await;
    }
);

behaviour!(
    feed_drains_and_resumes_when_stream_filters_by_event_time,
    |simulator| simulator.events_per_minute(3.0).quirk(Quirk::FilterByEventTime),
    async |world| {
        drains_and_resumes(world).await;
    }
);

behaviour!(drain_returns_window_of_the_log, |simulator| simulator, async |world| {
    let processed_at = |index: u64| {
        let event: serde_json::Value = serde_json::from_str(&world.simulator.event_json(index)).unwrap();
        Timestamp::from(event["attributes"]["processedAt"].as_str().unwrap()).millis().unwrap()
    };
    let feed = world
        .client()
        .organization(world.org())
        .event_feed()
        .from(EpochMillis(processed_at(100)))
        .to(EpochMillis(processed_at(199)));
    let (ids, _) = drain(feed.page_size(30).stream().unwrap()).await.unwrap();
    assert_eq!(ids, world.truth()[100..200]);
});

behaviour!(
    follower_receives_new_events_in_order,
    |simulator| simulator.events(10).events_per_minute(2.0),
    async |world| {
        let mut feed =
            world.client().organization(world.org()).event_feed().follow(Duration::from_secs(90)).unwrap();
        let mut ids = Vec::new();
        while ids.len() < 40 {
            let batch = feed.next().await.unwrap().unwrap();
            ids.extend(batch.events.iter().map(|event| event.decode().unwrap().id.to_string()));
        }
        assert_eq!(ids, world.truth()[..ids.len()]);
    }
);

behaviour!(
    feed_delivers_late_events,
    |simulator| simulator.events(100).events_per_minute(30.0).fault("late:every=4,by=45".parse().unwrap()),
    async |world| {
        let feed = || world.client().organization(world.org()).event_feed().page_size(20);
        let (mut ids, mut checkpoint) = drain(feed().stream().unwrap()).await.unwrap();
        for seconds in [10_u64, 20, 50, 5, 300, 60] {
            world.time.advance(Duration::from_secs(seconds));
            let (new, next) = drain(feed().resume(checkpoint).stream().unwrap()).await.unwrap();
            ids.extend(new);
            checkpoint = next;
        }
        let truth = world.truth();
        assert!(ids != truth, "some came late");
        assert_copied(&ids, &truth, "late");
    }
);

//! What a client requests of its rate limiter, and what it reports of its waits there.
#![allow(deprecated, reason = "`api::events::Get` is tested until it stops")]

use atlassian_admin_core::api;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::{ImmediateTime, Script, builder, ok};
use atlassian_admin_core::observe::{Observer, RequestEvent, RequestEventKind};
use atlassian_admin_core::operation::Limit;
use atlassian_admin_core::policy::{LimitKey, LimitUpdate, Permit, RateLimiter, Reservation};

/// The organization, what shares the limit, and the limit.
type Count = (Option<String>, &'static str, Option<u32>);

/// Lets everything through, and notes by what it was asked to count.
#[derive(Debug, Clone, Default)]
struct Counts(Arc<Mutex<Vec<Count>>>);

impl RateLimiter for Counts {
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, _: Duration) -> Permit {
        let asked = (key.organization.clone(), key.family, limit.map(|limit| limit.per_minute));
        self.0.lock().unwrap().push(asked);
        Permit::free()
    }

    fn record(&self, _: &LimitKey, _: &LimitUpdate, _: Duration) {}
}

#[tokio::test]
async fn limit_is_counted_by_organization_and_family() {
    let counts = Counts::default();
    let replies = [ok(r#"{"data":[]}"#), ok(r#"{"data":{"id":"e"}}"#), ok(r#"{"data":[]}"#)];
    let client = builder(&Script::new(replies), &ImmediateTime::default())
        .rate_limiter(counts.clone())
        .build()
        .unwrap();
    client.send(&api::orgs::List::new()).await.unwrap();
    client.send(&api::events::Get::new("o/1", "e")).await.unwrap();
    client.send(&api::accounts::List::new("o-2")).await.unwrap();
    assert_eq!(
        *counts.0.lock().unwrap(),
        [
            (None, "getOrgs", None),
            (Some("o/1".into()), "event-by-id", Some(10)),
            (Some("o-2".into()), "getUsers", None)
        ]
    );
}

/// A gate whose one turn moves: from the first moment on it is at the second one, in milliseconds.
#[derive(Debug, Clone)]
struct Moving(&'static [(u64, u64)]);

impl RateLimiter for Moving {
    fn acquire(&self, _: &LimitKey, _: Option<Limit>, _: Duration) -> Permit {
        Permit::new(self.clone())
    }

    fn record(&self, _: &LimitKey, _: &LimitUpdate, _: Duration) {}
}

impl Reservation for Moving {
    fn wait(&self, now: Duration) -> Duration {
        let (_, turn) = self.0.iter().rfind(|(since, _)| Duration::from_millis(*since) <= now).unwrap();
        Duration::from_millis(*turn).saturating_sub(now)
    }

    fn consume(&self, _: Duration) {}

    fn cancel(&self) {}
}

#[derive(Debug, Clone, Default)]
struct Waits(Arc<Mutex<Vec<String>>>);

impl Observer for Waits {
    fn on_event(&self, event: &RequestEvent<'_>) {
        if let RequestEventKind::Waiting { wait, reason, .. } = event.kind {
            self.0.lock().unwrap().push(format!("{reason:?} {wait:?}"));
        }
    }
}

#[tokio::test]
async fn wait_is_reported_again_when_it_moves_by_more_than_a_second() {
    let (script, time, waits) =
        (Script::new([ok(r#"{"data":[]}"#)]), ImmediateTime::default(), Waits::default());
    let gate = Moving(&[(0, 10_000), (5_000, 11_000), (10_000, 12_001)]);
    let client = builder(&script, &time).rate_limiter(gate).observer(waits.clone()).build().unwrap();
    client.send(&api::orgs::List::new()).await.unwrap();
    assert_eq!(*waits.0.lock().unwrap(), ["RateLimit 10s", "RateLimit 2.001s"]);
    assert_eq!(time.sleeps(), [5_000, 5_000, 2_001]);
}

//! Staying below the rate limits, so that nothing is refused in the first place.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::StatusCode;

use crate::endpoint::Limit;

/// What a limit is counted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LimitKey {
    /// A fingerprint of the key in use, never the key.
    pub credential: u64,
    /// The organization, where the operation names one.
    pub organization: Option<String>,
    /// The operations that share the limit.
    pub family: &'static str,
}

/// Lets requests through at the rate that the server allows.
///
/// Clones of a client share one gate; several clients may be given the same.
pub trait RateGate: Debug + Send + Sync + 'static {
    /// Takes the next free place. `now` is a [`Runtime`](crate::Runtime)'s monotonic time.
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, now: Duration) -> Ticket;

    /// Learns from an answer: whether it refused the request, how many are left, and how long the server asks to wait.
    fn learn(&self, key: &LimitKey, answer: &LimitNews, now: Duration);
}

/// What an answer says about its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitNews {
    /// The answer's status.
    pub status: StatusCode,
    /// How many requests are left in this period.
    pub remaining: Option<u64>,
    /// How long until the next period, or until the server wants to be asked again.
    pub wait: Option<Duration>,
}

/// A place in a gate. Dropping it unused frees the place for another.
pub struct Ticket {
    wait: Duration,
    release: Option<Box<dyn FnOnce() + Send>>,
}

impl Ticket {
    /// A place that comes up after `wait`; `release` is called when the ticket is dropped unused.
    #[must_use]
    pub fn new(wait: Duration, release: impl FnOnce() + Send + 'static) -> Self {
        Self { wait, release: Some(Box::new(release)) }
    }

    /// A place that is free at once and costs nothing.
    #[must_use]
    pub const fn free() -> Self {
        Self { wait: Duration::ZERO, release: None }
    }

    /// How long until the place comes up.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// Keeps the place: the request goes out.
    pub fn spend(mut self) {
        self.release = None;
    }
}

impl Debug for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ticket").field("wait", &self.wait).finish_non_exhaustive()
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            release();
        }
    }
}

/// Lets everything through at once; what the server refuses is tried again later.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unlimited;

impl RateGate for Unlimited {
    fn acquire(&self, _: &LimitKey, _: Option<Limit>, _: Duration) -> Ticket {
        Ticket::free()
    }

    fn learn(&self, _: &LimitKey, _: &LimitNews, _: Duration) {}
}

/// A gate with the documented limits built in, which also obeys what answers say.
///
/// In no minute does it let more requests through than the limit, whichever way the server cuts its minutes.
#[derive(Debug, Clone, Default)]
pub struct SharedGate(Arc<Mutex<BTreeMap<LimitKey, Lane>>>);

/// A little more than the server's minute: requests do not arrive at the distance at which they left.
const PERIOD: Duration = Duration::from_millis(60_500);

/// The requests under one limit.
#[derive(Debug, Default)]
struct Lane {
    /// When each of the last requests goes out, in order. At most one limit's worth is kept.
    places: VecDeque<Duration>,
    /// Nothing goes out before.
    closed_until: Duration,
}

impl SharedGate {
    fn lanes(&self) -> MutexGuard<'_, BTreeMap<LimitKey, Lane>> {
        // A panic elsewhere leaves the lanes as they were: each change to them is one step.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl RateGate for SharedGate {
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, now: Duration) -> Ticket {
        let mut lanes = self.lanes();
        let Some(limit) = limit else {
            let closed_until = lanes.get(key).map_or(Duration::ZERO, |lane| lane.closed_until);
            return Ticket { wait: closed_until.saturating_sub(now), release: None };
        };
        let lane = lanes.entry(key.clone()).or_default();
        let per_minute = limit.per_minute.max(1) as usize;
        while lane.places.front().is_some_and(|place| *place + PERIOD <= now) {
            lane.places.pop_front();
        }
        // The place one limit's worth before this one must be a period ago.
        let earliest = lane.places.len().checked_sub(per_minute).and_then(|index| lane.places.get(index));
        let earliest = earliest.map_or(now, |place| *place + PERIOD);
        let place = earliest.max(lane.closed_until).max(now);
        let index = lane.places.partition_point(|other| *other <= place);
        lane.places.insert(index, place);
        let (gate, key) = (self.clone(), key.clone());
        Ticket::new(place - now, move || {
            if let Some(lane) = gate.lanes().get_mut(&key)
                && let Some(index) = lane.places.iter().rposition(|other| *other == place)
            {
                lane.places.remove(index);
            }
        })
    }

    fn learn(&self, key: &LimitKey, answer: &LimitNews, now: Duration) {
        let refused = answer.status == StatusCode::TOO_MANY_REQUESTS;
        if let Some(wait) = answer.wait.filter(|_| refused || answer.remaining == Some(0)) {
            let mut lanes = self.lanes();
            let lane = lanes.entry(key.clone()).or_default();
            lane.closed_until = lane.closed_until.max(now + wait);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMIT: Limit = Limit { family: "events", per_minute: 10 };

    fn key(organization: &str) -> LimitKey {
        LimitKey { credential: 1, organization: Some(organization.into()), family: "events" }
    }

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    #[test]
    fn a_burst_fits_the_limit_and_the_next_one_waits_a_period() {
        let gate = SharedGate::default();
        for _ in 0..10 {
            let ticket = gate.acquire(&key("a"), Some(LIMIT), seconds(5));
            assert_eq!(ticket.wait(), Duration::ZERO);
            ticket.spend();
        }
        let dropped = gate.acquire(&key("a"), Some(LIMIT), seconds(6));
        assert_eq!(dropped.wait(), Duration::from_millis(59_500));
        assert_eq!(
            gate.acquire(&key("b"), Some(LIMIT), seconds(6)).wait(),
            Duration::ZERO,
            "limits do not mix"
        );
        drop(dropped);
        assert_eq!(
            gate.acquire(&key("a"), Some(LIMIT), seconds(66)).wait(),
            Duration::ZERO,
            "a dropped ticket costs nothing"
        );
    }

    #[test]
    fn a_refusal_seen_by_one_holds_for_all() {
        let gate = SharedGate::default();
        let refusal =
            LimitNews { status: StatusCode::TOO_MANY_REQUESTS, remaining: Some(0), wait: Some(seconds(30)) };
        gate.clone().learn(&key("a"), &refusal, seconds(100));
        assert_eq!(gate.acquire(&key("a"), Some(LIMIT), seconds(110)).wait(), seconds(20));
        assert_eq!(gate.acquire(&key("a"), None, seconds(110)).wait(), seconds(20));
        assert_eq!(gate.acquire(&key("a"), None, seconds(130)).wait(), Duration::ZERO);
    }

    #[test]
    fn the_last_free_request_closes_the_gate_until_the_reset() {
        let gate = SharedGate::default();
        let answer = |remaining| LimitNews {
            status: StatusCode::OK,
            remaining: Some(remaining),
            wait: Some(seconds(40)),
        };
        gate.learn(&key("a"), &answer(1), Duration::ZERO);
        assert_eq!(gate.acquire(&key("a"), None, Duration::ZERO).wait(), Duration::ZERO);
        gate.learn(&key("a"), &answer(0), Duration::ZERO);
        assert_eq!(gate.acquire(&key("a"), None, Duration::ZERO).wait(), seconds(40));
    }

    proptest! {
        /// Whatever comes when, and whoever gives up, no minute holds more than the limit.
        #[test]
        fn no_minute_holds_more_than_the_limit(arrivals in proptest::collection::vec((0_u64..20_000, any::<bool>()), 1..80)) {
            let gate = SharedGate::default();
            let (mut now, mut sent) = (Duration::ZERO, Vec::new());
            for (gap, gives_up) in arrivals {
                now += Duration::from_millis(gap);
                let ticket = gate.acquire(&key("a"), Some(LIMIT), now);
                if !gives_up {
                    sent.push(now + ticket.wait());
                    ticket.spend();
                }
            }
            sent.sort();
            for window in sent.windows(11) {
                prop_assert!(window[10] - window[0] >= seconds(60), "{:?}", window);
            }
        }
    }
}

//! Staying below the rate limits, so that nothing is refused in the first place.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;

use crate::auth::Secret;
use crate::endpoint::Limit;

/// What a limit is counted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LimitKey {
    /// Which key is in use.
    pub credential: CredentialId,
    /// The organization, where the operation names one.
    pub organization: Option<String>,
    /// The operations that share the limit.
    pub family: &'static str,
}

/// Tells the limits of two keys apart, without being one. Two clients with the same key have the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CredentialId(u64);

impl CredentialId {
    /// The identity of a key, or of none.
    #[must_use]
    pub fn of(key: Option<&Secret>) -> Self {
        let mut hasher = DefaultHasher::new();
        key.map(Secret::expose).hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// A hash of a key is something to guess it by, so it is not shown.
impl Debug for CredentialId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CredentialId(…)")
    }
}

/// Lets requests through at the rate that the server allows.
///
/// Clones of a client share one gate; several clients may be given the same.
pub trait RateGate: Debug + Send + Sync + 'static {
    /// Takes the next free place. `now` is a [`Runtime`](crate::Runtime)'s monotonic time.
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, now: Duration) -> Ticket;

    /// Learns from an answer: whether it refused the request, how many are left, and how long the server asks to wait.
    fn learn(&self, key: &LimitKey, answer: &LimitUpdate, now: Duration);
}

/// What an answer says about its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitUpdate {
    /// The answer's status.
    pub status: StatusCode,
    /// How many requests are left in this period.
    pub remaining: Option<u64>,
    /// How long until the next period, or until the server wants to be asked again.
    pub wait: Option<Duration>,
}

/// A place in a gate's line.
pub trait Place: Debug + Send {
    /// How long until the request may go out. It may grow while one waits, should the server close the gate.
    fn wait(&self, now: Duration) -> Duration;

    /// Gives the place back, for a request to come; those that wait keep theirs.
    fn cancel(&self);
}

/// A place that is held. Dropping it unused gives the place back.
#[derive(Debug)]
pub struct Ticket(Option<Box<dyn Place>>);

impl Ticket {
    /// A ticket for this place.
    #[must_use]
    pub fn new(place: impl Place + 'static) -> Self {
        Self(Some(Box::new(place)))
    }

    /// A ticket that is good at once and costs nothing.
    #[must_use]
    pub const fn free() -> Self {
        Self(None)
    }

    /// How long until the request may go out.
    #[must_use]
    pub fn wait(&self, now: Duration) -> Duration {
        self.0.as_ref().map_or(Duration::ZERO, |place| place.wait(now))
    }

    /// Keeps the place for good: the request goes out.
    pub fn spend(mut self) {
        self.0 = None;
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if let Some(place) = self.0.take() {
            place.cancel();
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

    fn learn(&self, _: &LimitKey, _: &LimitUpdate, _: Duration) {}
}

/// A gate with the documented limits built in, which also obeys what answers say.
///
/// In no minute does it let more requests through than the limit, whichever way the server cuts its minutes. Who comes first goes
/// first. What one request learns of a limit holds for all, those that already wait included.
#[derive(Clone, Default)]
pub struct SharedGate(Arc<Mutex<Vec<(LimitKey, Lane)>>>);

impl Debug for SharedGate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SharedGate")
    }
}

/// A little more than the server's minute: requests do not arrive at the distance at which they left.
const PERIOD: Duration = Duration::from_millis(60_500);

/// How long a refusal holds that does not say for how long.
const UNTOLD: Duration = Duration::from_secs(5);

/// The requests under one limit.
#[derive(Default)]
struct Lane {
    /// When each request goes out, in order: those of the last period, and those that wait.
    places: Vec<(Duration, TicketId)>,
    next_id: TicketId,
    /// Nothing goes out before.
    closed_until: Duration,
}

type TicketId = u64;

impl Lane {
    fn take(&mut self, limit: Option<Limit>, now: Duration) -> TicketId {
        let gone = self.places.partition_point(|(at, _)| at.saturating_add(PERIOD) <= now);
        self.places.drain(..gone);
        // The place one limit's worth before this one must be a period ago.
        let before = limit.and_then(|limit| self.places.len().checked_sub(limit.per_minute.max(1) as usize));
        let earliest =
            before.and_then(|index| self.places.get(index)).map_or(now, |(at, _)| at.saturating_add(PERIOD));
        let id = self.next_id;
        self.next_id += 1;
        let at = earliest.max(self.closed_until).max(now);
        let index = self.places.partition_point(|(other, _)| *other <= at);
        self.places.insert(index, (at, id));
        id
    }

    /// Lets nothing out before `until`. Those that wait keep their order and their distances.
    fn close(&mut self, until: Duration, now: Duration) {
        self.closed_until = self.closed_until.max(until);
        let waiting = self.places.partition_point(|(at, _)| *at <= now);
        let delay = self.places.get(waiting).map_or(Duration::ZERO, |(at, _)| until.saturating_sub(*at));
        self.places.iter_mut().skip(waiting).for_each(|(at, _)| *at = at.saturating_add(delay));
    }
}

struct SharedPlace {
    gate: SharedGate,
    key: LimitKey,
    id: TicketId,
}

impl Debug for SharedPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SharedPlace")
    }
}

impl Place for SharedPlace {
    fn wait(&self, now: Duration) -> Duration {
        self.gate.lane(&self.key, |lane| {
            let place = lane.places.iter().find(|(_, id)| *id == self.id);
            place.map_or(Duration::ZERO, |(at, _)| at.saturating_sub(now))
        })
    }

    fn cancel(&self) {
        self.gate.lane(&self.key, |lane| lane.places.retain(|(_, id)| *id != self.id));
    }
}

impl SharedGate {
    /// Does something with the lane of a key. There are a few for each organization, so that to look through all is as quick as any
    /// map.
    fn lane<T>(&self, key: &LimitKey, act: impl FnOnce(&mut Lane) -> T) -> T {
        // A panic elsewhere leaves the lanes as they were: each change to them is one step.
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lane)) = lanes.iter_mut().find(|(known, _)| known == key) {
            return act(lane);
        }
        let mut lane = Lane::default();
        let result = act(&mut lane);
        lanes.push((key.clone(), lane));
        result
    }
}

impl RateGate for SharedGate {
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, now: Duration) -> Ticket {
        let id = self.lane(key, |lane| {
            let is_open = lane.closed_until <= now;
            (limit.is_some() || !is_open).then(|| lane.take(limit, now))
        });
        let Some(id) = id else { return Ticket::free() };
        Ticket::new(SharedPlace { gate: self.clone(), key: key.clone(), id })
    }

    fn learn(&self, key: &LimitKey, answer: &LimitUpdate, now: Duration) {
        let wait = match (answer.status == StatusCode::TOO_MANY_REQUESTS, answer.wait) {
            (true, Some(wait)) => wait,
            // A refusal that does not say for how long still holds for everybody.
            (true, None) => UNTOLD,
            // The last request of a period went through. Resets without seconds are rounded up, and no period is longer than ours.
            (false, Some(wait)) if answer.remaining == Some(0) => wait.min(PERIOD),
            (false, _) => return,
        };
        self.lane(key, |lane| lane.close(now.saturating_add(wait), now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMIT: Limit = Limit { family: "events", per_minute: 10 };

    fn key(organization: &str) -> LimitKey {
        LimitKey {
            credential: CredentialId::of(None),
            organization: Some(organization.into()),
            family: "events",
        }
    }

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    #[test]
    fn a_burst_fits_the_limit_and_the_next_one_waits_a_period() {
        let gate = SharedGate::default();
        for _ in 0..10 {
            let ticket = gate.acquire(&key("a"), Some(LIMIT), seconds(5));
            assert_eq!(ticket.wait(seconds(5)), Duration::ZERO);
            ticket.spend();
        }
        let dropped = gate.acquire(&key("a"), Some(LIMIT), seconds(6));
        assert_eq!(dropped.wait(seconds(6)), Duration::from_millis(59_500));
        assert_eq!(
            gate.acquire(&key("b"), Some(LIMIT), seconds(6)).wait(seconds(6)),
            Duration::ZERO,
            "limits do not mix"
        );
        drop(dropped);
        assert_eq!(
            gate.acquire(&key("a"), Some(LIMIT), seconds(66)).wait(seconds(66)),
            Duration::ZERO,
            "a dropped ticket costs nothing"
        );
    }

    #[test]
    fn a_refusal_seen_by_one_holds_for_all() {
        let gate = SharedGate::default();
        let refusal = LimitUpdate {
            status: StatusCode::TOO_MANY_REQUESTS,
            remaining: Some(0),
            wait: Some(seconds(30)),
        };
        gate.clone().learn(&key("a"), &refusal, seconds(100));
        assert_eq!(gate.acquire(&key("a"), Some(LIMIT), seconds(110)).wait(seconds(110)), seconds(20));
        assert_eq!(gate.acquire(&key("a"), None, seconds(110)).wait(seconds(110)), seconds(20));
        assert_eq!(gate.acquire(&key("a"), None, seconds(130)).wait(seconds(130)), Duration::ZERO);
    }

    #[test]
    fn the_last_free_request_closes_the_gate_until_the_reset() {
        let gate = SharedGate::default();
        let answer = |remaining| LimitUpdate {
            status: StatusCode::OK,
            remaining: Some(remaining),
            wait: Some(seconds(40)),
        };
        gate.learn(&key("a"), &answer(1), Duration::ZERO);
        assert_eq!(gate.acquire(&key("a"), None, Duration::ZERO).wait(Duration::ZERO), Duration::ZERO);
        gate.learn(&key("a"), &answer(0), Duration::ZERO);
        assert_eq!(gate.acquire(&key("a"), None, Duration::ZERO).wait(Duration::ZERO), seconds(40));
    }

    #[test]
    fn a_refusal_moves_those_who_wait_and_keeps_their_order() {
        let gate = SharedGate::default();
        let tickets: Vec<_> = (0..25).map(|_| gate.acquire(&key("a"), Some(LIMIT), Duration::ZERO)).collect();
        let waits = |now| tickets.iter().map(|ticket| ticket.wait(now)).collect::<Vec<_>>();
        let before = waits(Duration::ZERO);
        assert_eq!((before[9], before[10], before[24]), (Duration::ZERO, PERIOD, PERIOD * 2));
        let refusal =
            LimitUpdate { status: StatusCode::TOO_MANY_REQUESTS, remaining: None, wait: Some(seconds(100)) };
        gate.learn(&key("a"), &refusal, seconds(1));
        let after = waits(seconds(1));
        assert_eq!((after[10], after[19], after[24]), (seconds(100), seconds(100), seconds(100) + PERIOD));
    }

    proptest! {
        /// Whatever comes when, whoever gives up and whatever the server refuses: no minute holds more than the limit, and nothing
        /// goes out while the gate is closed.
        #[test]
        fn no_minute_holds_more_than_the_limit(
            arrivals in proptest::collection::vec(
                (0_u64..20_000, any::<bool>(), proptest::option::weighted(0.1, 0_u64..200)),
                1..80,
            ),
        ) {
            let gate = SharedGate::default();
            let (mut now, mut closed_until) = (Duration::ZERO, Duration::ZERO);
            let (mut sent, mut waiting) = (Vec::new(), Vec::<(Ticket, bool)>::new());
            let last = (1_000_000, true, None);
            for (gap, gives_up, refused_for) in arrivals.into_iter().chain([last]) {
                let arrival = now + Duration::from_millis(gap);
                // Those whose turn comes before the next arrival, one by one.
                while let Some((index, wait)) =
                    waiting.iter().map(|(ticket, _)| ticket.wait(now)).enumerate().min_by_key(|(_, wait)| *wait)
                    && now + wait <= arrival
                {
                    now += wait;
                    let (ticket, gives_up) = waiting.remove(index);
                    if gives_up {
                        drop(ticket);
                    } else {
                        prop_assert!(now >= closed_until);
                        sent.push(now);
                        ticket.spend();
                    }
                }
                now = arrival;
                if let Some(wait) = refused_for.map(seconds) {
                    let news = LimitUpdate { status: StatusCode::TOO_MANY_REQUESTS, remaining: None, wait: Some(wait) };
                    gate.learn(&key("a"), &news, now);
                    closed_until = closed_until.max(now + wait);
                }
                waiting.push((gate.acquire(&key("a"), Some(LIMIT), now), gives_up));
            }
            for window in sent.windows(11) {
                prop_assert!(window[10] - window[0] >= seconds(60), "{:?}", window);
            }
        }
    }
}

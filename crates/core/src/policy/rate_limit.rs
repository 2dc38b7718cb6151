//! Staying below the rate limits, so that nothing is refused in the first place.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;

use crate::auth::Secret;
use crate::operation::Limit;

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
    /// How long until the request may go out. It may grow while one waits, should the server close the gate, and shrink, should
    /// somebody before it give up: a client asks every five seconds. A gate may pass by those who do not.
    fn wait(&self, now: Duration) -> Duration;

    /// The request goes out.
    fn spend(&self, now: Duration);

    /// Gives the place back: those behind it move up.
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

    /// Uses the place: the request goes out.
    pub fn spend(mut self, now: Duration) {
        if let Some(place) = self.0.take() {
            place.spend(now);
        }
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
/// first, and who gives up lets those behind move up. A call that nobody polls, as where a `select!` is at something else, lets them
/// pass. What one request learns of a limit holds for all, those that already wait included.
#[derive(Clone, Default)]
pub struct SharedGate(Arc<Mutex<Vec<(LimitKey, Lane)>>>);

impl Debug for SharedGate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SharedGate")
    }
}

/// A little more than the server's minute: requests do not arrive at the distance at which they left.
const PERIOD: Duration = Duration::from_millis(60_500);

/// How often those in line look where they stand.
pub(crate) const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// Who has not looked for so long is asleep: nobody polls it, and perhaps nobody ever will.
const ASLEEP: Duration = Duration::from_secs(15);

/// How long a refusal holds that does not say for how long.
const UNTOLD: Duration = Duration::from_secs(5);

/// The requests under one limit.
#[derive(Default)]
struct Lane {
    /// How many may go out within a period.
    limit: Option<usize>,
    /// When requests went out, in order: those of the last period.
    gone: Vec<Duration>,
    /// Those that wait, in the order of their coming.
    waiting: Vec<Waiting>,
    next_id: TicketId,
    /// Nothing goes out before.
    closed_until: Duration,
}

type TicketId = u64;

struct Waiting {
    id: TicketId,
    looked: Duration,
    /// Whether it was told then that its turn has come.
    may_go: bool,
}

impl Lane {
    fn take(&mut self, limit: Option<Limit>, now: Duration) -> TicketId {
        self.limit = limit.map(|limit| limit.per_minute.max(1) as usize);
        let id = self.next_id;
        self.next_id += 1;
        self.waiting.push(Waiting { id, looked: now, may_go: false });
        id
    }

    /// When a ticket's turn comes, by what is known at `now`: never reckoned in advance, since those before it may be late or give up.
    fn turn(&mut self, id: TicketId, now: Duration) -> Duration {
        let (mut before, mut is_passed) = (0, false);
        for other in &mut self.waiting {
            if other.id == id {
                (other.looked, is_passed) = (now, true);
            } else if (!is_passed || other.may_go) && other.looked.saturating_add(ASLEEP) >= now {
                // Those who sleep let others go first, who then stay before them.
                before += 1;
            }
        }
        if !is_passed {
            return now;
        }
        let turn = self.turn_behind(before, now);
        self.waiting.iter_mut().filter(|other| other.id == id).for_each(|it| it.may_go = turn <= now);
        turn
    }

    /// When the turn comes of somebody with so many before.
    fn turn_behind(&self, before: usize, now: Duration) -> Duration {
        let open = self.closed_until.max(now);
        let Some(limit) = self.limit else { return open };
        // The request one limit's worth before this one must be a period ago. Of those that wait before it, each limit's worth
        // takes a period, too.
        let place = self.gone.len() + before;
        let periods = (before / limit) as u32;
        let first = place - periods as usize * limit;
        let last_gone = first.checked_sub(limit).and_then(|index| self.gone.get(index));
        let first_turn = last_gone.map_or(open, |gone| open.max(gone.saturating_add(PERIOD)));
        first_turn.saturating_add(PERIOD.saturating_mul(periods))
    }

    /// The request goes out. What counts is when it does, which may be later than its turn was.
    fn spend(&mut self, id: TicketId, now: Duration) {
        self.cancel(id);
        let old = self.gone.partition_point(|gone| gone.saturating_add(PERIOD) <= now);
        self.gone.drain(..old);
        if self.limit.is_some() {
            self.gone.push(now);
        }
    }

    fn cancel(&mut self, id: TicketId) {
        self.waiting.retain(|other| other.id != id);
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
        self.gate.lane(&self.key, |lane| lane.turn(self.id, now).saturating_sub(now))
    }

    fn spend(&self, now: Duration) {
        self.gate.lane(&self.key, |lane| lane.spend(self.id, now));
    }

    fn cancel(&self) {
        self.gate.lane(&self.key, |lane| lane.cancel(self.id));
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
        self.lane(key, |lane| lane.closed_until = lane.closed_until.max(now.saturating_add(wait)));
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
            ticket.spend(seconds(5));
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
        let mut tickets: Vec<_> =
            (0..25).map(|_| gate.acquire(&key("a"), Some(LIMIT), Duration::ZERO)).collect();
        let waits = |tickets: &[Ticket], now| tickets.iter().map(|it| it.wait(now)).collect::<Vec<_>>();
        let before = waits(&tickets, Duration::ZERO);
        assert_eq!((before[9], before[10], before[24]), (Duration::ZERO, PERIOD, PERIOD * 2));
        tickets.drain(..10).for_each(|ticket| ticket.spend(Duration::ZERO));
        let refusal =
            LimitUpdate { status: StatusCode::TOO_MANY_REQUESTS, remaining: None, wait: Some(seconds(100)) };
        gate.learn(&key("a"), &refusal, seconds(1));
        let after = waits(&tickets, seconds(1));
        assert_eq!((after[0], after[9], after[14]), (seconds(100), seconds(100), seconds(100) + PERIOD));
    }

    #[test]
    fn who_gives_up_lets_those_behind_move_up() {
        let gate = SharedGate::default();
        for _ in 0..10 {
            gate.acquire(&key("a"), Some(LIMIT), Duration::ZERO).spend(Duration::ZERO);
        }
        let mut waiting: Vec<_> = (0..30).map(|_| gate.acquire(&key("a"), Some(LIMIT), seconds(1))).collect();
        let last = waiting.pop().unwrap();
        assert_eq!(last.wait(seconds(1)), PERIOD * 3 - seconds(1));
        waiting.truncate(9);
        assert_eq!(last.wait(seconds(1)), PERIOD - seconds(1));
        waiting.clear();
        assert_eq!(last.wait(PERIOD), Duration::ZERO);
    }

    /// A busy program, or a page in the background, is late: what counts is when its requests go out.
    #[test]
    fn a_late_request_counts_from_when_it_went_out() {
        let gate = SharedGate::default();
        let take = || gate.acquire(&key("a"), Some(LIMIT), Duration::ZERO);
        let (first, second): (Vec<_>, Vec<_>) =
            ((0..10).map(|_| take()).collect(), (0..10).map(|_| take()).collect());
        first.into_iter().for_each(|ticket| ticket.spend(seconds(50)));
        assert!(second.iter().all(|ticket| ticket.wait(seconds(61)) == seconds(50) + PERIOD - seconds(61)));
    }

    #[test]
    fn unpolled_reservation_lets_others_pass_and_then_queues_behind_them() {
        let gate = SharedGate::default();
        let take = |now| gate.acquire(&key("a"), Some(LIMIT), now);
        let mut asleep: Vec<_> = (0..20).map(|_| take(Duration::ZERO)).collect();
        let awake = take(seconds(1));
        assert_eq!(awake.wait(seconds(15)), PERIOD * 2, "they may still look");
        assert_eq!(awake.wait(seconds(16)), Duration::ZERO);
        // It was told that it may go, so whoever wakes now counts on it.
        let woken = asleep.pop().unwrap();
        assert_eq!(woken.wait(seconds(16)), Duration::ZERO);
        let others: Vec<_> = (0..8).map(|_| take(seconds(16))).collect();
        assert!(others.iter().all(|ticket| ticket.wait(seconds(16)) == Duration::ZERO));
        let late = asleep.remove(0);
        assert_eq!(late.wait(seconds(16)), PERIOD, "ten are before it");
    }

    /// What a caller does with its place in line.
    #[derive(Debug, Clone)]
    struct Conduct {
        /// Does not look before, in milliseconds of the whole.
        sleeps_until: u64,
        /// Gives up then, be it its turn or not.
        gives_up_at: Option<u64>,
        /// By how much it is late each time.
        lateness: u64,
    }

    fn conduct() -> impl Strategy<Value = Conduct> {
        let moment = 0_u64..900_000;
        let gives_up_at = proptest::option::weighted(0.3, moment.clone());
        let sleeps_until = proptest::option::weighted(0.2, moment).prop_map(Option::unwrap_or_default);
        (sleeps_until, gives_up_at, 0_u64..30_000).prop_map(|(sleeps_until, gives_up_at, lateness)| Conduct {
            sleeps_until,
            gives_up_at,
            lateness,
        })
    }

    proptest! {
        /// Whatever comes when, whoever sleeps or gives up and whatever the server refuses: no minute holds more than the limit, nothing
        /// goes out while the gate is closed, and all go out in the end.
        #[test]
        fn no_minute_holds_more_than_the_limit(
            arrivals in proptest::collection::vec(
                (0_u64..20_000, conduct(), proptest::option::weighted(0.1, 0_u64..200)),
                1..80,
            ),
        ) {
            let gate = SharedGate::default();
            let (mut now, mut closed_until) = (Duration::ZERO, Duration::ZERO);
            let (mut sent, mut waiting) = (Vec::new(), Vec::<(Ticket, Conduct, Duration)>::new());
            let at = Duration::from_millis;
            let last = (10_000_000, Conduct { sleeps_until: 0, gives_up_at: None, lateness: 0 }, None);
            for (gap, conduct, refused_for) in arrivals.into_iter().chain([last]) {
                let arrival = now + at(gap);
                // Those who do something before the next arrival, one by one.
                while let Some((index, moment)) = waiting
                    .iter()
                    .map(|(_, conduct, looks_at)| conduct.gives_up_at.map_or(*looks_at, |end| now.max(at(end)).min(*looks_at)))
                    .enumerate()
                    .min_by_key(|(_, moment)| *moment)
                    && moment <= arrival
                {
                    now = moment;
                    let (ticket, conduct, _) = waiting.remove(index);
                    let wait = ticket.wait(now);
                    if conduct.gives_up_at.is_some_and(|end| at(end) <= now) {
                        drop(ticket);
                    } else if wait > Duration::ZERO {
                        let looks_at = now + wait.min(LOOK_AGAIN) + at(conduct.lateness);
                        waiting.insert(index, (ticket, conduct, looks_at));
                    } else {
                        prop_assert!(now >= closed_until);
                        sent.push(now);
                        ticket.spend(now);
                    }
                }
                now = arrival;
                if let Some(wait) = refused_for.map(seconds) {
                    let news = LimitUpdate { status: StatusCode::TOO_MANY_REQUESTS, remaining: None, wait: Some(wait) };
                    gate.learn(&key("a"), &news, now);
                    closed_until = closed_until.max(now + wait);
                }
                let looks_at = now.max(at(conduct.sleeps_until));
                waiting.push((gate.acquire(&key("a"), Some(LIMIT), now), conduct, looks_at));
            }
            prop_assert_eq!(waiting.len(), 1, "only the last one is still to go");
            for window in sent.windows(11) {
                prop_assert!(window[10] - window[0] >= seconds(60), "{:?}", window);
            }
        }
    }
}

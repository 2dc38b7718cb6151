//! The default rate limiter: a sliding window for each limit.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::StatusCode;

use super::{LimitKey, LimitUpdate, Permit, RateLimiter, Reservation};
use crate::operation::Limit;

/// A rate limiter that keeps the documented limits and the limits that responses report.
///
/// In no minute does it admit more requests than the limit, regardless of when the server's
/// minutes begin. Requests are admitted in the order of their calls; if one is cancelled, those
/// after it move up. A future that is not polled does not block requests queued after it. A limit
/// that one response reports applies to all requests, including those that already wait.
///
/// # Examples
/// ```
/// use atlassian_admin_core::policy::SlidingWindow;
/// use atlassian_admin_core::{BuildError, Client, ClientBuilder};
///
/// /// Two clients of one key share its limits.
/// fn build(one: ClientBuilder, other: ClientBuilder) -> Result<[Client; 2], BuildError> {
///     let limiter = SlidingWindow::default();
///     Ok([one.rate_limiter(limiter.clone()).build()?, other.rate_limiter(limiter).build()?])
/// }
/// ```
#[derive(Clone, Default)]
pub struct SlidingWindow(Arc<Mutex<Vec<(LimitKey, Queue)>>>);

impl Debug for SlidingWindow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SlidingWindow")
    }
}

/// Slightly more than the server's minute, because the intervals between requests can shrink on
/// the way to the server.
const PERIOD: Duration = Duration::from_millis(60_500);

/// The interval at which a waiting request polls its reservation.
pub(crate) const POLL_INTERVAL: Duration = Duration::from_secs(5);

/// A waiter that was not polled for this long is skipped: its future may have been abandoned.
const ABANDONED_AFTER: Duration = Duration::from_secs(15);

/// The duration of a refusal that does not specify one.
const DEFAULT_REFUSAL: Duration = Duration::from_secs(5);

/// The requests under one limit.
///
/// Example: the limit is 2 requests a period, and A, B and C wait in this order. If none was sent
/// in the last period, A and B may be sent now, and C one period after A. If A is not polled, it
/// is skipped: B and C may be sent now. When A is polled again, it is after them, because they
/// were admitted.
#[derive(Default)]
struct Queue {
    /// The maximum number of requests in a period.
    limit: Option<usize>,
    /// When the requests of the last period were sent, in order.
    sent_at: Vec<Duration>,
    /// The waiting requests, in the order of their calls.
    waiting: Vec<Waiting>,
    next_id: PermitId,
    /// No request is sent before this time.
    closed_until: Duration,
}

type PermitId = u64;

struct Waiting {
    id: PermitId,
    last_polled: Duration,
    /// Whether the last poll returned that the request may be sent.
    admitted: bool,
}

impl Queue {
    fn reserve(&mut self, limit: Option<Limit>, now: Duration) -> PermitId {
        self.limit = limit.map(|limit| limit.per_minute.max(1) as usize);
        let id = self.next_id;
        self.next_id += 1;
        self.waiting.push(Waiting { id, last_polled: now, admitted: false });
        id
    }

    /// Returns when a request may be sent, as known at `now`. It is not computed in advance,
    /// because requests ahead may be late or cancelled.
    fn send_time(&mut self, id: PermitId, now: Duration) -> Duration {
        let (mut ahead, mut is_passed) = (0, false);
        for other in &mut self.waiting {
            if other.id == id {
                (other.last_polled, is_passed) = (now, true);
            } else if (!is_passed || other.admitted)
                && other.last_polled.saturating_add(ABANDONED_AFTER) >= now
            {
                // A skipped waiter does not count; waiters admitted meanwhile stay ahead of it.
                ahead += 1;
            }
        }
        if !is_passed {
            return now;
        }
        let time = self.send_time_after(ahead, now);
        self.waiting.iter_mut().filter(|other| other.id == id).for_each(|it| it.admitted = time <= now);
        time
    }

    /// Returns when a request may be sent that has this many others ahead.
    fn send_time_after(&self, ahead: usize, now: Duration) -> Duration {
        let open = self.closed_until.max(now);
        let Some(limit) = self.limit else { return open };
        // The request that is `limit` places before this one must be a period ago. Of the waiting
        // requests ahead, each `limit` take a period as well.
        let place = self.sent_at.len() + ahead;
        let periods = (ahead / limit) as u32;
        let first = place - periods as usize * limit;
        let last_sent = first.checked_sub(limit).and_then(|index| self.sent_at.get(index));
        let first_time = last_sent.map_or(open, |sent| open.max(sent.saturating_add(PERIOD)));
        first_time.saturating_add(PERIOD.saturating_mul(periods))
    }

    /// Records that a request is sent, possibly later than it could have been.
    fn consume(&mut self, id: PermitId, now: Duration) {
        self.cancel(id);
        let old = self.sent_at.partition_point(|sent| sent.saturating_add(PERIOD) <= now);
        self.sent_at.drain(..old);
        if self.limit.is_some() {
            self.sent_at.push(now);
        }
    }

    fn cancel(&mut self, id: PermitId) {
        self.waiting.retain(|other| other.id != id);
    }
}

struct QueuedRequest {
    limiter: SlidingWindow,
    key: LimitKey,
    id: PermitId,
}

impl Debug for QueuedRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("QueuedRequest")
    }
}

impl Reservation for QueuedRequest {
    fn wait(&self, now: Duration) -> Duration {
        self.limiter.with_queue(&self.key, |queue| queue.send_time(self.id, now).saturating_sub(now))
    }

    fn consume(&self, now: Duration) {
        self.limiter.with_queue(&self.key, |queue| queue.consume(self.id, now));
    }

    fn cancel(&self) {
        self.limiter.with_queue(&self.key, |queue| queue.cancel(self.id));
    }
}

impl SlidingWindow {
    /// Locks the queue of a key. There are only a few for each organization, so a list finds them
    /// as fast as a map. Queues are never removed.
    fn with_queue<T>(&self, key: &LimitKey, act: impl FnOnce(&mut Queue) -> T) -> T {
        // A panic elsewhere leaves the queues valid: each change is a single step.
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, queue)) = queues.iter_mut().find(|(known, _)| known == key) {
            return act(queue);
        }
        let mut queue = Queue::default();
        let result = act(&mut queue);
        queues.push((key.clone(), queue));
        result
    }
}

impl RateLimiter for SlidingWindow {
    fn acquire(&self, key: &LimitKey, limit: Option<Limit>, now: Duration) -> Permit {
        let id = self.with_queue(key, |queue| {
            let is_open = queue.closed_until <= now;
            (limit.is_some() || !is_open).then(|| queue.reserve(limit, now))
        });
        let Some(id) = id else { return Permit::free() };
        Permit::new(QueuedRequest { limiter: self.clone(), key: key.clone(), id })
    }

    fn record(&self, key: &LimitKey, update: &LimitUpdate, now: Duration) {
        let wait = match (update.status == StatusCode::TOO_MANY_REQUESTS, update.wait) {
            (true, Some(wait)) => wait,
            // A refusal applies to all requests, even if it does not specify a duration.
            (true, None) => DEFAULT_REFUSAL,
            // The last request of a period. The limiter waits for the reported reset, but at most
            // `PERIOD`: resets without seconds are rounded up, and no period is longer.
            (false, Some(wait)) if update.remaining == Some(0) => wait.min(PERIOD),
            (false, _) => return,
        };
        self.with_queue(key, |queue| queue.closed_until = queue.closed_until.max(now.saturating_add(wait)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::CredentialId;
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
    fn burst_fits_limit_and_next_request_waits_a_period() {
        let limiter = SlidingWindow::default();
        for _ in 0..10 {
            let permit = limiter.acquire(&key("a"), Some(LIMIT), seconds(5));
            assert_eq!(permit.wait(seconds(5)), Duration::ZERO);
            permit.consume(seconds(5));
        }
        let dropped = limiter.acquire(&key("a"), Some(LIMIT), seconds(6));
        assert_eq!(dropped.wait(seconds(6)), Duration::from_millis(59_500));
        assert_eq!(
            limiter.acquire(&key("b"), Some(LIMIT), seconds(6)).wait(seconds(6)),
            Duration::ZERO,
            "limits do not mix"
        );
        drop(dropped);
        assert_eq!(
            limiter.acquire(&key("a"), Some(LIMIT), seconds(66)).wait(seconds(66)),
            Duration::ZERO,
            "a dropped permit costs nothing"
        );
    }

    #[test]
    fn refusal_holds_for_all_clones() {
        let limiter = SlidingWindow::default();
        let refusal = LimitUpdate {
            status: StatusCode::TOO_MANY_REQUESTS,
            remaining: Some(0),
            wait: Some(seconds(30)),
        };
        limiter.clone().record(&key("a"), &refusal, seconds(100));
        assert_eq!(limiter.acquire(&key("a"), Some(LIMIT), seconds(110)).wait(seconds(110)), seconds(20));
        assert_eq!(limiter.acquire(&key("a"), None, seconds(110)).wait(seconds(110)), seconds(20));
        assert_eq!(limiter.acquire(&key("a"), None, seconds(130)).wait(seconds(130)), Duration::ZERO);
    }

    #[test]
    fn limiter_closes_until_reset_after_last_request() {
        let limiter = SlidingWindow::default();
        let answer = |remaining| LimitUpdate {
            status: StatusCode::OK,
            remaining: Some(remaining),
            wait: Some(seconds(40)),
        };
        limiter.record(&key("a"), &answer(1), Duration::ZERO);
        assert_eq!(limiter.acquire(&key("a"), None, Duration::ZERO).wait(Duration::ZERO), Duration::ZERO);
        limiter.record(&key("a"), &answer(0), Duration::ZERO);
        assert_eq!(limiter.acquire(&key("a"), None, Duration::ZERO).wait(Duration::ZERO), seconds(40));
    }

    #[test]
    fn refusal_delays_waiting_requests_and_keeps_their_order() {
        let limiter = SlidingWindow::default();
        let mut permits: Vec<_> =
            (0..25).map(|_| limiter.acquire(&key("a"), Some(LIMIT), Duration::ZERO)).collect();
        let waits = |permits: &[Permit], now| permits.iter().map(|it| it.wait(now)).collect::<Vec<_>>();
        let before = waits(&permits, Duration::ZERO);
        assert_eq!((before[9], before[10], before[24]), (Duration::ZERO, PERIOD, PERIOD * 2));
        permits.drain(..10).for_each(|permit| permit.consume(Duration::ZERO));
        let refusal =
            LimitUpdate { status: StatusCode::TOO_MANY_REQUESTS, remaining: None, wait: Some(seconds(100)) };
        limiter.record(&key("a"), &refusal, seconds(1));
        let after = waits(&permits, seconds(1));
        assert_eq!((after[0], after[9], after[14]), (seconds(100), seconds(100), seconds(100) + PERIOD));
    }

    #[test]
    fn cancelled_request_lets_those_after_it_move_up() {
        let limiter = SlidingWindow::default();
        for _ in 0..10 {
            limiter.acquire(&key("a"), Some(LIMIT), Duration::ZERO).consume(Duration::ZERO);
        }
        let mut waiting: Vec<_> =
            (0..30).map(|_| limiter.acquire(&key("a"), Some(LIMIT), seconds(1))).collect();
        let last = waiting.pop().unwrap();
        assert_eq!(last.wait(seconds(1)), PERIOD * 3 - seconds(1));
        waiting.truncate(9);
        assert_eq!(last.wait(seconds(1)), PERIOD - seconds(1));
        waiting.clear();
        assert_eq!(last.wait(PERIOD), Duration::ZERO);
    }

    /// A busy process or a background tab is late: the time at which a request is sent counts.
    #[test]
    fn late_request_counts_from_its_sending() {
        let limiter = SlidingWindow::default();
        let take = || limiter.acquire(&key("a"), Some(LIMIT), Duration::ZERO);
        let (first, second): (Vec<_>, Vec<_>) =
            ((0..10).map(|_| take()).collect(), (0..10).map(|_| take()).collect());
        first.into_iter().for_each(|permit| permit.consume(seconds(50)));
        assert!(second.iter().all(|permit| permit.wait(seconds(61)) == seconds(50) + PERIOD - seconds(61)));
    }

    #[test]
    fn unpolled_reservation_lets_others_pass_and_then_queues_behind_them() {
        let limiter = SlidingWindow::default();
        let take = |now| limiter.acquire(&key("a"), Some(LIMIT), now);
        let mut asleep: Vec<_> = (0..20).map(|_| take(Duration::ZERO)).collect();
        let awake = take(seconds(1));
        assert_eq!(awake.wait(seconds(15)), PERIOD * 2, "they may still look");
        assert_eq!(awake.wait(seconds(16)), Duration::ZERO);
        // Its last poll returned that it may be sent, so this permit stays valid.
        let woken = asleep.pop().unwrap();
        assert_eq!(woken.wait(seconds(16)), Duration::ZERO);
        let others: Vec<_> = (0..8).map(|_| take(seconds(16))).collect();
        assert!(others.iter().all(|permit| permit.wait(seconds(16)) == Duration::ZERO));
        let late = asleep.remove(0);
        assert_eq!(late.wait(seconds(16)), PERIOD, "ten are before it");
    }

    /// The behaviour of a caller with a reservation.
    #[derive(Debug, Clone)]
    struct Conduct {
        /// Does not poll before this time, in milliseconds from the start.
        sleeps_until: u64,
        /// Cancels at this time, even if it may be sent.
        gives_up_at: Option<u64>,
        /// The delay of each poll.
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
        /// With any arrivals, cancellations, unpolled reservations and refusals, no minute
        /// contains more requests than the limit, no request is sent while the limit is closed,
        /// and all requests are finally sent.
        #[test]
        fn no_minute_holds_more_than_the_limit(
            arrivals in proptest::collection::vec(
                (0_u64..20_000, conduct(), proptest::option::weighted(0.1, 0_u64..200)),
                1..80,
            ),
        ) {
            let limiter = SlidingWindow::default();
            let (mut now, mut closed_until) = (Duration::ZERO, Duration::ZERO);
            let (mut sent, mut waiting) = (Vec::new(), Vec::<(Permit, Conduct, Duration)>::new());
            let at = Duration::from_millis;
            let last = (10_000_000, Conduct { sleeps_until: 0, gives_up_at: None, lateness: 0 }, None);
            for (gap, conduct, refused_for) in arrivals.into_iter().chain([last]) {
                let arrival = now + at(gap);
                // The callers that act before the next arrival, one by one.
                while let Some((index, moment)) = waiting
                    .iter()
                    .map(|(_, conduct, looks_at)| conduct.gives_up_at.map_or(*looks_at, |end| now.max(at(end)).min(*looks_at)))
                    .enumerate()
                    .min_by_key(|(_, moment)| *moment)
                    && moment <= arrival
                {
                    now = moment;
                    let (permit, conduct, _) = waiting.remove(index);
                    let wait = permit.wait(now);
                    if conduct.gives_up_at.is_some_and(|end| at(end) <= now) {
                        drop(permit);
                    } else if wait > Duration::ZERO {
                        let looks_at = now + wait.min(POLL_INTERVAL) + at(conduct.lateness);
                        waiting.insert(index, (permit, conduct, looks_at));
                    } else {
                        prop_assert!(now >= closed_until);
                        sent.push(now);
                        permit.consume(now);
                    }
                }
                now = arrival;
                if let Some(wait) = refused_for.map(seconds) {
                    let news = LimitUpdate { status: StatusCode::TOO_MANY_REQUESTS, remaining: None, wait: Some(wait) };
                    limiter.record(&key("a"), &news, now);
                    closed_until = closed_until.max(now + wait);
                }
                let looks_at = now.max(at(conduct.sleeps_until));
                waiting.push((limiter.acquire(&key("a"), Some(LIMIT), now), conduct, looks_at));
            }
            prop_assert_eq!(waiting.len(), 1, "only the last one is still to go");
            for window in sent.windows(11) {
                prop_assert!(window[10] - window[0] >= seconds(60), "{:?}", window);
            }
        }
    }
}

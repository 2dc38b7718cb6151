//! Time in which sleeping costs nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::runtime::BoxFuture;
use tokio::time::Instant;

use crate::own_clock::OwnClock;
use crate::tokio_clock;

/// A [`Runtime`] whose clock jumps to the earliest deadline when only sleeps are left.
///
/// In a single-threaded tokio runtime, as `#[tokio::test]` creates it, this clock is tokio's own,
/// which it pauses: `tokio::time::timeout` and all other timers fire in step with its sleeps. A
/// paused clock also jumps while a socket is being awaited. So a test over real sockets, or in a
/// multi-threaded runtime, uses [`VirtualTime::beside_sockets`].
///
/// Clones share one clock.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::Runtime;
/// use atlassian_admin_testing::VirtualTime;
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let time = VirtualTime::new(|task| drop(tokio::spawn(task)));
/// time.sleep(Duration::from_secs(86_400)).await;
/// assert_eq!(time.monotonic(), Duration::from_secs(86_400));
///
/// let day = time.sleep(Duration::from_secs(86_400));
/// assert!(tokio::time::timeout(Duration::from_secs(3), day).await.is_err());
/// assert_eq!(time.monotonic().as_secs(), 86_403);
/// # }
/// ```
#[derive(Clone)]
pub struct VirtualTime(Arc<Inner>);

struct Inner {
    start: SystemTime,
    spawner: Box<dyn Fn(BoxFuture<'static, ()>) + Send + Sync>,
    clock: Clock,
    /// The state of the random number generator.
    random: AtomicU64,
}

enum Clock {
    /// Tokio's paused clock, from this time on.
    Tokio(Instant),
    Own(OwnClock),
}

impl VirtualTime {
    /// Creates a clock that starts with a simulator of the default seed, at 2026-01-02T00:00Z;
    /// `spawner` runs tasks, such as `|task| drop(tokio::spawn(task))`.
    ///
    /// It is tokio's clock if the caller runs in a single-threaded tokio runtime.
    pub fn new(spawner: impl Fn(BoxFuture<'static, ()>) + Send + Sync + 'static) -> Self {
        let clock = tokio_clock::pause().map_or_else(|| Clock::Own(OwnClock::default()), Clock::Tokio);
        Self::with(clock, spawner)
    }

    /// Like [`Self::new`], but without pausing tokio's clock: real sockets and tokio's own timers
    /// then take real time.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use atlassian_admin_core::Runtime;
    /// use atlassian_admin_testing::VirtualTime;
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let time = VirtualTime::beside_sockets(|task| drop(tokio::spawn(task)));
    /// let day = time.sleep(Duration::from_secs(86_400));
    /// assert!(tokio::time::timeout(Duration::from_secs(60), day).await.is_ok());
    /// # }
    /// ```
    pub fn beside_sockets(spawner: impl Fn(BoxFuture<'static, ()>) + Send + Sync + 'static) -> Self {
        Self::with(Clock::Own(OwnClock::default()), spawner)
    }

    fn with(clock: Clock, spawner: impl Fn(BoxFuture<'static, ()>) + Send + Sync + 'static) -> Self {
        let start = UNIX_EPOCH + Duration::from_secs(1_767_312_000);
        let random = AtomicU64::new(0);
        Self(Arc::new(Inner { start, spawner: Box::new(spawner), clock, random }))
    }

    /// Advances the clock by hand. Sleeps that end meanwhile complete at the new time.
    pub fn advance(&self, duration: Duration) {
        match &self.0.clock {
            Clock::Tokio(_) => tokio_clock::advance(duration),
            Clock::Own(clock) => clock.advance(duration),
        }
    }
}

impl std::fmt::Debug for VirtualTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VirtualTime").field("elapsed", &self.monotonic()).finish_non_exhaustive()
    }
}

impl Runtime for VirtualTime {
    fn now(&self) -> SystemTime {
        self.0.start.checked_add(self.monotonic()).unwrap_or(self.0.start)
    }

    fn monotonic(&self) -> Duration {
        match &self.0.clock {
            Clock::Tokio(start) => start.elapsed(),
            Clock::Own(clock) => clock.elapsed(),
        }
    }

    /// Returns the same numbers each time, by splitmix64.
    fn unit_random(&self) -> f64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut x = self.0.random.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        match &self.0.clock {
            Clock::Tokio(_) => Box::pin(tokio_clock::sleep_until(Instant::now(), duration)),
            Clock::Own(clock) => Box::pin(clock.sleep(duration)),
        }
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        (self.0.spawner)(task);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::{Either, join, join_all, select};
    use std::sync::Mutex;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn tokio_time() -> VirtualTime {
        VirtualTime::new(|task| drop(tokio::spawn(task)))
    }

    fn own_time() -> VirtualTime {
        VirtualTime::beside_sockets(|task| drop(tokio::spawn(task)))
    }

    /// Defines a test that runs with tokio's clock and with a separate one.
    macro_rules! on_both_clocks {
        ($name:ident, |$time:ident| $case:block) => {
            mod $name {
                use super::*;

                async fn case($time: VirtualTime) $case

                #[tokio::test]
                async fn of_tokio() {
                    case(tokio_time()).await;
                }

                #[tokio::test]
                async fn beside_sockets() {
                    case(own_time()).await;
                }
            }
        };
    }

    on_both_clocks!(sleeps_end_in_the_order_of_their_deadlines, |time| {
        let ended = Arc::new(Mutex::new(Vec::new()));
        join_all([50, 10, 30, 20, 40].map(|wait| {
            let (time, ended) = (time.clone(), Arc::clone(&ended));
            async move {
                time.sleep(seconds(wait)).await;
                ended.lock().unwrap().push((wait, time.monotonic()));
            }
        }))
        .await;
        assert_eq!(*ended.lock().unwrap(), [10, 20, 30, 40, 50].map(|wait| (wait, seconds(wait))));
        assert_eq!(time.now(), UNIX_EPOCH + seconds(1_767_312_050));
    });

    on_both_clocks!(tasks_take_turns, |time| {
        let ended = Arc::new(Mutex::new(Vec::new()));
        for (name, wait) in [("slow", 7), ("fast", 3)] {
            let (clock, ended) = (time.clone(), Arc::clone(&ended));
            time.spawn(Box::pin(async move {
                for _ in 0..3 {
                    clock.sleep(seconds(wait)).await;
                    ended.lock().unwrap().push((name, clock.monotonic().as_secs()));
                }
            }));
        }
        time.sleep(seconds(30)).await;
        let expected = [("fast", 3), ("fast", 6), ("slow", 7), ("fast", 9), ("slow", 14), ("slow", 21)];
        assert_eq!(*ended.lock().unwrap(), expected);
        assert_eq!(time.monotonic(), seconds(30));
    });

    on_both_clocks!(dropped_sleep_does_not_advance_the_clock, |time| {
        match select(time.sleep(seconds(60)), time.sleep(seconds(5))).await {
            Either::Right(((), _)) => {}
            Either::Left(_) => panic!("the longer sleep ended first"),
        }
        assert_eq!(time.monotonic(), seconds(5));
        time.sleep(seconds(100)).await;
        assert_eq!(time.monotonic(), seconds(105));
    });

    on_both_clocks!(sleep_delays_no_other_when_it_is_no_longer_polled, |time| {
        let forgotten = time.sleep(seconds(1));
        let Either::Right((_, forgotten)) = select(forgotten, std::future::ready(())).await else {
            panic!("slept")
        };
        time.sleep(seconds(9)).await;
        forgotten.await;
        assert_eq!(time.monotonic(), seconds(9));
    });

    on_both_clocks!(advance_moves_the_clock, |time| {
        let sleep = time.sleep(seconds(10));
        time.advance(seconds(100));
        join(sleep, std::future::ready(())).await;
        assert_eq!(time.monotonic(), seconds(100));
    });

    on_both_clocks!(many_sleeps_add_up_exactly, |time| {
        for millis in 1..200 {
            time.sleep(Duration::from_millis(millis)).await;
        }
        assert_eq!(time.monotonic(), Duration::from_millis(199 * 100));
    });

    #[tokio::test]
    async fn timers_of_tokio_fire_in_step() {
        let time = tokio_time();
        let ended = Mutex::new(Vec::new());
        let by_tokio = async {
            for _ in 0..4 {
                tokio::time::sleep(seconds(2)).await;
                ended.lock().unwrap().push(("tokio", time.monotonic().as_secs()));
            }
        };
        let by_time = async {
            for wait in [3, 4] {
                time.sleep(seconds(wait)).await;
                ended.lock().unwrap().push(("time", time.monotonic().as_secs()));
            }
        };
        join(by_tokio, by_time).await;
        let expected = [("tokio", 2), ("time", 3), ("tokio", 4), ("tokio", 6), ("time", 7), ("tokio", 8)];
        assert_eq!(*ended.lock().unwrap(), expected);
    }

    #[tokio::test]
    async fn timeout_of_the_caller_sees_a_sleep() {
        let time = tokio_time();
        assert!(tokio::time::timeout(seconds(3), time.sleep(seconds(7))).await.is_err());
        assert!(tokio::time::timeout(seconds(8), time.sleep(seconds(7))).await.is_ok());
        assert!(time.monotonic() < seconds(11));
    }

    #[tokio::test(start_paused = true)]
    async fn two_clocks_share_a_paused_runtime() {
        let (one, other) = (tokio_time(), tokio_time());
        one.sleep(seconds(5)).await;
        assert_eq!(other.monotonic(), seconds(5));
    }

    #[test]
    fn clock_is_separate_outside_of_tokio() {
        let time = VirtualTime::new(drop);
        time.advance(seconds(7));
        assert_eq!(time.monotonic(), seconds(7));
    }

    #[test]
    fn random_numbers_are_the_same_each_time() {
        let numbers = || {
            let time = VirtualTime::new(drop);
            [time.unit_random(), time.unit_random()]
        };
        assert_eq!(numbers(), numbers());
        assert_ne!(numbers()[0], numbers()[1]);
    }
}

//! Time in which sleeping costs nothing, for tests and simulations.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::runtime::BoxFuture;

use crate::builder::default_start;
use crate::hash::{Draw, Subject};

/// How many turns the earliest sleep leaves to everything else that can run, before it moves the clock.
const PATIENCE: u32 = 20;

/// How many turns any other sleep waits for the earlier ones. It gets there only when their owners no longer poll them.
const LAST_RESORT: u32 = 50 * PATIENCE;

/// A [`Runtime`] whose clock moves when there is nothing left to do but sleep: it then jumps to the earliest deadline.
///
/// Clones share one clock. It suits work within this process only: it cannot see that a socket is about to become readable.
///
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::Runtime;
/// use atlassian_admin_simulator::VirtualTime;
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let time = VirtualTime::new(|task| drop(tokio::spawn(task)));
/// time.sleep(Duration::from_secs(86_400)).await;
/// assert_eq!(time.monotonic(), Duration::from_secs(86_400));
/// # }
/// ```
#[derive(Clone)]
pub struct VirtualTime(Arc<Inner>);

struct Inner {
    start: SystemTime,
    spawner: Box<dyn Fn(BoxFuture<'static, ()>) + Send + Sync>,
    state: Mutex<State>,
}

struct State {
    elapsed: Duration,
    /// The sleeps that somebody waits for, the earliest first.
    sleeps: BTreeSet<(Duration, u64)>,
    next_id: u64,
    /// Grows with every event, such as a new sleep: while there are any, something else is running.
    epoch: u64,
    random: Draw,
}

impl VirtualTime {
    /// A clock that starts when a simulator with the default seed does; `spawner` runs tasks, such as `|task| drop(tokio::spawn(task))`.
    pub fn new(spawner: impl Fn(BoxFuture<'static, ()>) + Send + Sync + 'static) -> Self {
        Self::starting_at(default_start(1), spawner)
    }

    /// A clock that starts at `start`, such as a simulator's `now`.
    pub fn starting_at(
        start: SystemTime,
        spawner: impl Fn(BoxFuture<'static, ()>) + Send + Sync + 'static,
    ) -> Self {
        let state = State {
            elapsed: Duration::ZERO,
            sleeps: BTreeSet::new(),
            next_id: 0,
            epoch: 0,
            random: Draw::new(0, Subject::Random, 0),
        };
        Self(Arc::new(Inner { start, spawner: Box::new(spawner), state: Mutex::new(state) }))
    }

    /// Moves the clock forward by hand. Sleeps that end on the way complete at the new time.
    pub fn advance(&self, duration: Duration) {
        let mut state = self.0.state();
        state.elapsed = state.elapsed.saturating_add(duration);
        state.epoch += 1;
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        // Each change is one step, so a panic elsewhere leaves the state whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for VirtualTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = self.0.state();
        f.debug_struct("VirtualTime")
            .field("elapsed", &state.elapsed)
            .field("sleeps", &state.sleeps.len())
            .finish()
    }
}

impl Runtime for VirtualTime {
    fn now(&self) -> SystemTime {
        self.0.start.checked_add(self.monotonic()).unwrap_or(self.0.start)
    }

    fn monotonic(&self) -> Duration {
        self.0.state().elapsed
    }

    fn unit_random(&self) -> f64 {
        self.0.state().random.unit()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let deadline = self.monotonic().saturating_add(duration);
        Box::pin(Sleep { clock: Arc::clone(&self.0), deadline, id: None, epoch: 0, turns: 0 })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        (self.0.spawner)(task);
    }
}

/// A sleep. It is registered at its first poll: one that nobody waits for holds up no other.
struct Sleep {
    clock: Arc<Inner>,
    deadline: Duration,
    id: Option<u64>,
    epoch: u64,
    turns: u32,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let clock = Arc::clone(&self.clock);
        let mut state = clock.state();
        if state.elapsed >= self.deadline {
            if let Some(id) = self.id.take() {
                state.sleeps.remove(&(self.deadline, id));
            }
            return Poll::Ready(());
        }
        let id = self.id.unwrap_or_else(|| {
            state.next_id += 1;
            state.epoch += 1;
            state.next_id
        });
        self.id = Some(id);
        let place = (self.deadline, id);
        state.sleeps.insert(place);
        if self.epoch != state.epoch {
            (self.epoch, self.turns) = (state.epoch, 0);
        }
        self.turns += 1;
        let patience = if state.sleeps.first() == Some(&place) { PATIENCE } else { LAST_RESORT };
        if self.turns > patience {
            state.elapsed = self.deadline;
            state.sleeps.remove(&place);
            state.epoch += 1;
            self.id = None;
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            let mut state = self.clock.state();
            state.sleeps.remove(&(self.deadline, id));
            state.epoch += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::{Either, join, join_all, select};

    fn time() -> VirtualTime {
        VirtualTime::new(|task| drop(tokio::spawn(task)))
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[tokio::test]
    async fn sleeps_end_in_the_order_of_their_deadlines() {
        let time = time();
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
        assert_eq!(time.now(), default_start(1) + seconds(50));
    }

    #[tokio::test]
    async fn tasks_take_turns() {
        let time = time();
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
    }

    #[tokio::test]
    async fn a_dropped_sleep_moves_nothing() {
        let time = time();
        match select(time.sleep(seconds(60)), time.sleep(seconds(5))).await {
            Either::Right(((), _)) => {}
            Either::Left(_) => panic!("the longer sleep ended first"),
        }
        assert_eq!(time.monotonic(), seconds(5));
        time.sleep(seconds(100)).await;
        assert_eq!(time.monotonic(), seconds(105));
        assert_eq!(time.0.state().sleeps.len(), 0);
    }

    #[tokio::test]
    async fn a_sleep_that_is_no_longer_waited_for_holds_up_no_other() {
        let time = time();
        let forgotten = time.sleep(seconds(1));
        let Either::Right((_, forgotten)) = select(forgotten, std::future::ready(())).await else {
            panic!("slept")
        };
        time.sleep(seconds(9)).await;
        forgotten.await;
        assert_eq!(time.monotonic(), seconds(9));
    }

    #[tokio::test]
    async fn the_clock_can_be_moved_by_hand() {
        let time = time();
        let sleep = time.sleep(seconds(10));
        time.advance(seconds(100));
        join(sleep, std::future::ready(())).await;
        assert_eq!(time.monotonic(), seconds(100));
    }

    #[test]
    fn chance_is_the_same_each_time() {
        let draw = || {
            let time = VirtualTime::new(drop);
            [time.unit_random(), time.unit_random()]
        };
        assert_eq!(draw(), draw());
        assert_ne!(draw()[0], draw()[1]);
    }
}

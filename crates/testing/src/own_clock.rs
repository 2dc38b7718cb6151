//! A clock separate from tokio's, for tests over real sockets.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

/// How many scheduler turns the earliest sleep leaves to other tasks before it advances the clock.
const TURNS: u32 = 20;

/// How many turns any other sleep waits for the earlier ones. It is only reached if their owners
/// no longer poll them.
const LAST_RESORT: u32 = 50 * TURNS;

/// A clock that jumps to the earliest deadline once all other tasks had their turns.
#[derive(Clone, Default)]
pub(crate) struct OwnClock(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    elapsed: Duration,
    /// The sleeps that are polled, the earliest first.
    sleeps: BTreeSet<(Duration, u64)>,
    next_id: u64,
    /// Incremented by every event, such as a new sleep: as long as it grows, other tasks are
    /// running.
    epoch: u64,
}

impl OwnClock {
    pub(crate) fn elapsed(&self) -> Duration {
        self.state().elapsed
    }

    pub(crate) fn advance(&self, duration: Duration) {
        let mut state = self.state();
        state.elapsed = state.elapsed.saturating_add(duration);
        state.epoch += 1;
    }

    pub(crate) fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + Send + use<> {
        let deadline = self.elapsed().saturating_add(duration);
        Sleep { clock: self.clone(), deadline, id: None, epoch: 0, turns: 0 }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Each change is a single step, so a panic elsewhere leaves the state consistent.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A sleep. It is registered at its first poll, so one that is not polled delays no other.
struct Sleep {
    clock: OwnClock,
    deadline: Duration,
    id: Option<u64>,
    epoch: u64,
    turns: u32,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let clock = self.clock.clone();
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
        let turns = if state.sleeps.first() == Some(&place) { TURNS } else { LAST_RESORT };
        if self.turns > turns {
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

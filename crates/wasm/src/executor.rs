//! The tasks of all calls, by their numbers.
//!
//! The host calls [`run`], and so can catch what happens if this module dies there: a promise of wasm-bindgen's would never be settled.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use futures_util::future::LocalBoxFuture;

use crate::host;

type Task = LocalBoxFuture<'static, ()>;

#[derive(Default)]
struct Executor {
    /// Each task; none for the one that is being polled.
    tasks: RefCell<Vec<(u32, Option<Task>)>>,
    ready: RefCell<Vec<u32>>,
    /// The call that is being polled.
    current: Cell<Option<u32>>,
    /// The calls that have sent a request which may have had its effect.
    sent: RefCell<Vec<u32>>,
    is_scheduled: Cell<bool>,
    /// The number of the last task that is no call.
    beside: Cell<u32>,
}

thread_local! {
    static EXECUTOR: Executor = Executor::default();
}

pub(crate) fn spawn(call: u32, task: Task) {
    EXECUTOR.with(|executor| {
        executor.tasks.borrow_mut().push((call, Some(task)));
        executor.wake(call);
    });
}

/// Runs a task that is no call.
pub(crate) fn spawn_beside(task: Task) {
    let number = EXECUTOR.with(|executor| {
        // The façade counts its calls from the bottom up.
        let number = executor.beside.get().wrapping_sub(1);
        executor.beside.set(number);
        number
    });
    spawn(number, task);
}

/// Drops a task, which stops what it does. Returns what was noted of it by [`note_sent`].
pub(crate) fn cancel(call: u32) -> bool {
    // Dropping calls the host, which may come back here: so nothing may be borrowed meanwhile.
    let (has_sent, task) = EXECUTOR.with(|executor| (executor.has_sent(call), executor.remove(call)));
    drop(task);
    has_sent
}

/// Notes whether the call that is being polled has sent a request which may have had its effect. Returns what was noted before.
pub(crate) fn note_sent(has_sent: bool) -> bool {
    EXECUTOR.with(|executor| {
        let Some(call) = executor.current.get() else { return false };
        let before = executor.has_sent(call);
        let mut sent = executor.sent.borrow_mut();
        sent.retain(|known| *known != call);
        if has_sent {
            sent.push(call);
        }
        before
    })
}

pub(crate) fn run() {
    EXECUTOR.with(|executor| {
        executor.is_scheduled.set(false);
        // What becomes ready meanwhile has its turn when the host calls again.
        for call in executor.ready.take() {
            executor.poll(call);
        }
    });
}

impl Executor {
    fn poll(&self, call: u32) {
        let Some(mut task) = self.place(call, Option::take).flatten() else { return };
        let waker = Waker::from(Arc::new(Alarm(call)));
        let outer = self.current.replace(Some(call));
        let is_ready = task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready();
        self.current.set(outer);
        if is_ready {
            self.remove(call);
        } else {
            // Without a place, it was cancelled while it was polled: then it is dropped here.
            let mut task = Some(task);
            self.place(call, |place| *place = task.take());
        }
    }

    /// What is done with a task's place, if it has one. There are few tasks: a search through all is quick.
    fn place<T>(&self, call: u32, act: impl FnOnce(&mut Option<Task>) -> T) -> Option<T> {
        let mut tasks = self.tasks.borrow_mut();
        tasks.iter_mut().find(|(known, _)| *known == call).map(|(_, task)| act(task))
    }

    fn has_sent(&self, call: u32) -> bool {
        self.sent.borrow().contains(&call)
    }

    fn remove(&self, call: u32) -> Option<Task> {
        self.sent.borrow_mut().retain(|known| *known != call);
        let mut tasks = self.tasks.borrow_mut();
        let index = tasks.iter().position(|(known, _)| *known == call)?;
        tasks.swap_remove(index).1
    }

    fn wake(&self, call: u32) {
        self.ready.borrow_mut().push(call);
        if !self.is_scheduled.replace(true) {
            host::with(host::Host::schedule);
        }
    }
}

/// Wakes the task of a call.
struct Alarm(u32);

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        EXECUTOR.with(|executor| executor.wake(self.0));
    }
}

//! The tasks of all calls, by their numbers.
//!
//! The host calls [`run`], and so can catch what happens if this module dies there: a promise of wasm-bindgen's would never be settled.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use futures_util::future::LocalBoxFuture;

use crate::host;

type Task = LocalBoxFuture<'static, ()>;

#[derive(Default)]
struct Executor {
    /// Each task; none for the one that is being polled.
    tasks: RefCell<BTreeMap<u32, Option<Task>>>,
    ready: RefCell<VecDeque<u32>>,
    is_scheduled: Cell<bool>,
}

thread_local! {
    static EXECUTOR: Executor = Executor::default();
}

pub(crate) fn spawn(call: u32, task: impl Future<Output = ()> + 'static) {
    EXECUTOR.with(|executor| {
        executor.tasks.borrow_mut().insert(call, Some(Box::pin(task)));
        executor.wake(call);
    });
}

/// Drops a task, which stops what it does.
pub(crate) fn cancel(call: u32) {
    // Dropping calls the host, which may come back here: so nothing may be borrowed meanwhile.
    let task = EXECUTOR.with(|executor| executor.tasks.borrow_mut().remove(&call));
    drop(task);
}

pub(crate) fn run() {
    EXECUTOR.with(|executor| {
        executor.is_scheduled.set(false);
        while let Some(call) = executor.next() {
            executor.poll(call);
        }
    });
}

impl Executor {
    fn next(&self) -> Option<u32> {
        self.ready.borrow_mut().pop_front()
    }

    fn poll(&self, call: u32) {
        let task = self.tasks.borrow_mut().get_mut(&call).and_then(Option::take);
        let Some(mut task) = task else { return };
        let waker = Waker::from(Arc::new(Alarm(call)));
        let is_ready = task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready();
        // It may have been cancelled while it was polled.
        match self.tasks.borrow_mut().get_mut(&call) {
            Some(place) if !is_ready => {
                *place = Some(task);
                return;
            }
            _ => {}
        }
        self.tasks.borrow_mut().remove(&call);
    }

    fn wake(&self, call: u32) {
        self.ready.borrow_mut().push_back(call);
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

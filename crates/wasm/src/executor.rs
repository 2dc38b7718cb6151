//! The tasks of all calls, by their numbers.
//!
//! The host calls [`run`], and so can catch what happens if this module dies there: a promise of wasm-bindgen's would never be settled.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use futures_util::future::LocalBoxFuture;

use crate::host;

type Task = LocalBoxFuture<'static, ()>;

#[derive(Default)]
struct Executor {
    /// Each task; none for the one that is being polled.
    tasks: RefCell<Vec<(u32, Option<Task>)>>,
    ready: RefCell<VecDeque<u32>>,
    is_scheduled: Cell<bool>,
}

thread_local! {
    static EXECUTOR: Executor = Executor::default();
}

pub(crate) fn spawn(call: u32, task: impl Future<Output = ()> + 'static) {
    EXECUTOR.with(|executor| {
        executor.tasks.borrow_mut().push((call, Some(Box::pin(task))));
        executor.wake(call);
    });
}

/// Drops a task, which stops what it does.
pub(crate) fn cancel(call: u32) {
    // Dropping calls the host, which may come back here: so nothing may be borrowed meanwhile.
    let task = EXECUTOR.with(|executor| executor.remove(call));
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
        let Some(mut task) = self.place(call, Option::take).flatten() else { return };
        let waker = Waker::from(Arc::new(Alarm(call)));
        let is_ready = task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready();
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

    fn remove(&self, call: u32) -> Option<Task> {
        let mut tasks = self.tasks.borrow_mut();
        let index = tasks.iter().position(|(known, _)| *known == call)?;
        tasks.swap_remove(index).1
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

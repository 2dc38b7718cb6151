//! The tasks of all calls, by their numbers.
//!
//! The host decides when a task runs: it calls [`run`] after the task was woken. So it can run
//! each task in the async context of its caller, and can catch a panic there: a promise of
//! wasm-bindgen would never settle.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use futures_util::future::LocalBoxFuture;

use crate::host;

type Work = LocalBoxFuture<'static, ()>;

struct Task {
    number: u32,
    /// `None` while it is polled.
    work: Option<Work>,
    /// Whether it sent a request that may have been applied.
    has_sent: bool,
}

#[derive(Default)]
struct Executor {
    tasks: RefCell<Vec<Task>>,
    /// The call that is being polled.
    current: Cell<Option<u32>>,
}

thread_local! {
    static EXECUTOR: Executor = Executor::default();
}

/// Starts a task in the current async context.
pub(crate) fn spawn(number: u32, work: Work) {
    EXECUTOR.with(|executor| {
        executor.tasks.borrow_mut().push(Task { number, work: Some(work), has_sent: false });
        executor.wake(number);
    });
}

/// Cancels a task by dropping it. Returns what [`note_sent`] recorded for it.
pub(crate) fn cancel(call: u32) -> bool {
    // Dropping calls the host, which may re-enter this module, so nothing may be borrowed
    // meanwhile.
    let task = EXECUTOR.with(|executor| executor.remove(call));
    task.is_some_and(|task| task.has_sent)
}

/// Records whether the call that is being polled sent a request that may have been applied.
/// Returns the previous record.
pub(crate) fn note_sent(has_sent: bool) -> bool {
    let noted = EXECUTOR.with(|executor| {
        let call = executor.current.get()?;
        executor.task(call, |task| std::mem::replace(&mut task.has_sent, has_sent))
    });
    noted.unwrap_or(false)
}

/// Polls a task. Returns whether it continues.
pub(crate) fn run(number: u32) -> bool {
    EXECUTOR.with(|executor| executor.poll(number).is_some())
}

impl Executor {
    fn poll(&self, number: u32) -> Option<()> {
        let mut work = self.task(number, |task| task.work.take()).flatten()?;
        let waker = Waker::from(Arc::new(TaskWaker(number)));
        let outer = self.current.replace(Some(number));
        let is_ready = work.as_mut().poll(&mut Context::from_waker(&waker)).is_ready();
        self.current.set(outer);
        if is_ready {
            self.remove(number);
            return None;
        }
        // Without a slot, the task was cancelled while it was polled, and is dropped here.
        let mut work = Some(work);
        self.task(number, |task| task.work = work.take())
    }

    /// Applies a function to a task, if it exists. There are few tasks, so a linear search is
    /// fast.
    fn task<T>(&self, number: u32, act: impl FnOnce(&mut Task) -> T) -> Option<T> {
        self.tasks.borrow_mut().iter_mut().find(|task| task.number == number).map(act)
    }

    fn remove(&self, number: u32) -> Option<Task> {
        let mut tasks = self.tasks.borrow_mut();
        let index = tasks.iter().position(|task| task.number == number)?;
        Some(tasks.swap_remove(index))
    }

    fn wake(&self, number: u32) {
        // The host runs nothing synchronously, so the borrow is safe.
        self.task(number, |_| host::with(|host| host.wake(number)));
    }
}

/// Wakes a task.
struct TaskWaker(u32);

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        EXECUTOR.with(|executor| executor.wake(self.0));
    }
}

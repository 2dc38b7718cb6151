//! A request under way, which the consumer or a spawned task polls.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use futures_util::future::BoxFuture;

use crate::runtime::Runtime;

/// A result in progress. Dropping it cancels the work.
///
/// While the consumer waits, it polls the work in its own task, so the caller's spans and
/// task-local values apply. While the consumer does something else, a spawned task polls the work,
/// so that time-outs stay accurate; task-local values are not available there. A consumer that is
/// kept and not polled, such as a stream, counts as waiting: its work pauses.
pub(crate) struct Prefetch<T> {
    shared: Arc<Shared<T>>,
    begin: Box<dyn Fn() -> BoxFuture<'static, T> + Send + Sync>,
    keeper: KeeperState,
}

/// Whether a spawned task polls the work while the consumer does not.
#[derive(PartialEq)]
enum KeeperState {
    NotSpawned,
    Spawned,
    /// The runtime dropped the task, for example because it was shut down.
    Dropped,
}

impl<T: Send + 'static> Prefetch<T> {
    /// Creates work that begins when the consumer first polls it. If the runtime drops the task
    /// that polls it, `work` is called again.
    pub(crate) fn new<F>(work: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = T> + Send + 'static,
    {
        let begin: Box<dyn Fn() -> BoxFuture<'static, T> + Send + Sync> = Box::new(move || Box::pin(work()));
        let shared = Shared { work: Mutex::new(Work::Running(begin())), pollers: Arc::default() };
        Self { shared: Arc::new(shared), begin, keeper: KeeperState::NotSpawned }
    }

    /// Polls the work until it first waits. From then on, a task of `runtime` polls it.
    ///
    /// The connection's own task may need to run as well: without this, a consumer that computes
    /// without awaiting would keep a single-threaded runtime from sending the request.
    pub(crate) async fn start(&mut self, runtime: &dyn Runtime) {
        poll_fn(|context| {
            let _may_be_done = self.poll_work(runtime, context);
            Poll::Ready(())
        })
        .await;
        self.shared.pollers.leave();
        for _ in 0..2 {
            yield_once().await;
        }
    }

    /// Returns the result. It can be returned only once: do not call again afterwards. Cancel
    /// safe: a later call waits for the same result.
    pub(crate) async fn result(&mut self, runtime: &dyn Runtime) -> T {
        let pollers = Arc::clone(&self.shared.pollers);
        let _presence = Presence(&pollers);
        loop {
            poll_fn(|context| self.poll_work(runtime, context)).await;
            if let Work::Done(result) = self.shared.take() {
                return result;
            }
        }
    }

    /// Polls the work as the consumer. Ready when the work is done and its result can be taken.
    fn poll_work(&mut self, runtime: &dyn Runtime, context: &mut Context<'_>) -> Poll<()> {
        self.shared.pollers.get().consumer = Some(context.waker().clone());
        loop {
            match self.shared.advance() {
                Status::Done => return Poll::Ready(()),
                Status::Ended => {
                    // The runtime dropped the task, and the work in it.
                    self.keeper = KeeperState::Dropped;
                    self.shared.put(Work::Running((self.begin)()));
                }
                Status::Running if self.keeper == KeeperState::NotSpawned => {
                    self.keeper = KeeperState::Spawned;
                    runtime.spawn(Box::pin(Keeper(Arc::clone(&self.shared))));
                    return Poll::Pending;
                }
                Status::Running => return Poll::Pending,
            }
        }
    }
}

impl<T> Drop for Prefetch<T> {
    fn drop(&mut self) {
        drop(self.shared.take());
        self.shared.pollers.leave();
    }
}

impl<T> std::fmt::Debug for Prefetch<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Prefetch")
    }
}

struct Shared<T> {
    work: Mutex<Work<T>>,
    pollers: Arc<Pollers>,
}

enum Work<T> {
    Running(BoxFuture<'static, T>),
    Done(T),
    Ended,
}

enum Status {
    Running,
    Done,
    Ended,
}

impl<T> Shared<T> {
    /// Polls the work once if it is not done.
    fn advance(&self) -> Status {
        let mut work = self.lock();
        // If the work panics, its state stays `Ended`.
        let mut running = match std::mem::replace(&mut *work, Work::Ended) {
            Work::Running(running) => running,
            Work::Ended => return Status::Ended,
            done @ Work::Done(_) => {
                *work = done;
                return Status::Done;
            }
        };
        let waker = Waker::from(Arc::clone(&self.pollers));
        match running.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(result) => {
                *work = Work::Done(result);
                Status::Done
            }
            Poll::Pending => {
                *work = Work::Running(running);
                Status::Running
            }
        }
    }

    /// Ends the work unless it is done: timers and connections of a runtime that shuts down must
    /// not be polled from another runtime.
    fn abandon(&self) {
        let mut work = self.lock();
        if matches!(*work, Work::Running(_)) {
            let running = std::mem::replace(&mut *work, Work::Ended);
            drop(work);
            drop(running);
        }
    }

    fn take(&self) -> Work<T> {
        std::mem::replace(&mut *self.lock(), Work::Ended)
    }

    fn put(&self, work: Work<T>) {
        *self.lock() = work;
    }

    fn lock(&self) -> MutexGuard<'_, Work<T>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Wakes the consumer while it waits, otherwise the task.
#[derive(Default)]
struct Pollers(Mutex<Wakers>);

#[derive(Default)]
struct Wakers {
    consumer: Option<Waker>,
    keeper: Option<Waker>,
}

impl Pollers {
    fn get(&self) -> MutexGuard<'_, Wakers> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The consumer no longer waits: the task polls from now on.
    fn leave(&self) {
        let keeper = {
            let mut wakers = self.get();
            wakers.consumer = None;
            wakers.keeper.clone()
        };
        if let Some(keeper) = keeper {
            keeper.wake();
        }
    }
}

impl Wake for Pollers {
    fn wake(self: Arc<Self>) {
        let waker = {
            let wakers = self.get();
            wakers.consumer.as_ref().or(wakers.keeper.as_ref()).cloned()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// The period in which the consumer waits.
struct Presence<'a>(&'a Pollers);

impl Drop for Presence<'_> {
    fn drop(&mut self) {
        self.0.leave();
    }
}

/// The task that polls while the consumer does something else.
struct Keeper<T>(Arc<Shared<T>>);

impl<T> Future for Keeper<T> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let consumer_waits = {
            let mut wakers = self.0.pollers.get();
            wakers.keeper = Some(context.waker().clone());
            wakers.consumer.is_some()
        };
        if consumer_waits || matches!(self.0.advance(), Status::Running) {
            return Poll::Pending;
        }
        Poll::Ready(())
    }
}

impl<T> Drop for Keeper<T> {
    fn drop(&mut self) {
        let consumer = {
            let mut wakers = self.0.pollers.get();
            wakers.keeper = None;
            wakers.consumer.clone()
        };
        self.0.abandon();
        if let Some(consumer) = consumer {
            consumer.wake();
        }
    }
}

async fn yield_once() {
    let mut yielded = false;
    poll_fn(|context| {
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, SystemTime};

    use futures_channel::oneshot;
    use futures_util::FutureExt;
    use futures_util::future::pending;

    use super::*;

    /// A runtime that keeps spawned tasks, so that the test polls them.
    #[derive(Default)]
    struct Tasks(Mutex<Vec<BoxFuture<'static, ()>>>);

    impl std::fmt::Debug for Tasks {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("Tasks")
        }
    }

    impl Tasks {
        /// Polls each task once, and returns how many remain.
        fn poll(&self) -> usize {
            let mut tasks = self.0.lock().unwrap();
            tasks.retain_mut(|task| task.now_or_never().is_none());
            tasks.len()
        }
    }

    impl Runtime for Tasks {
        fn now(&self) -> SystemTime {
            SystemTime::UNIX_EPOCH
        }
        fn monotonic(&self) -> Duration {
            Duration::ZERO
        }
        fn unit_random(&self) -> f64 {
            0.0
        }
        fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
            Box::pin(pending())
        }
        fn spawn(&self, task: BoxFuture<'static, ()>) {
            self.0.lock().unwrap().push(task);
        }
    }

    /// The senders that the work waits for, one for each time that it began.
    type Senders = Arc<Mutex<Vec<oneshot::Sender<u32>>>>;

    fn work() -> (Prefetch<u32>, Senders) {
        let senders = Senders::default();
        let begun = Arc::clone(&senders);
        let pending = Prefetch::new(move || {
            let (sender, receiver) = oneshot::channel();
            begun.lock().unwrap().push(sender);
            async move { receiver.await.unwrap_or_default() }
        });
        (pending, senders)
    }

    #[test]
    fn task_is_spawned_only_for_work_that_has_to_wait() {
        let tasks = Tasks::default();
        let mut ready = Prefetch::new(|| async { 7 });
        assert_eq!(ready.result(&tasks).now_or_never(), Some(7));
        assert_eq!(tasks.poll(), 0);
    }

    #[test]
    fn result_of_work_that_was_done_at_start_is_kept() {
        let tasks = Tasks::default();
        let mut ready = Prefetch::new(|| async { 7 });
        // `start` yields twice.
        assert_eq!(ready.start(&tasks).now_or_never(), None);
        assert_eq!(ready.result(&tasks).now_or_never(), Some(7));
    }

    #[test]
    fn task_finishes_work_while_consumer_is_away() {
        let tasks = Tasks::default();
        let (mut pending, senders) = work();
        assert_eq!(pending.result(&tasks).now_or_never(), None);
        assert_eq!(tasks.poll(), 1);
        senders.lock().unwrap().remove(0).send(7).unwrap();
        assert_eq!(tasks.poll(), 0, "the task is done");
        assert_eq!(pending.result(&tasks).now_or_never(), Some(7));
    }

    #[test]
    fn task_leaves_work_to_consumer_that_waits() {
        let (tasks, polled) = (Tasks::default(), Arc::new(AtomicUsize::new(0)));
        let count = Arc::clone(&polled);
        let mut pending = Prefetch::new(move || {
            let count = Arc::clone(&count);
            poll_fn(move |_| {
                count.fetch_add(1, Ordering::Relaxed);
                Poll::<u32>::Pending
            })
        });
        let mut result = Box::pin(pending.result(&tasks));
        assert_eq!(result.as_mut().now_or_never(), None);
        assert_eq!((tasks.poll(), polled.load(Ordering::Relaxed)), (1, 1));
        drop(result);
        assert_eq!((tasks.poll(), polled.load(Ordering::Relaxed)), (1, 2), "the consumer is away");
    }

    #[test]
    fn work_begins_anew_when_runtime_drops_its_task() {
        let tasks = Tasks::default();
        let (mut pending, senders) = work();
        assert_eq!(pending.result(&tasks).now_or_never(), None);
        tasks.0.lock().unwrap().clear();
        assert!(senders.lock().unwrap().remove(0).is_canceled(), "nothing polls what the runtime dropped");
        assert_eq!(pending.result(&tasks).now_or_never(), None);
        senders.lock().unwrap().remove(0).send(7).unwrap();
        assert_eq!(pending.result(&tasks).now_or_never(), Some(7));
        assert_eq!(tasks.poll(), 0, "no second task");
    }

    #[test]
    fn drop_cancels_work_and_ends_its_task() {
        let tasks = Tasks::default();
        let (mut pending, senders) = work();
        assert_eq!(pending.result(&tasks).now_or_never(), None);
        drop(pending);
        assert!(senders.lock().unwrap().remove(0).is_canceled());
        assert_eq!(tasks.poll(), 0);
    }

    #[test]
    fn consumer_is_woken_while_it_waits_and_task_otherwise() {
        let (pollers, consumer, keeper) = (Arc::new(Pollers::default()), Count::default(), Count::default());
        *pollers.get() = Wakers { consumer: Some(consumer.waker()), keeper: Some(keeper.waker()) };
        Arc::clone(&pollers).wake();
        assert_eq!((consumer.woken(), keeper.woken()), (1, 0));
        pollers.leave();
        assert_eq!((consumer.woken(), keeper.woken()), (1, 1), "the task takes over");
        Arc::clone(&pollers).wake();
        assert_eq!((consumer.woken(), keeper.woken()), (1, 2));
    }

    #[derive(Default, Clone)]
    struct Count(Arc<AtomicUsize>);

    impl Count {
        fn woken(&self) -> usize {
            self.0.load(Ordering::Relaxed)
        }

        fn waker(&self) -> Waker {
            struct Wakes(Count);
            impl Wake for Wakes {
                fn wake(self: Arc<Self>) {
                    self.0.0.fetch_add(1, Ordering::Relaxed);
                }
            }
            Waker::from(Arc::new(Wakes(self.clone())))
        }
    }
}

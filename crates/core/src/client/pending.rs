//! A result that is on its way, and stays so while its consumer does something else.

use std::pin::pin;
use std::sync::{Mutex, PoisonError};

use futures_channel::oneshot;
use futures_util::future::{BoxFuture, Either, select};

use crate::runtime::Runtime;

/// A result on its way. Who stops waiting for it may come back; dropping it ends the work.
///
/// The lock is never taken: it only lets whoever holds the work be shared.
pub(crate) struct Pending<T>(Mutex<BoxFuture<'static, T>>);

impl<T: Send + 'static> Pending<T> {
    /// Work that goes on only while it is waited for.
    pub(crate) fn new(work: impl Future<Output = T> + Send + 'static) -> Self {
        Self(Mutex::new(Box::pin(work)))
    }

    /// Work that goes on by itself, so that its time-outs mean what they say however long its consumer stays away. `work` is begun
    /// anew should the runtime drop it.
    pub(crate) fn spawned<F>(runtime: &dyn Runtime, work: impl Fn() -> F + Send + 'static) -> Self
    where
        F: Future<Output = T> + Send + 'static,
    {
        let (mut sender, receiver) = oneshot::channel();
        let first = work();
        runtime.spawn(Box::pin(async move {
            let first = pin!(first);
            if let Either::Left((result, _)) = select(first, sender.cancellation()).await {
                let _ = sender.send(result);
            }
        }));
        Self::new(async move {
            match receiver.await {
                Ok(result) => result,
                Err(_) => work().await,
            }
        })
    }

    /// The result. It is there once: do not ask again.
    pub(crate) async fn result(&mut self) -> T {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().await
    }
}

impl<T> std::fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pending")
    }
}

/// Lets work that was just started come as far as its first wait.
///
/// A consumer that computes without awaiting would keep a single-threaded runtime from sending the request at all: the task, and then
/// the connection's own task, need a turn first.
pub(crate) async fn give_way() {
    for _ in 0..2 {
        yield_once().await;
    }
}

async fn yield_once() {
    let mut yielded = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut yielded, true) {
            return std::task::Poll::Ready(());
        }
        context.waker().wake_by_ref();
        std::task::Poll::Pending
    })
    .await;
}

//! A result that is being made while its consumer does something else.

use std::pin::pin;

use futures_channel::oneshot;
use futures_util::future::{Either, select};

use crate::runtime::Runtime;

/// A result on its way. Dropping it ends the work at its next step.
#[derive(Debug)]
pub(crate) struct Ahead<T>(oneshot::Receiver<T>);

impl<T: Send + 'static> Ahead<T> {
    /// Starts the work.
    pub(crate) fn start(runtime: &dyn Runtime, work: impl Future<Output = T> + Send + 'static) -> Self {
        let (mut sender, receiver) = oneshot::channel();
        runtime.spawn(Box::pin(async move {
            let work = pin!(work);
            if let Either::Left((result, _)) = select(work, sender.cancellation()).await {
                let _ = sender.send(result);
            }
        }));
        Self(receiver)
    }

    /// The result, or `None` where the runtime dropped the work.
    pub(crate) async fn result(self) -> Option<T> {
        self.0.await.ok()
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

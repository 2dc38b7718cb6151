//! Ctrl-C and SIGTERM: requests to end, which commands honor between two writes.

use std::io;
use std::time::Duration;

use tokio::sync::watch;

use crate::exit::{self, Failure};

/// Maximum time that a command may take to end before the process exits.
const GRACE: Duration = Duration::from_secs(5);

/// A request to end, once a signal arrives. Clones share the same request.
#[derive(Debug, Clone)]
pub(crate) struct Interrupt(watch::Receiver<bool>);

impl Interrupt {
    /// Starts to listen.
    ///
    /// It listens on a thread of its own, so that a blocked write (into a full pipe, say) can
    /// still be interrupted.
    pub(crate) fn listen() -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let mut signals = {
            let _guard = runtime.enter();
            Signals::new()?
        };
        let (sender, receiver) = watch::channel(false);
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            runtime.block_on(async move {
                signals.next().await;
                // Without a receiver, the command is ending anyway.
                let _ = sender.send(true);
                let _ = tokio::time::timeout(GRACE, signals.next()).await;
                exit::at_once()
            })
        })?;
        Ok(Self(receiver))
    }

    /// Completes once a signal arrives.
    pub(crate) async fn arrived(&mut self) {
        if self.0.wait_for(|wanted| *wanted).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    /// Runs `work`, which only reads, unless a signal arrives first; `work` is then dropped.
    pub(crate) async fn race<T>(self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        self.race_or("nothing was changed", work).await
    }

    /// Like [`Self::race`], with the message for `work` that was dropped.
    pub(crate) async fn race_or<T>(
        mut self,
        dropped: &str,
        work: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        tokio::select! {
            biased;
            () = self.arrived() => Err(Failure::Interrupted(dropped.to_owned())),
            result = work => result,
        }
    }
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
    /// Held only for its handler: without one, a write beyond the file size limit kills the
    /// process instead of returning an error.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    _file_size: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            #[cfg(any(target_os = "linux", target_os = "macos"))]
            _file_size: signal(SignalKind::from_raw(SIGXFSZ))?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(any(
    target_os = "macos",
    all(target_os = "linux", not(any(target_arch = "mips", target_arch = "mips64")))
))]
const SIGXFSZ: i32 = 25;
#[cfg(all(target_os = "linux", any(target_arch = "mips", target_arch = "mips64")))]
const SIGXFSZ: i32 = 31;

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    #[allow(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

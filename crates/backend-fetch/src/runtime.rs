//! JavaScript's time, sleep, randomness, tasks and JSON.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::json::Json;
use atlassian_admin_core::runtime::BoxFuture;
use js_sys::{Date, Math};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::JSON_OF_HOST;

/// The runtime of browsers, workers, Node and edge runtimes.
#[derive(Debug, Clone, Copy, Default)]
pub struct JsRuntime;

impl Runtime for JsRuntime {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + millis(Date::now())
    }

    fn monotonic(&self) -> Duration {
        millis(clock())
    }

    fn unit_random(&self) -> f64 {
        Math::random()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(SendWrapper::new(Sleep::new(duration)))
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(task);
    }

    fn json(&self) -> Json {
        JSON_OF_HOST
    }
}

thread_local! {
    /// The milliseconds that timers have waited without the host's clock showing them.
    static SKIPPED: Cell<f64> = const { Cell::new(0.0) };
}

#[wasm_bindgen(module = "/src/time.js")]
extern "C" {
    #[wasm_bindgen(js_name = clock)]
    fn host_clock() -> f64;

    #[wasm_bindgen(js_name = startTimer)]
    fn start_timer(callback: &JsValue, milliseconds: f64) -> JsValue;

    #[wasm_bindgen(js_name = stopTimer)]
    fn stop_timer(id: &JsValue);
}

/// Returns the host's clock in milliseconds, plus the time in `SKIPPED`.
fn clock() -> f64 {
    host_clock() + SKIPPED.get()
}

/// Records a finished wait if the clock shows less than half of it.
///
/// Test tools replace `setTimeout` and often leave `performance` as it is. Without this record, a
/// wait for a rate limit would restart each time its timer fires. Real timers fire at most a few
/// milliseconds early.
fn count_skipped(start: f64, waited: f64) {
    let shown = clock() - start;
    if shown < waited / 2.0 {
        SKIPPED.set(SKIPPED.get() + waited - shown);
    }
}

fn millis(millis: f64) -> Duration {
    Duration::from_nanos((millis * 1e6) as u64)
}

/// Maximum delay of `setTimeout`, which treats a longer one as zero.
const MAX_TIMER: Duration = Duration::from_millis(i32::MAX as u64);

/// A sleep, split over several timers if necessary.
struct Sleep {
    left: Duration,
    timer: Timer,
}

impl Sleep {
    fn new(duration: Duration) -> Self {
        let first = duration.min(MAX_TIMER);
        Self { left: duration.saturating_sub(first), timer: Timer::new(first) }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        loop {
            if !self.timer.signal.has_fired.get() {
                self.timer.signal.sleeper.set(Some(context.waker().clone()));
                return Poll::Pending;
            }
            if self.left.is_zero() {
                return Poll::Ready(());
            }
            *self = Self::new(self.left);
        }
    }
}

/// A `setTimeout` that is cleared when dropped.
struct Timer {
    id: JsValue,
    signal: Rc<Signal>,
    _callback: Closure<dyn FnMut()>,
}

/// The waker of a sleep, and whether its timer has fired.
#[derive(Default)]
struct Signal {
    has_fired: Cell<bool>,
    sleeper: Cell<Option<Waker>>,
}

impl Signal {
    fn fire(&self) {
        self.has_fired.set(true);
        if let Some(sleeper) = self.sleeper.take() {
            sleeper.wake();
        }
    }
}

impl Timer {
    fn new(duration: Duration) -> Self {
        let signal = Rc::new(Signal::default());
        let fired = Rc::clone(&signal);
        // Timers have whole milliseconds, and a sleep must not end too early.
        let milliseconds =
            duration.as_secs() as f64 * 1e3 + f64::from(duration.subsec_nanos().div_ceil(1_000_000));
        let start = clock();
        let callback = Closure::once(move || {
            count_skipped(start, milliseconds);
            fired.fire();
        });
        let id = start_timer(callback.as_ref(), milliseconds);
        if id.is_undefined() {
            // In a host without timers, the sleep ends at once.
            signal.fire();
        }
        Self { id, signal, _callback: callback }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        stop_timer(&self.id);
    }
}

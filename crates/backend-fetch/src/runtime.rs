//! JavaScript's time, sleep, randomness, tasks and JSON.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::json::Json;
use atlassian_admin_core::runtime::BoxFuture;
use js_sys::{Date, Function, Math};
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::js::{get, global, method};
use crate::json::JSON_OF_HOST;

/// The runtime of pages, workers, Node and edge runtimes.
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
    /// The milliseconds that timers have waited and the host's clock has not shown.
    static SKIPPED: Cell<f64> = const { Cell::new(0.0) };
}

/// The host's clock in milliseconds, and what timers have waited beyond it.
fn clock() -> f64 {
    let performance = get(&global(), "performance");
    let now = method(&performance, "now").and_then(|now| now.call0(&performance).ok()?.as_f64());
    // A host without it has the wall clock, which goes back seldom.
    now.unwrap_or_else(Date::now) + SKIPPED.get()
}

/// Counts a wait that is over, where the clock shows less than half of its time.
///
/// Test tools replace `setTimeout` and often leave `performance` as it is. Without this, a wait for
/// a rate limit would start again each time its timer fires. Real timers fire at most a few
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

/// The longest time that `setTimeout` understands; it takes a longer one for none at all.
const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

/// A sleep, in one timer or several.
struct Sleep {
    left: Duration,
    timer: Timer,
}

impl Sleep {
    fn new(duration: Duration) -> Self {
        let first = duration.min(LONGEST);
        Self { left: duration.saturating_sub(first), timer: Timer::new(first) }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        loop {
            if !self.timer.bell.has_rung.get() {
                self.timer.bell.sleeper.set(Some(context.waker().clone()));
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
    bell: Rc<Bell>,
    _ring: Closure<dyn FnMut()>,
}

/// Who sleeps, and whether the time has come.
#[derive(Default)]
struct Bell {
    has_rung: Cell<bool>,
    sleeper: Cell<Option<Waker>>,
}

impl Bell {
    fn ring(&self) {
        self.has_rung.set(true);
        if let Some(sleeper) = self.sleeper.take() {
            sleeper.wake();
        }
    }
}

impl Timer {
    fn new(duration: Duration) -> Self {
        let bell = Rc::new(Bell::default());
        let rung = Rc::clone(&bell);
        // Timers know whole milliseconds, and who sleeps must not wake too early.
        let milliseconds = duration.as_micros().div_ceil(1_000) as f64;
        let start = clock();
        let ring = Closure::once(move || {
            count_skipped(start, milliseconds);
            rung.ring();
        });
        let id = global_function("setTimeout").and_then(|set| {
            set.call2(&JsValue::UNDEFINED, ring.as_ref().unchecked_ref(), &milliseconds.into()).ok()
        });
        if id.is_none() {
            // A host without timers: then the sleep ends at once.
            bell.ring();
        }
        Self { id: id.unwrap_or_default(), bell, _ring: ring }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(clear) = global_function("clearTimeout") {
            let _ = clear.call1(&JsValue::UNDEFINED, &self.id);
        }
    }
}

fn global_function(name: &str) -> Option<Function> {
    method(&global(), name)
}

//! The core's runtime in the wasm module.

use std::time::{Duration, SystemTime};

use atlassian_admin_backend_fetch::JsRuntime;
use atlassian_admin_core::Runtime;
use atlassian_admin_core::json::Json;
use atlassian_admin_core::runtime::BoxFuture;

use crate::executor;

/// JavaScript's runtime with spawned tasks on the executor of calls: wasm-bindgen's task queue
/// would add 3 kB.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ModuleRuntime;

impl Runtime for ModuleRuntime {
    fn now(&self) -> SystemTime {
        JsRuntime.now()
    }

    fn monotonic(&self) -> Duration {
        JsRuntime.monotonic()
    }

    fn unit_random(&self) -> f64 {
        JsRuntime.unit_random()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        JsRuntime.sleep(duration)
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        executor::spawn_detached(task);
    }

    fn json(&self) -> Json {
        JsRuntime.json()
    }
}

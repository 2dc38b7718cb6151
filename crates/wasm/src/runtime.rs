//! The core's runtime in this module.

use std::time::{Duration, SystemTime};

use atlassian_admin_backend_fetch::JsRuntime;
use atlassian_admin_core::Runtime;
use atlassian_admin_core::json::Json;
use atlassian_admin_core::runtime::BoxFuture;

use crate::executor;

/// JavaScript's, but that tasks are run as calls are: the queue that wasm-bindgen brings for them would be three kilobytes more.
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
        executor::spawn_beside(task);
    }

    fn json(&self) -> Json {
        JsRuntime.json()
    }
}

//! Stopping a request whose answer nobody waits for any more.

use wasm_bindgen::JsValue;
use web_sys::{AbortController, AbortSignal};

/// Aborts its request when dropped, unless the answer is complete.
pub(crate) struct Abort(Option<AbortController>);

impl Abort {
    /// A new one; in a host without `AbortController` it does nothing.
    pub(crate) fn new() -> Self {
        Self(AbortController::new().ok())
    }

    pub(crate) fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }

    pub(crate) fn signal_value(&self) -> JsValue {
        self.signal().map_or(JsValue::UNDEFINED, JsValue::from)
    }

    /// The answer is complete: there is nothing to stop.
    pub(crate) fn done(mut self) {
        self.0 = None;
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

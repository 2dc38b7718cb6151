//! Aborts requests whose caller was dropped.

use wasm_bindgen::JsValue;
use web_sys::{AbortController, AbortSignal};

/// Aborts its request when dropped, unless the response is complete.
pub(crate) struct Abort(Option<AbortController>);

impl Abort {
    /// Creates a guard; in a host without `AbortController` it does nothing.
    pub(crate) fn new() -> Self {
        Self(AbortController::new().ok())
    }

    pub(crate) fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }

    pub(crate) fn signal_value(&self) -> JsValue {
        self.signal().map_or(JsValue::UNDEFINED, JsValue::from)
    }

    /// Disarms the guard: the response is complete.
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

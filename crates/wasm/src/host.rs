//! The functions that the façade provides to this module.

use std::cell::RefCell;

use js_sys::{Object, Uint8Array};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The façade. Its methods do not throw, except `parse`.
    pub type Host;

    /// Schedules a call of [`crate::run`] with this task, in the async context in which the task
    /// was first woken.
    #[wasm_bindgen(method)]
    pub(crate) fn wake(this: &Host, task: u32);

    /// Reports the end of a call: a result, or a failure and its cause.
    #[wasm_bindgen(method)]
    pub(crate) fn settle(this: &Host, call: u32, failure: Option<Object>, value: &JsValue);

    /// Parses a body as JSON. With `keeps_lines`, it is a page of events, each of which keeps its
    /// text in the property `line`.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn parse(this: &Host, body: &JsValue, keeps_lines: bool) -> Result<JsValue, JsValue>;

    /// Returns the bytes of a body.
    #[wasm_bindgen(method)]
    pub(crate) fn bytes(this: &Host, body: &JsValue) -> Uint8Array;

    /// Reports the status and the trace identifier of a successful response, before the call is
    /// settled with it, and the violations in the response, if there are any.
    #[wasm_bindgen(method)]
    pub(crate) fn responded(
        this: &Host,
        call: u32,
        status: u16,
        trace_id: Option<String>,
        findings: Option<Object>,
    );
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Host")
    }
}

thread_local! {
    static HOST: RefCell<Option<Host>> = const { RefCell::new(None) };
}

pub(crate) fn set(host: Host) {
    HOST.set(Some(host));
}

/// Calls a function with the host; `None` before the module was started.
pub(crate) fn with<T>(ask: impl FnOnce(&Host) -> T) -> Option<T> {
    HOST.with_borrow(|host| host.as_ref().map(ask))
}

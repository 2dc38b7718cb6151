//! What the façade does for this module.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The façade. Its methods do not throw, but for `parse`.
    pub type Host;

    /// Is to call [`crate::run`] with this task soon, in the async context in which the task woke
    /// for the first time.
    #[wasm_bindgen(method)]
    pub(crate) fn wake(this: &Host, task: u32);

    /// A call came to its end: with an answer, or with a failure and its cause.
    #[wasm_bindgen(method)]
    pub(crate) fn settle(this: &Host, call: u32, failure: Option<Array>, value: &JsValue);

    /// Makes an object of a body.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn parse(this: &Host, body: &JsValue) -> Result<JsValue, JsValue>;

    /// The bytes of a body.
    #[wasm_bindgen(method)]
    pub(crate) fn bytes(this: &Host, body: &JsValue) -> Uint8Array;

    /// The status of the successful response to a call, before the call is settled with it.
    #[wasm_bindgen(method)]
    pub(crate) fn responded(this: &Host, call: u32, status: u16);

    /// What does not fit in the answer to a call, before the call is settled with it: how many places, then one in each line, as its
    /// path, what is expected and what is there.
    #[wasm_bindgen(method)]
    pub(crate) fn found(this: &Host, call: u32, findings: &str);
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

/// What `ask` gets of the host; `None` before the module was started.
pub(crate) fn with<T>(ask: impl FnOnce(&Host) -> T) -> Option<T> {
    HOST.with_borrow(|host| host.as_ref().map(ask))
}

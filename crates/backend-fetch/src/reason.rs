//! What JavaScript threw, as an error.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::js::get;

/// What a `fetch` threw or was rejected with: an `Error`, or any other value.
pub struct Reason(SendWrapper<JsValue>);

impl Reason {
    pub(crate) fn new(value: JsValue) -> Self {
        Self(SendWrapper::new(value))
    }

    /// An answer that is none.
    pub(crate) fn told(problem: &str) -> Self {
        Self::new(js_sys::Error::new(problem).into())
    }

    /// The value itself.
    #[must_use]
    pub fn value(&self) -> &JsValue {
        &self.0
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = get(&self.0, "message").as_string().or_else(|| self.0.as_string());
        f.write_str(message.as_deref().unwrap_or("fetch failed"))
    }
}

/// The message may hold the URL, and with it e-mail addresses.
impl std::fmt::Debug for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reason(…)")
    }
}

impl std::error::Error for Reason {}

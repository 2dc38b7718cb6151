//! The body of a response as a JavaScript value.

use std::any::Any;

use atlassian_admin_core::backend::HostBody;
use js_sys::{Array, JsString, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

/// The body of a response in JavaScript's memory: a string, or an array of consecutive
/// `Uint8Array`s.
pub struct JsBody(SendWrapper<JsValue>);

impl JsBody {
    /// Wraps the value that was read, if it is a body.
    pub(crate) fn new(value: JsValue) -> Option<Self> {
        (value.is_string() || value.is_array()).then(|| Self(SendWrapper::new(value)))
    }

    /// Returns the value, which was never copied.
    #[must_use]
    pub fn into_value(self) -> JsValue {
        self.0.take()
    }
}

impl std::fmt::Debug for JsBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JsBody(…)")
    }
}

impl HostBody for JsBody {
    fn to_vec(&self) -> Vec<u8> {
        match self.0.dyn_ref::<JsString>() {
            Some(text) => String::from(text).into_bytes(),
            None => {
                let chunks = self.0.unchecked_ref::<Array>().iter();
                chunks.flat_map(|chunk| chunk.unchecked_into::<Uint8Array>().to_vec()).collect()
            }
        }
    }

    fn share(&self) -> Box<dyn HostBody> {
        Box::new(Self(self.0.clone()))
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

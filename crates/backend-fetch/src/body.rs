//! The body of an answer, as JavaScript holds it.

use std::any::Any;

use atlassian_admin_core::backend::HostBody;
use js_sys::{Array, JsString, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

/// The body of an answer in JavaScript's memory: a string, or a list of `Uint8Array`s that are its bytes one after the other.
pub struct JsBody(SendWrapper<JsValue>);

impl JsBody {
    /// Takes in what was read, if it is a body.
    pub(crate) fn new(value: JsValue) -> Option<Self> {
        (value.is_string() || value.is_array()).then(|| Self(SendWrapper::new(value)))
    }

    /// The value, which was never copied.
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

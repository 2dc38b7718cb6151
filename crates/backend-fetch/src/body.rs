//! The body of an answer, as JavaScript holds it.

use std::any::Any;

use atlassian_admin_core::backend::HostBody;
use js_sys::{ArrayBuffer, JsString, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

/// The body of an answer in JavaScript's memory: an `ArrayBuffer`, a view of one, or a string.
pub struct JsBody(SendWrapper<JsValue>);

impl JsBody {
    /// Takes the value in, if it is such a body.
    pub(crate) fn new(value: JsValue) -> Option<Self> {
        let is_body =
            value.is_string() || value.is_instance_of::<ArrayBuffer>() || ArrayBuffer::is_view(&value);
        is_body.then(|| Self(SendWrapper::new(value)))
    }

    /// How long it is: in bytes, or in the units of JavaScript's strings, which are no more than its bytes.
    pub(crate) fn len(&self) -> usize {
        let len = match self.0.dyn_ref::<JsString>() {
            Some(text) => text.length(),
            None => self.bytes().length(),
        };
        len as usize
    }

    /// The value, which was never copied.
    #[must_use]
    pub fn into_value(self) -> JsValue {
        self.0.take()
    }

    fn bytes(&self) -> Uint8Array {
        // A view of another kind stands in a buffer of which it is a part.
        let part = |view: &JsValue| {
            let number = |name| crate::js::get(view, name).as_f64().unwrap_or_default() as u32;
            let buffer = crate::js::get(view, "buffer");
            Uint8Array::new_with_byte_offset_and_length(&buffer, number("byteOffset"), number("byteLength"))
        };
        if ArrayBuffer::is_view(&self.0) { part(&self.0) } else { Uint8Array::new(&self.0) }
    }
}

impl std::fmt::Debug for JsBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JsBody(…)")
    }
}

impl HostBody for JsBody {
    fn to_vec(&self) -> Vec<u8> {
        match self.0.as_string() {
            Some(text) => text.into_bytes(),
            None => self.bytes().to_vec(),
        }
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

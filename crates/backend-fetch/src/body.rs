//! The body of an answer, as JavaScript holds it.

use std::any::Any;

use atlassian_admin_core::backend::HostBody;
use js_sys::{Array, ArrayBuffer, JsString, Reflect, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

use crate::js::{get, global, method};

/// The body of an answer in JavaScript's memory: a `Uint8Array` or a string.
pub struct JsBody(SendWrapper<JsValue>);

impl JsBody {
    /// Takes the value in, if it is a string, a buffer that can be read, or a view of one.
    pub(crate) fn new(value: JsValue) -> Option<Self> {
        let parts = if value.is_instance_of::<ArrayBuffer>() {
            Array::of1(&value)
        } else if ArrayBuffer::is_view(&value) {
            Array::of3(&get(&value, "buffer"), &get(&value, "byteOffset"), &get(&value, "byteLength"))
        } else {
            return value.is_string().then(|| Self(SendWrapper::new(value)));
        };
        // A buffer that was given away cannot be read; to find out by construction is the way that never throws.
        let bytes = Reflect::construct(&method(&global(), "Uint8Array")?, &parts).ok()?;
        Some(Self(SendWrapper::new(bytes)))
    }

    /// How long it is: in bytes, or in the units of JavaScript's strings, which are no more than its bytes.
    pub(crate) fn len(&self) -> usize {
        match self.0.dyn_ref::<JsString>() {
            Some(text) => text.length() as usize,
            None => get(&self.0, "length").as_f64().unwrap_or_default() as usize,
        }
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
            None => self.0.unchecked_ref::<Uint8Array>().to_vec(),
        }
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

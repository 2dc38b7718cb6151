//! Plain JavaScript objects for the façade.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// Creates an object of these properties, without those that are `undefined`.
pub(crate) fn object<const N: usize>(properties: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        if !value.is_undefined() {
            // Setting a property of a new plain object cannot fail.
            let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
        }
    }
    object
}

/// A duration in milliseconds.
pub(crate) fn milliseconds(duration: std::time::Duration) -> JsValue {
    (duration.as_secs_f64() * 1e3).into()
}

//! Reads untrusted JavaScript values: nothing here throws, whatever they are.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;
}

/// Returns the host's global object.
pub(crate) fn global() -> JsValue {
    GLOBAL.with(JsValue::clone)
}

/// Reads a property of a value; `undefined` if that fails.
///
/// Values without properties are skipped: reading would throw, and each exception that passes the
/// glue leaks a slot in the table of JavaScript values.
pub(crate) fn get(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() && !value.is_function() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

/// Returns a method of a value.
pub(crate) fn method(value: &JsValue, name: &str) -> Option<Function> {
    get(value, name).dyn_into().ok()
}

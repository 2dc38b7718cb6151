//! Reading values that anyone may have made: nothing here throws, whatever they are.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;
}

/// The host's global object.
pub(crate) fn global() -> JsValue {
    GLOBAL.with(JsValue::clone)
}

/// A member of a value; `undefined` where it cannot be had.
///
/// What has no members is not asked: that would throw, and each exception on its way through the glue takes a place in the table of
/// JavaScript's values that is never given back.
pub(crate) fn get(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() && !value.is_function() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

/// A method of a value.
pub(crate) fn method(value: &JsValue, name: &str) -> Option<Function> {
    get(value, name).dyn_into().ok()
}

/// The value behind a promise, or whatever else can be awaited.
///
/// `new Promise(resolve => resolve(value))` is the one way to get there that cannot throw: a hostile `then` rejects.
pub(crate) async fn settled(value: JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, _| {
        let _ = resolve.call1(&JsValue::UNDEFINED, &value);
    });
    JsFuture::from(promise).await
}

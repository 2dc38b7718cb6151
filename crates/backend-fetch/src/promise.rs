//! Values that may be promises.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::reason::Reason;

/// Returns a value, or what it resolves to if it is a promise.
///
/// # Errors
/// The reason with which the promise is rejected.
pub async fn resolved(value: &JsValue) -> Result<JsValue, Reason> {
    JsFuture::from(Promise::resolve(value)).await.map_err(Reason::new)
}

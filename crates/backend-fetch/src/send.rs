//! Sends a request with a `fetch`, and reads the response.

use atlassian_admin_core::backend::{
    Body, BodyLimit, BodyTooLarge, HttpRequest, HttpResponse, RESPONSE_HEADERS, TransportError,
};
use http::StatusCode;
use http::header::{HeaderName, HeaderValue};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::abort::Abort;
use crate::body::JsBody;
use crate::reason::Reason;

#[wasm_bindgen(module = "/src/send.js")]
extern "C" {
    /// Never throws: its promise rejects instead.
    #[wasm_bindgen(js_name = send)]
    fn call(
        fetch: &Function,
        owner: &JsValue,
        args: Array,
        names: &Array,
        limit: f64,
        signal: &JsValue,
    ) -> Promise;
}

thread_local! {
    /// The names of the headers that the core reads. A browser exposes few of them to scripts.
    static NAMES: Array = RESPONSE_HEADERS.iter().map(HeaderName::as_str).map(JsValue::from_str).collect();
}

/// Calls `fetch(...args)` on `owner` for `request`, and reads the whole response.
pub(crate) async fn send(
    fetch: &Function,
    owner: &JsValue,
    args: Array,
    request: &HttpRequest,
    abort: Abort,
) -> Result<HttpResponse, TransportError> {
    let limit = request.extensions().get::<BodyLimit>().map_or(usize::MAX, |limit| limit.0);
    let sent = NAMES.with(|names| call(fetch, owner, args, names, limit as f64, &abort.signal_value()));
    let received = JsFuture::from(sent).await.map_err(lost)?;
    if received.is_null() {
        return Err(TransportError::after_send(BodyTooLarge { limit }));
    }
    let mut received = received.unchecked_into::<Array>().into_iter();
    let mut response = HttpResponse::new(Body::default());
    // The script has checked it.
    let status = received.next().and_then(|status| StatusCode::from_u16(status.as_f64()? as u16).ok());
    *response.status_mut() = status.unwrap_or_default();
    if let Some(body) = received.next().and_then(JsBody::new) {
        *response.body_mut() = Body::Host(Box::new(body));
    }
    for (name, value) in RESPONSE_HEADERS.iter().zip(received) {
        if let Some(value) = value.as_string().and_then(|text| HeaderValue::from_str(&text).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    // The body of a redirect is not read: aborting its request frees the connection.
    if response.status() != StatusCode::FOUND {
        abort.done();
    }
    Ok(response)
}

/// Returns the error of a request that failed with what JavaScript threw.
fn lost(thrown: JsValue) -> TransportError {
    let reason = Reason::new(thrown);
    let problem = reason.problem();
    TransportError::after_send(reason).because(problem)
}

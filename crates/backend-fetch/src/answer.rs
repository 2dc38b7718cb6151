//! Reads the response of a `fetch` by its methods and not by its type: polyfills and injected
//! functions have response types of their own.

use atlassian_admin_core::backend::{
    Body, BodyLimit, BodyTooLarge, HttpRequest, HttpResponse, RESPONSE_HEADERS, TransportError,
};
use http::StatusCode;
use http::header::HeaderValue;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::abort::Abort;
use crate::body::JsBody;
use crate::js::{get, method, settled};
use crate::reason::Reason;

#[wasm_bindgen(module = "/src/read.js")]
extern "C" {
    /// Reads a body. Never throws: its promise rejects instead.
    #[wasm_bindgen(js_name = read)]
    fn body(answer: &JsValue, limit: f64, signal: &JsValue) -> JsValue;
}

/// Awaits the result of a `fetch` that was called for `request`, and reads the whole response.
pub(crate) async fn answer(
    called: Result<JsValue, JsValue>,
    request: &HttpRequest,
    abort: Abort,
) -> Result<HttpResponse, TransportError> {
    let response = match called {
        Ok(promise) => settled(promise).await,
        Err(thrown) => Err(thrown),
    };
    let response = response.map_err(lost)?;
    let limit = request.extensions().get::<BodyLimit>().copied();
    let answer = read(response, limit, &abort.signal_value()).await?;
    // The body of a redirect is not read: aborting its request frees the connection.
    if answer.status() != StatusCode::FOUND {
        abort.done();
    }
    Ok(answer)
}

async fn read(
    response: JsValue,
    limit: Option<BodyLimit>,
    signal: &JsValue,
) -> Result<HttpResponse, TransportError> {
    let status = status(&response).ok_or_else(|| {
        TransportError::after_send(Reason::with_message("fetch returned no response: it has no status"))
    })?;
    let limit = limit.map_or(usize::MAX, |limit| limit.0);
    let too_large = || TransportError::after_send(BodyTooLarge { limit });
    let header = header_reader(&response);
    if header("content-length")
        .and_then(|length| length.parse().ok())
        .is_some_and(|length: usize| length > limit)
    {
        return Err(too_large());
    }
    let mut answer = HttpResponse::new(Body::default());
    *answer.status_mut() = status;
    // A browser exposes few headers to scripts anyway, and each one is a call from wasm to
    // JavaScript.
    for name in &RESPONSE_HEADERS {
        if let Some(value) = header(name.as_str()).and_then(|text| HeaderValue::from_str(&text).ok()) {
            answer.headers_mut().insert(name, value);
        }
    }
    if status == StatusCode::NO_CONTENT || status == StatusCode::FOUND {
        return Ok(answer);
    }
    let body = settled(body(&response, limit as f64, signal)).await;
    let body = body.map_err(lost)?;
    if body.is_null() {
        return Err(too_large());
    }
    let body = JsBody::new(body).ok_or_else(|| {
        TransportError::after_send(Reason::with_message(
            "fetch returned no response: its body is neither bytes nor text",
        ))
    })?;
    *answer.body_mut() = Body::Host(Box::new(body));
    Ok(answer)
}

/// Returns the error of a request that failed with what JavaScript threw.
fn lost(thrown: JsValue) -> TransportError {
    let reason = Reason::new(thrown);
    let problem = reason.problem();
    TransportError::after_send(reason).because(problem)
}

/// Returns the status. Browsers hide the status of a redirect that is not followed: it is reported
/// as 302.
fn status(response: &JsValue) -> Option<StatusCode> {
    if get(response, "type").as_string().as_deref() == Some("opaqueredirect") {
        return Some(StatusCode::FOUND);
    }
    let status = get(response, "status").as_f64().filter(|status| status.fract() == 0.0)?;
    StatusCode::from_u16(status as u16).ok().filter(|known| f64::from(known.as_u16()) == status)
}

/// Reads headers by `headers.get(name)`.
fn header_reader(response: &JsValue) -> impl Fn(&str) -> Option<String> {
    let headers = get(response, "headers");
    let get = method(&headers, "get");
    move |name| get.as_ref()?.call1(&headers, &JsValue::from_str(name)).ok()?.as_string()
}

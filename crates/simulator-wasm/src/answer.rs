//! Converts JavaScript's requests for the simulator, and its replies to plain data.

use std::collections::BTreeMap;
use std::time::Duration;

use atlassian_admin_core::backend::HttpRequest;
use atlassian_admin_simulator::{Reply, Respond};
use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A request, whose headers are a JSON object.
pub(crate) fn request(
    method: &str,
    url: &str,
    headers: &str,
    body: Option<String>,
) -> Result<HttpRequest, String> {
    let headers: BTreeMap<String, String> =
        serde_json::from_str(headers).map_err(|_| "headers: must be texts by their names".to_owned())?;
    let mut request = http::Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    request.body(body.unwrap_or_default().into()).map_err(|error| format!("this is not a request: {error}"))
}

/// How to reply to a request, without the body of the response.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    /// `answer`, `reset` (close the connection) or `hang` (never respond).
    then: &'static str,
    /// The delay before it.
    delay_ms: u64,
    status: u16,
    headers: BTreeMap<String, String>,
}

/// Returns how to reply (as JSON), and the body: bytes, or nothing without a response.
pub(crate) fn parts(reply: Reply) -> (String, JsValue) {
    let nothing = |then, delay_ms| Head { then, delay_ms, status: 0, headers: BTreeMap::new() };
    let (head, body) = match reply {
        Reply::Respond(respond) if respond.cut_after.is_some() => {
            (nothing("reset", millis(respond.takes())), JsValue::UNDEFINED)
        }
        Reply::Reset(delay) => (nothing("reset", millis(delay)), JsValue::UNDEFINED),
        Reply::Hang => (nothing("hang", 0), JsValue::UNDEFINED),
        Reply::Respond(respond) => {
            let delay_ms = millis(respond.takes());
            let Respond { status, headers, body, .. } = respond;
            let text = |value: &dyn AsRef<[u8]>| String::from_utf8_lossy(value.as_ref()).into_owned();
            let headers = headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect();
            let head = Head { then: "answer", delay_ms, status: status.as_u16(), headers };
            (head, Uint8Array::from(body.as_ref()).into())
        }
    };
    (serde_json::to_string(&head).unwrap_or_default(), body)
}

fn millis(time: Duration) -> u64 {
    time.as_millis() as u64
}

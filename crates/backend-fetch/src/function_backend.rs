//! A backend that sends with a JavaScript function.

use async_trait::async_trait;
use atlassian_admin_core::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use http::Uri;
use http::uri::{Authority, PathAndQuery};
use js_sys::{Array, Function, Object};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::abort::Abort;
use crate::fetch_backend::{headers, text};
use crate::send::send;

#[wasm_bindgen(module = "/src/send.js")]
extern "C" {
    /// Builds the object in one call: each property that Rust sets is a call of its own.
    #[wasm_bindgen(js_name = makeInit)]
    fn make_init(method: &str, headers: &str, body: Option<&str>, signal: &JsValue) -> Object;
}

/// Sends requests with a function that has the signature of `fetch`: Forge's, undici's with a
/// proxy, a service worker's, a recorder.
///
/// The function is called as `fetch(url, init)`, with a string and a plain object, since every
/// `fetch` refuses a `Request` of another library. Of the response, `status`, `headers.get(name)`
/// and the stream `body` are used; without a stream, `arrayBuffer()` or `text()`, whose size is
/// only known once all of it is in memory.
#[derive(Clone)]
pub struct FunctionBackend(SendWrapper<Function>);

impl FunctionBackend {
    /// Creates a backend from `fetch`, which is called without `this`.
    #[must_use]
    pub fn new(fetch: Function) -> Self {
        Self(SendWrapper::new(fetch))
    }
}

impl std::fmt::Debug for FunctionBackend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FunctionBackend")
    }
}

#[async_trait]
impl HttpBackend for FunctionBackend {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        SendWrapper::new(async {
            let abort = Abort::new();
            let init = init(&request, &abort);
            let url = JsValue::from_str(&url(request.uri()));
            send(&self.0, &JsValue::UNDEFINED, Array::of2(&url, &init), &request, abort).await
        })
        .await
    }
}

/// Builds the URL by hand: `Display` of a `Uri` links the message of a wrong slice (docs/size.md).
fn url(uri: &Uri) -> String {
    let authority = uri.authority().map_or("", Authority::as_str);
    let path = uri.path_and_query().map_or("", PathAndQuery::as_str);
    [uri.scheme_str().unwrap_or_default(), "://", authority, path].concat()
}

/// Returns the request as the plain object that every `fetch` takes.
fn init(request: &HttpRequest, abort: &Abort) -> Object {
    let headers: String = headers(request).flat_map(|(name, value)| [name, ": ", value, "\n"]).collect();
    make_init(request.method().as_str(), &headers, text(request), &abort.signal_value())
}

//! A backend that sends with a JavaScript function.

use async_trait::async_trait;
use atlassian_admin_core::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use http::Uri;
use http::uri::{Authority, PathAndQuery};
use js_sys::{Array, Function, Object, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::abort::Abort;
use crate::fetch_backend::{headers, text};
use crate::send::send;

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
    let init = Object::new();
    // Setting a property of a new plain object cannot fail.
    let set = |object: &Object, name: &str, value: &JsValue| {
        let _ = Reflect::set(object, &JsValue::from_str(name), value);
    };
    let fields = Object::new();
    for (name, value) in headers(request) {
        set(&fields, name, &JsValue::from_str(value));
    }
    set(&init, "method", &JsValue::from_str(request.method().as_str()));
    set(&init, "headers", &fields);
    if let Some(body) = text(request) {
        set(&init, "body", &JsValue::from_str(body));
    }
    set(&init, "redirect", &JsValue::from_str("manual"));
    set(&init, "signal", &abort.signal_value());
    init
}

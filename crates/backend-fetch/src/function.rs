//! A backend made of a JavaScript function.

use async_trait::async_trait;
use atlassian_admin_core::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use http::Uri;
use http::uri::{Authority, PathAndQuery};
use js_sys::{Function, Object, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::abort::Abort;
use crate::answer::answer;
use crate::global::{headers, text};

/// Sends requests by a function of the form of `fetch`: Forge's, undici's with a proxy, a service worker's, a recorder.
///
/// It is called as `fetch(url, init)`, with a string and a plain object: a `Request` is refused by every `fetch` but the one of
/// its own library. Of its answer `status`, `headers.get(name)` and the stream `body` are used; where there is none, `arrayBuffer()` or
/// `text()`, whose size is known only once all of it is in memory.
#[derive(Clone)]
pub struct FunctionBackend(SendWrapper<Function>);

impl FunctionBackend {
    /// A backend made of `fetch`, which is called without `this`.
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
            answer(self.0.call2(&JsValue::UNDEFINED, &url, &init), &request, abort).await
        })
        .await
    }
}

/// The URL as text; put together here, since the library's own way can fail, and tells at length how.
fn url(uri: &Uri) -> String {
    let authority = uri.authority().map_or("", Authority::as_str);
    let path = uri.path_and_query().map_or("", PathAndQuery::as_str);
    [uri.scheme_str().unwrap_or_default(), "://", authority, path].concat()
}

/// The request as the plain object that every `fetch` takes.
fn init(request: &HttpRequest, abort: &Abort) -> Object {
    let init = Object::new();
    // To set a member of a new plain object cannot fail.
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

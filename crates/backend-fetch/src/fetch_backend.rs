//! The host's own `fetch`.

use async_trait::async_trait;
use atlassian_admin_core::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use gloo_net::http::{Request, RequestBuilder};
use http::header::USER_AGENT;
use js_sys::Array;
use send_wrapper::SendWrapper;
use web_sys::RequestRedirect;

use crate::abort::Abort;
use crate::js::{get, global, method};
use crate::reason::Reason;
use crate::send::send;

/// Sends requests with the `fetch` of a browser, a worker, Node or an edge runtime.
///
/// The function is looked up for each request and called on its owner, and its responses are not
/// trusted: a host may have replaced it.
///
/// The size of a body is checked once it is in the host's memory: `fetch` has no cheap way to stop
/// in the middle. A declared length over the limit is refused before.
#[derive(Debug, Clone, Copy, Default)]
pub struct FetchBackend;

#[async_trait]
impl HttpBackend for FetchBackend {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        SendWrapper::new(async {
            let abort = Abort::new();
            let outgoing = build(&request, &abort).map_err(TransportError::before_send)?;
            let global = global();
            let fetch = method(&global, "fetch").ok_or_else(|| {
                TransportError::before_send(Reason::with_message("this host has no fetch: give one"))
            })?;
            send(&fetch, &global, Array::of1(&outgoing), &request, abort).await
        })
        .await
    }
}

/// Builds the request as the host's own object.
fn build(request: &HttpRequest, abort: &Abort) -> Result<web_sys::Request, gloo_net::Error> {
    let mut builder = RequestBuilder::new(&request.uri().to_string())
        .method(request.method().clone())
        .redirect(RequestRedirect::Manual)
        .abort_signal(abort.signal().as_ref());
    for (name, value) in headers(request) {
        builder = builder.header(name, value);
    }
    let built: Request = match text(request) {
        Some(body) => builder.body(body)?,
        None => builder.build()?,
    };
    Ok(built.into())
}

/// Returns the headers of a request.
pub(crate) fn headers(request: &HttpRequest) -> impl Iterator<Item = (&str, &str)> {
    let in_browser = in_browser();
    request
        .headers()
        .iter()
        .filter(move |(name, _)| !(in_browser && *name == USER_AGENT))
        .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
}

/// Returns the body of a request. The core sends JSON, which is text.
pub(crate) fn text(request: &HttpRequest) -> Option<&str> {
    std::str::from_utf8(request.body()).ok().filter(|body| !body.is_empty())
}

/// Returns whether the host is a browser. Browsers set `User-Agent` themselves, and send a CORS
/// preflight to another origin if a script sets it.
fn in_browser() -> bool {
    let agent = get(&get(&global(), "navigator"), "userAgent");
    agent.as_string().is_some_and(|agent| agent.starts_with("Mozilla/"))
}

//! A client whose backend replies from a script, in time that only passes in sleeps.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex};

use atlassian_admin::auth::CredentialKind;
use atlassian_admin::backend::{HttpRequest, HttpResponse, TransportError, backend_fn};
use atlassian_admin::policy::{NeverRetry, Unlimited};
use atlassian_admin::{Client, ClientBuilder};
use atlassian_admin_testing::ImmediateTime;
use futures_util::FutureExt;

/// The key of all clients here.
pub(crate) const KEY: &str = "canary-key/7";

/// Sends one scripted response after another, and records the requests.
#[derive(Clone, Default)]
pub(crate) struct Script(Arc<Mutex<(VecDeque<HttpResponse>, Vec<HttpRequest>)>>);

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = HttpResponse>) -> Self {
        Self(Arc::new(Mutex::new((answers.into_iter().collect(), Vec::new()))))
    }

    /// Returns a client of this script with [`KEY`]. It never retries.
    pub(crate) fn client<K: CredentialKind>(&self) -> Client<K> {
        let key = K::new(KEY).expect("the key is one");
        let script = self.clone();
        let backend = backend_fn(move |request| std::future::ready(script.reply(request)));
        let builder = ClientBuilder::new(backend, ImmediateTime::default(), key);
        builder.retry(NeverRetry).rate_limiter(Unlimited).build().expect("the base URL is Atlassian's")
    }

    /// Takes the requests so far.
    pub(crate) fn take_requests(&self) -> Vec<HttpRequest> {
        std::mem::take(&mut self.0.lock().expect("nobody panicked").1)
    }

    fn reply(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let mut script = self.0.lock().expect("nobody panicked");
        script.1.push(request);
        script.0.pop_front().ok_or_else(|| TransportError::before_send("the script is at its end"))
    }
}

/// Creates a JSON response.
pub(crate) fn answer(status: u16, body: &[u8]) -> HttpResponse {
    let response = http::Response::builder().status(status);
    response.body(body.to_vec().into()).expect("the response is one")
}

/// Returns the result of a call. A few polls suffice, since nothing waits except to yield.
pub(crate) fn now<T>(call: impl Future<Output = T>) -> T {
    let mut call = pin!(call);
    let mut looks = std::iter::repeat_with(|| call.as_mut().now_or_never());
    looks.by_ref().take(16).flatten().next().expect("the call waits for nothing")
}

//! A client whose backend answers from a script, in time that passes only in sleeps.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use atlassian_admin::auth::CredentialKind;
use atlassian_admin::backend::{HttpBackend, HttpRequest, HttpResponse, TransportError};
use atlassian_admin::policy::{NeverRetry, Unlimited};
use atlassian_admin::{Client, ClientBuilder, Credentials};
use atlassian_admin_testing::ImmediateTime;
use futures_util::FutureExt;

/// The key of all clients here.
pub(crate) const KEY: &str = "canary-key/7";

/// Answers with one response after another, and keeps the requests.
#[derive(Debug, Clone, Default)]
pub(crate) struct Script(Arc<Mutex<(VecDeque<HttpResponse>, Vec<HttpRequest>)>>);

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = HttpResponse>) -> Self {
        Self(Arc::new(Mutex::new((answers.into_iter().collect(), Vec::new()))))
    }

    /// A client of this script, with the only key there is. It tries nothing again.
    pub(crate) fn client<K: CredentialKind>(&self) -> Client<K> {
        let key = Credentials::<K>::key(KEY).expect("the key is one");
        let builder = ClientBuilder::new(self.clone(), ImmediateTime::default(), key);
        builder.retry(NeverRetry).rate_limiter(Unlimited).build().expect("the base URL is Atlassian's")
    }

    /// The requests so far.
    pub(crate) fn take_requests(&self) -> Vec<HttpRequest> {
        std::mem::take(&mut self.0.lock().expect("nobody panicked").1)
    }
}

#[async_trait]
impl HttpBackend for Script {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let mut script = self.0.lock().expect("nobody panicked");
        script.1.push(request);
        script.0.pop_front().ok_or_else(|| TransportError::before_send("the script is at its end"))
    }
}

/// An answer of JSON.
pub(crate) fn answer(status: u16, body: &[u8]) -> HttpResponse {
    let response = http::Response::builder().status(status);
    response.body(body.to_vec().into()).expect("the response is one")
}

/// The result of a call. It is there after a few looks, since nothing waits but to give way to
/// others.
pub(crate) fn now<T>(call: impl Future<Output = T>) -> T {
    let mut call = pin!(call);
    let mut looks = std::iter::repeat_with(|| call.as_mut().now_or_never());
    looks.by_ref().take(16).flatten().next().expect("the call waits for nothing")
}

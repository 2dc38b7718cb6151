//! Which calls have a request on its way, so that who stops a change learns whether it may have been made.

use async_trait::async_trait;
use atlassian_admin_backend_fetch::FunctionBackend;
use atlassian_admin_core::HttpBackend;
use atlassian_admin_core::backend::{HttpRequest, HttpResponse, TransportError};
use http::StatusCode;

use crate::executor;

/// The host's function as a backend that notes with the call what it sends.
#[derive(Debug, Clone)]
pub(crate) struct Noting(pub(crate) FunctionBackend);

#[async_trait]
impl HttpBackend for Noting {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let before = executor::note_sent(true);
        let answer = self.0.execute(request).await;
        // These requests had no effect, but one before may have had.
        let is_without_effect = match &answer {
            Ok(response) => response.status() == StatusCode::TOO_MANY_REQUESTS,
            Err(error) => error.before_send,
        };
        if is_without_effect {
            executor::note_sent(before);
        }
        answer
    }
}

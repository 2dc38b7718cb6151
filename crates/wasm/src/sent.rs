//! Tracks in-flight requests, so that cancelling a write can report whether it may have been
//! applied.

use async_trait::async_trait;
use atlassian_admin_backend_fetch::FunctionBackend;
use atlassian_admin_core::HttpBackend;
use atlassian_admin_core::backend::{HttpRequest, HttpResponse, TransportError};
use http::StatusCode;

use crate::executor;

/// The host's function as a backend that records for each call whether it sent a request.
#[derive(Debug, Clone)]
pub(crate) struct TrackingBackend(pub(crate) FunctionBackend);

#[async_trait]
impl HttpBackend for TrackingBackend {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let before = executor::note_sent(true);
        let answer = self.0.execute(request).await;
        // This request had no effect, but an earlier one may have had.
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

//! The simulator in process: a backend without a network.

use async_trait::async_trait;
use atlassian_admin_core::backend::{
    BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError,
};

use crate::reply::{Reply, Respond};
use crate::simulator::Simulator;

#[async_trait]
impl HttpBackend for Simulator {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let respond = match self.respond(&request) {
            Reply::Respond(respond) => respond,
            Reply::Reset(delay) => {
                self.wait(delay).await;
                return Err(TransportError::after_send("the connection was reset before the answer"));
            }
            Reply::Hang => std::future::pending().await,
        };
        self.wait(respond.takes()).await;
        let Respond { status, headers, body, cut_after, .. } = respond;
        let arrived = cut_after.unwrap_or(body.len());
        if let Some(BodyLimit(limit)) = request.extensions().get().filter(|BodyLimit(limit)| arrived > *limit)
        {
            return Err(TransportError::after_send(BodyTooLarge { limit: *limit }));
        }
        if cut_after.is_some() {
            return Err(TransportError::after_send("the connection was reset within the answer"));
        }
        let mut response = HttpResponse::new(body.into());
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

//! A backend that answers from a script, and a client over it.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod addressed;
pub mod canary;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use atlassian_admin_core::backend::{
    Body, BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError,
};
use atlassian_admin_core::{Client, ClientBuilder, auth::OrganizationKey};
pub use atlassian_admin_testing::ImmediateTime;

/// One answer of the script.
pub enum Reply {
    Answer(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// Refused before anything was sent.
    Refused,
    /// Lost after it was sent.
    Lost,
    /// Never answered.
    Hang,
}

pub fn ok(body: impl Into<String>) -> Reply {
    answer(200, body)
}

pub fn answer(status: u16, body: impl Into<String>) -> Reply {
    Reply::Answer(status, Vec::new(), body.into().into_bytes())
}

pub fn answer_with(status: u16, headers: &[(&'static str, &str)], body: &str) -> Reply {
    Reply::Answer(
        status,
        headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        body.into(),
    )
}

/// What a backend was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub line: String,
    /// By name.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

#[derive(Clone, Default)]
pub struct Script {
    replies: Arc<Mutex<VecDeque<Reply>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl std::fmt::Debug for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Script")
    }
}

impl Script {
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self { replies: Arc::new(Mutex::new(replies.into_iter().collect())), seen: Arc::default() }
    }

    /// The requests so far, each as `METHOD URL`.
    pub fn lines(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.line).collect()
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub fn left(&self) -> usize {
        self.replies.lock().unwrap().len()
    }
}

#[async_trait]
impl HttpBackend for Script {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let mut headers: Vec<_> = request
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        headers.sort();
        self.seen.lock().unwrap().push(Seen {
            line: format!("{} {}", request.method(), request.uri()),
            headers,
            body: request.body().to_vec(),
        });
        let reply = self.replies.lock().unwrap().pop_front();
        match reply.expect("the script has an answer for each request") {
            Reply::Answer(status, headers, body) => {
                let limit =
                    request.extensions().get::<BodyLimit>().expect("each request carries its limit").0;
                if body.len() > limit {
                    return Err(TransportError::after_send(BodyTooLarge { limit }));
                }
                let mut response = http::Response::builder().status(status);
                for (name, value) in headers {
                    response = response.header(name, value);
                }
                Ok(response.body(Body::from(body)).unwrap())
            }
            Reply::Refused => Err(TransportError::before_send("connection refused by canary@example.com")),
            Reply::Lost => Err(TransportError::after_send("connection reset by canary@example.com")),
            Reply::Hang => std::future::pending().await,
        }
    }
}

pub const KEY: &str = "canary-key";

pub fn builder(script: &Script, time: &ImmediateTime) -> ClientBuilder {
    ClientBuilder::new(script.clone(), time.clone(), OrganizationKey::new(KEY).unwrap())
}

pub fn client(replies: impl IntoIterator<Item = Reply>) -> (Client, Script, ImmediateTime) {
    let (script, time) = (Script::new(replies), ImmediateTime::default());
    (builder(&script, &time).build().unwrap(), script, time)
}

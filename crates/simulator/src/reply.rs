//! What the simulator does with a request, in process and on loopback, and what it remembers of it.

use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Serialize;

/// What to do with a request.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Send this response.
    Respond(Respond),
    /// Close the connection without a response, after this delay.
    Reset(Duration),
    /// Never respond.
    Hang,
}

/// A request with this extension had a body over the server's limit, which was not kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyNotKept;

/// A response.
#[derive(Debug, Clone)]
pub struct Respond {
    /// The status.
    pub status: StatusCode,
    /// The headers, without those that frame the body.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// How long to wait before the response.
    pub delay: Duration,
    /// How long to wait after each of the [`PIECES`](Self::PIECES) of the body but the last.
    pub drip: Duration,
    /// After how many bytes of the body to close the connection, if at all.
    pub cut_after: Option<usize>,
}

impl Respond {
    /// A response without a body.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            delay: Duration::ZERO,
            drip: Duration::ZERO,
            cut_after: None,
        }
    }

    /// A response with this JSON.
    pub(crate) fn json(status: StatusCode, body: Bytes) -> Self {
        let mut respond = Self { body, ..Self::empty(status) };
        respond.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        respond
    }

    /// In how many pieces a body drips.
    pub const PIECES: u32 = 16;

    /// How long it takes until the whole response has arrived.
    #[must_use]
    pub fn takes(&self) -> Duration {
        self.delay.saturating_add(self.drip.saturating_mul(Self::PIECES - 1))
    }
}

/// A change that a request made, as the audit log records it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct SeenChange {
    /// What was done, such as `user_added_to_group`.
    pub action: String,
    /// The identifiers of what was changed and of what else took part: the group, then the user.
    pub objects: Vec<String>,
}

/// The simulator no longer has the details of the requests.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ForgottenRequests {
    /// The number of the first request that was asked for; the first of all has the number 0.
    pub asked: u64,
    /// How many of the earliest requests are forgotten.
    pub forgotten: u64,
    /// How many requests there were in all.
    pub count: u64,
}

impl std::fmt::Display for ForgottenRequests {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { asked, forgotten, count } = self;
        write!(
            f,
            "request {asked} is not kept, as are the first {forgotten} of {count}: read the requests from {forgotten} on, or count them"
        )
    }
}

impl std::error::Error for ForgottenRequests {}

/// A request that the simulator has seen. The key is never kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SeenRequest {
    /// The method.
    pub method: String,
    /// Path and query, as on the wire.
    pub target: String,
    /// The status of the response, unless there was none.
    pub status: Option<u16>,
}

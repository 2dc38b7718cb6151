//! The headers of all requests of a client.

use http::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use crate::operation::ArgumentError;

/// The value of `User-Agent` unless the user of the client gives another.
const AGENT: &str = concat!("atlassian-admin-rs/", env!("CARGO_PKG_VERSION"));

/// The headers that the client, the backend or the connection writes.
const OWN: &[&str] = &[
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

/// A header that cannot be sent, or that is the client's own. Without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeaderError {
    /// `None` if it is not a name.
    pub(super) name: Option<HeaderName>,
    pub(super) problem: &'static str,
}

impl HeaderError {
    /// The error of a call with this header.
    pub(super) fn of_call(&self) -> ArgumentError {
        let name = self.name.as_ref().map_or("", HeaderName::as_str);
        ArgumentError::new(["header ", name].concat().trim_end(), self.problem)
    }
}

/// Returns the headers of a client without options.
pub(super) fn default() -> HeaderMap {
    HeaderMap::from_iter([
        (ACCEPT, HeaderValue::from_static("application/json")),
        (USER_AGENT, HeaderValue::from_static(AGENT)),
    ])
}

/// Changes the headers unless an earlier change failed, and keeps the first error.
pub(super) fn change(
    headers: &mut Result<HeaderMap, HeaderError>,
    change: impl FnOnce(&mut HeaderMap) -> Result<(), HeaderError>,
) {
    if let Ok(map) = headers
        && let Err(error) = change(map)
    {
        *headers = Err(error);
    }
}

/// Adds a header of the user's. Its value is not in the error.
pub(super) fn add(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), HeaderError> {
    let Ok(name) = HeaderName::try_from(name) else {
        let problem = "its name has other characters than a-z, 0-9 and `-`; correct it";
        return Err(HeaderError { name: None, problem });
    };
    if OWN.contains(&name.as_str()) {
        let problem = "the client writes it itself; leave it out";
        return Err(HeaderError { name: Some(name), problem });
    }
    set(headers, name, value)
}

/// Replaces the `User-Agent`.
pub(super) fn set_user_agent(headers: &mut HeaderMap, value: &str) -> Result<(), HeaderError> {
    set(headers, USER_AGENT, value)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<(), HeaderError> {
    let Ok(mut value) = HeaderValue::from_str(value) else {
        let problem = "its value has characters that no header has; use visible ASCII characters";
        return Err(HeaderError { name: Some(name), problem });
    };
    // A gateway's secret, for example: no debug print shows it.
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

//! The headers of all requests of a client.

use http::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use super::BuildError;

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

/// Returns the headers of a client without options.
pub(super) fn default() -> HeaderMap {
    HeaderMap::from_iter([
        (ACCEPT, HeaderValue::from_static("application/json")),
        (USER_AGENT, HeaderValue::from_static(AGENT)),
    ])
}

/// Adds a header of the user's. Its value is not in the error.
pub(super) fn add(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), BuildError> {
    let Ok(name) = HeaderName::try_from(name) else {
        return Err(BuildError::header(
            None,
            "its name has other characters than a-z, 0-9 and `-`; correct it",
        ));
    };
    if OWN.contains(&name.as_str()) {
        return Err(BuildError::header(Some(name), "the client writes it itself; leave it out"));
    }
    set(headers, name, value)
}

/// Replaces the `User-Agent`.
pub(super) fn set_user_agent(headers: &mut HeaderMap, value: &str) -> Result<(), BuildError> {
    set(headers, USER_AGENT, value)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<(), BuildError> {
    let Ok(mut value) = HeaderValue::from_str(value) else {
        let problem = "its value has characters that no header has; use visible ASCII characters";
        return Err(BuildError::header(Some(name), problem));
    };
    // A gateway's secret, for example: no debug print shows it.
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

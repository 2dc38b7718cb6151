//! Cross-origin requests, for web pages that are developed against the simulator. The real API
//! allows none with a key.

use http::StatusCode;
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, HeaderMap, HeaderValue,
};

use crate::reply::Respond;

/// The response to a preflight request.
pub(crate) fn preflight() -> Respond {
    Respond::empty(StatusCode::NO_CONTENT)
}

/// Lets any web page send a request and read the response.
pub(crate) fn allow(headers: &mut HeaderMap) {
    for (name, value) in [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        // `*` would not cover Authorization.
        (ACCESS_CONTROL_ALLOW_HEADERS, "authorization, accept, content-type, user-agent"),
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"),
        (
            ACCESS_CONTROL_EXPOSE_HEADERS,
            "atl-traceid, retry-after, x-retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, date",
        ),
        (ACCESS_CONTROL_MAX_AGE, "600"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

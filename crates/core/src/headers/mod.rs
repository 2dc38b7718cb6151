//! The response headers that the core reads.

mod retry_after;

use http::header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, RETRY_AFTER};

pub use retry_after::response_date;
pub(crate) use retry_after::{rate_limit_remaining, retry_after};

const X_RETRY_AFTER: HeaderName = HeaderName::from_static("x-retry-after");
const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");
const RATE_LIMIT_REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

const TRACE: HeaderName = HeaderName::from_static("atl-traceid");
const REQUEST: HeaderName = HeaderName::from_static("atl-request-id");
const A_REQUEST: HeaderName = HeaderName::from_static("x-arequestid");
const X_REQUEST: HeaderName = HeaderName::from_static("x-request-id");

/// All response headers that the core reads. A backend can omit all others.
pub static RESPONSE_HEADERS: [HeaderName; 10] = [
    CONTENT_TYPE,
    DATE,
    RETRY_AFTER,
    X_RETRY_AFTER,
    RATE_LIMIT_RESET,
    RATE_LIMIT_REMAINING,
    TRACE,
    REQUEST,
    A_REQUEST,
    X_REQUEST,
];

/// Returns the trace identifier of a response, for Atlassian's support.
///
/// # Examples
/// ```
/// use atlassian_admin_core::headers::trace_id;
/// use atlassian_admin_core::http::{HeaderMap, HeaderName, HeaderValue};
///
/// let name = HeaderName::from_static("atl-traceid");
/// let headers = HeaderMap::from_iter([(name, HeaderValue::from_static("3f2a9b"))]);
/// assert_eq!(trace_id(&headers), Some("3f2a9b"));
/// ```
#[must_use]
pub fn trace_id(headers: &HeaderMap) -> Option<&str> {
    [TRACE, REQUEST, A_REQUEST, X_REQUEST].iter().find_map(|name| headers.get(name)?.to_str().ok())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// Backends omit headers that are not in the list above, so no other file may name a header.
    #[test]
    fn header_names_are_declared_in_this_file_alone() {
        fn files_with_names(folder: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    files_with_names(&path, found);
                } else if fs::read_to_string(&path).unwrap().contains("HeaderName::from_static(") {
                    found.push(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
        let mut found = Vec::new();
        files_with_names(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert_eq!(found, ["mod.rs"]);
    }
}

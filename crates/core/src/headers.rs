//! The headers of an answer that the core reads.

use http::header::{CONTENT_TYPE, DATE, HeaderName, RETRY_AFTER};

pub(crate) const X_RETRY_AFTER: HeaderName = HeaderName::from_static("x-retry-after");
pub(crate) const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");
pub(crate) const RATE_LIMIT_REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

/// Those that name the trace of an answer, the best first.
pub(crate) static TRACES: [HeaderName; 4] = [TRACE, REQUEST, A_REQUEST, X_REQUEST];
const TRACE: HeaderName = HeaderName::from_static("atl-traceid");
const REQUEST: HeaderName = HeaderName::from_static("atl-request-id");
const A_REQUEST: HeaderName = HeaderName::from_static("x-arequestid");
const X_REQUEST: HeaderName = HeaderName::from_static("x-request-id");

/// All headers of an answer that the core reads. A backend to which each header costs something may leave out all others.
pub static ANSWER_HEADERS: [HeaderName; 10] = [
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// Whoever reads one more gets it nowhere unless it is in the list above: so no other file gives a header its name.
    #[test]
    fn no_other_file_names_a_header() {
        fn namers(folder: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    namers(&path, found);
                } else if fs::read_to_string(&path).unwrap().contains("HeaderName::from_static(") {
                    found.push(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
        let mut found = Vec::new();
        namers(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert_eq!(found, ["headers.rs"]);
    }
}

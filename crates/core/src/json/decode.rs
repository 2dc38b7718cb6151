//! The decoder of typed JSON, and its error.

use serde::Deserialize;
use serde_json::error::Category;

use super::density::is_dense;
use super::lenient::{self, Lenient};

/// JSON that does not match its type. The error names the location, never the value.
///
/// ```
/// use atlassian_admin_core::Raw;
/// use atlassian_admin_core::model::Event;
///
/// let raw: Raw<Event> = serde_json::from_str(r#"{"id":[]}"#)?;
/// let error = raw.decode().unwrap_err();
/// assert_eq!((error.path(), error.is_garbled()), ("id", false));
/// assert_eq!(error.to_string(), "at id: expected a string");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    problem: String,
    garbled: bool,
}

impl DecodeError {
    /// Creates the error for a value at `path`. `problem` is part of the message, so it must not
    /// contain the value.
    #[must_use]
    pub fn new(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { path: path.into(), problem: problem.into(), garbled: false }
    }

    /// Creates the error for a text that is not JSON.
    #[must_use]
    pub fn garbled(problem: impl Into<String>) -> Self {
        Self { path: ".".into(), problem: problem.into(), garbled: true }
    }

    /// The path of the first property that does not match: `data[3].id`, or `.` for the whole text.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same error at another path.
    pub(crate) fn with_path(self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    /// Whether the text is not JSON: truncated, or in another format.
    #[must_use]
    pub fn is_garbled(&self) -> bool {
        self.garbled
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "at {}: {}", self.path, self.problem)
    }
}

impl std::error::Error for DecodeError {}

pub(crate) fn decode_slice<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, DecodeError> {
    decode(text_of(json)?)
}

/// Returns the text of a body that is safe to decode.
///
/// # Errors
/// If the body is not UTF-8, or if its values would need a large multiple of its memory.
pub(crate) fn text_of(json: &[u8]) -> Result<&str, DecodeError> {
    // Checking the whole page once instead of each string saves 15 to 19 % of a walk.
    let json = std::str::from_utf8(json).map_err(|error| DecodeError {
        path: ".".into(),
        problem: format!("not UTF-8 at byte {}", error.valid_up_to()),
        garbled: true,
    })?;
    if is_dense(json.as_bytes()) {
        return Err(DecodeError::new(".", "has more values than a response of its length can have"));
    }
    Ok(json)
}

/// Decodes a value strictly and, if that fails, leniently.
pub(crate) fn decode<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, DecodeError> {
    // Only a failure decodes again to find the path: tracking it would make decoding 50 % slower.
    serde_json::from_str(json).or_else(|_| lenient::read(json)).map_err(|_| locate::<T>(json))
}

#[cold]
fn locate<'a, T: Deserialize<'a>>(json: &'a str) -> DecodeError {
    let at = |path: String, error: &serde_json::Error| DecodeError {
        path,
        problem: problem(error),
        garbled: error.classify() != Category::Data,
    };
    let whole = match Lenient::new(json) {
        Ok(value) => match serde_path_to_error::deserialize::<_, T>(value) {
            Err(error) => return at(error.path().to_string(), error.inner()),
            // Unreachable: the same decoding has failed before.
            Ok(_) => return DecodeError::new(".", "does not match"),
        },
        Err(error) => error,
    };
    match serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_str(json)) {
        Ok(_) => DecodeError::garbled("there is text after the JSON value"),
        // A mismatch precedes the location where the JSON is malformed.
        Err(error) if error.inner().classify() == Category::Data => at(".".into(), &whole),
        Err(error) => at(error.path().to_string(), error.inner()),
    }
}

/// Describes an error without the value, which may be personal: serde's own text contains it.
pub(crate) fn problem(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => format!("the JSON ends too early, at {place}"),
        Category::Syntax | Category::Io => {
            format!("not valid JSON, at {place}")
        }
        Category::Data => {
            let text = error.to_string();
            let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
            // The value precedes the expectation in the text, and may contain the same words.
            match (missing, text.rsplit_once(", expected ")) {
                (Some(name), _) => format!("`{name}` is missing"),
                (None, Some((_, expected))) => {
                    format!("expected {}", expected.split(" at line ").next().unwrap_or_default())
                }
                (None, None) => format!("does not match, at {place}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Raw;
    use super::*;
    use crate::model::{Account, Event};
    use crate::page::LinkedPage;

    fn message<T: for<'a> Deserialize<'a> + std::fmt::Debug>(json: &str) -> String {
        decode::<T>(json).unwrap_err().to_string()
    }

    #[test]
    fn is_garbled_distinguishes_malformed_json_from_mismatch() {
        for (json, garbled) in
            [("[\"a\"]", false), ("[7", true), ("<html>", true), ("[7] [8]", true), ("\"\u{fffd}", true)]
        {
            assert_eq!(decode::<Vec<u32>>(json).unwrap_err().is_garbled(), garbled, "{json}");
        }
        assert!(decode_slice::<Vec<u32>>(b"\xff").unwrap_err().is_garbled());
        assert!(DecodeError::garbled("cut off").is_garbled());
        assert!(!DecodeError::new("id", "expected text").is_garbled());
        assert_eq!(message::<Vec<u32>>("[7] [8]"), "at .: there is text after the JSON value");
    }

    #[test]
    fn error_names_location_and_never_value() {
        assert_eq!(
            message::<LinkedPage<Account>>(
                r#"{"data":[{"account_id":"a"},{"name":17,"email":[],"account_id":{"canary":"canary"}}]}"#
            ),
            "at data[1].account_id: expected a string"
        );
        assert_eq!(message::<Vec<u32>>(r#"["hi, expected canary"]"#), "at [0]: expected u32");
        assert_eq!(
            message::<LinkedPage<Event>>(r#"{"data":[{"email":"canary@example.com"}]}"#),
            "at data[0]: `id` is missing"
        );
        assert_eq!(message::<LinkedPage<Raw<Event>>>(r#"{"data":"canary"}"#), "at data: expected a sequence");
        assert_eq!(
            message::<LinkedPage<Event>>(r#"{"data":[{"id":"a"#),
            "at data[0].id: the JSON ends too early, at line 1, column 17"
        );
        assert_eq!(
            message::<LinkedPage<Event>>("<html>canary</html>"),
            "at .: not valid JSON, at line 1, column 1"
        );
        assert_eq!(
            decode_slice::<Event>(b"{\"id\":\"\xff\"}").unwrap_err().to_string(),
            "at .: not UTF-8 at byte 7"
        );
    }
}

//! JSON: the codec of values without a type, the decoder of typed ones, and text kept as it came.

mod decode;
mod density;
pub(crate) mod lenient;
mod list;
mod raw;

pub use decode::DecodeError;
pub(crate) use decode::{decode, decode_slice, problem, text_of};
pub(crate) use list::MOST_MALFORMED;
pub use list::{List, MalformedItem};
pub use raw::Raw;

use serde_json::{Number, Value};

/// How JSON without a type is read and written.
///
/// A host that has a reader and a writer of its own, as JavaScript has, gives these instead of [`Json::SERDE`], which then is not linked:
/// a tenth of what a page loads. What has a type is read by serde everywhere.
#[derive(Debug, Clone, Copy)]
pub struct Json {
    /// Reads a text; `None` where it is no JSON, or nested more deeply than any answer of the API.
    pub read: fn(&[u8]) -> Option<Value>,
    /// Writes a value.
    pub write: fn(&Value) -> String,
}

impl Json {
    /// By serde_json.
    pub const SERDE: Self =
        Self { read: |json| serde_json::from_slice(json).ok(), write: |value| value.to_string() };
}

/// A text without the byte order mark before it, which some servers send. JSON has none.
pub(crate) fn without_bom(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// A whole number as text. To write any other takes a table, and nothing that is a text elsewhere is one.
pub(crate) fn whole(number: &Number) -> Option<String> {
    number
        .as_i64()
        .map(|number| number.to_string())
        .or_else(|| number.as_u64().map(|number| number.to_string()))
}

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
/// A host with its own JSON codec, such as JavaScript, supplies it in place of [`Json::SERDE`],
/// which is then not linked: the wasm module is 10 % smaller. serde reads typed values on every
/// host.
#[derive(Debug, Clone, Copy)]
pub struct Json {
    /// Parses a text. `None` if it is not JSON, or nested more deeply than any response of the
    /// API.
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

/// Formats an integer. Other numbers would link large tables, and no argument or error code is
/// one.
pub(crate) fn whole(number: &Number) -> Option<String> {
    number
        .as_i64()
        .map(|number| number.to_string())
        .or_else(|| number.as_u64().map(|number| number.to_string()))
}

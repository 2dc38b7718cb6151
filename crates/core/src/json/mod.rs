//! JSON: the codec of untyped values, the decoder of typed values, and original text.

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

/// The codec of untyped JSON.
///
/// A host with its own JSON codec, such as JavaScript, supplies it in place of [`Json::SERDE`],
/// which is then not linked. serde reads typed values on every host.
#[derive(Debug, Clone, Copy)]
pub struct Json {
    /// Parses a text. `None` if it is not JSON, or if it is nested more deeply than any response of
    /// the API.
    pub read: fn(&[u8]) -> Option<Value>,
    /// Formats a value.
    pub write: fn(&Value) -> String,
}

impl Json {
    /// The codec of `serde_json`.
    pub const SERDE: Self =
        Self { read: |json| serde_json::from_slice(json).ok(), write: |value| value.to_string() };
}

/// Removes a byte order mark, which some servers send, although JSON does not allow it.
pub(crate) fn without_bom(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// Formats an integer. No argument or error code is another number, whose formatting is large
/// (docs/size.md).
pub(crate) fn whole(number: &Number) -> Option<String> {
    number
        .as_i64()
        .map(|number| number.to_string())
        .or_else(|| number.as_u64().map(|number| number.to_string()))
}

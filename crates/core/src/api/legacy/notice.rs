//! What changes by version 1 answer.

use http::StatusCode;

use crate::endpoint::Answer;
use crate::error::{DecodeError, decode_slice};
use crate::model::macros::object;

object! {
    /// What Atlassian says of a change: a sentence, or nothing.
    Notice {
        optional {
            /// The sentence.
            message: String = "message",
        }
    }
}

/// The same operations once answered nothing (204), and the answer came without notice.
impl Answer for Notice {
    fn decode(_: StatusCode, body: &[u8]) -> Result<Self, DecodeError> {
        if body.is_empty() { Ok(Self::default()) } else { decode_slice(body) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_may_be_missing() {
        let decode = |body: &str| Notice::decode(StatusCode::OK, body.as_bytes()).map(|it| it.message);
        assert_eq!(decode(r#"{"message":"Suspended."}"#), Ok(Some("Suspended.".into())));
        assert_eq!(decode("{}"), Ok(None));
        assert_eq!(decode(""), Ok(None));
        assert!(decode("[]").is_err());
    }
}

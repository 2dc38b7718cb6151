//! What some changes answer.

use http::StatusCode;

use super::macros::object;
use crate::json::DecodeError;
use crate::json::decode_slice;
use crate::response::ResponseBody;

object! {
    /// What Atlassian says of a change: a sentence, or nothing.
    Message {
        optional {
            /// The sentence.
            message: String = "message",
        }
    }
}

/// The documents have a message; answers without a body (204) were seen, too.
impl ResponseBody for Message {
    fn decode(_: StatusCode, body: &[u8]) -> Result<Self, DecodeError> {
        if body.is_empty() { Ok(Self::default()) } else { decode_slice(body) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_may_be_missing() {
        let decode = |status, body: &str| Message::decode(status, body.as_bytes()).map(|it| it.message);
        assert_eq!(decode(StatusCode::OK, r#"{"message":"Deleted."}"#), Ok(Some("Deleted.".into())));
        assert_eq!(decode(StatusCode::OK, "{}"), Ok(None));
        assert_eq!(decode(StatusCode::NO_CONTENT, ""), Ok(None));
        assert!(decode(StatusCode::OK, r#"{"mess"#).unwrap_err().is_garbled());
    }
}

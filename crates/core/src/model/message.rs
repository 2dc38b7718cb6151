//! Messages that some write operations return.

use http::StatusCode;

use super::macros::object;
use crate::json::{DecodeError, decode_slice};
use crate::response::ResponseBody;

object! {
    /// An optional message about a write operation.
    Message {
        optional {
            /// The text.
            message: String = "message",
        }
    }
}

/// Atlassian documents a message, but the server was observed to send empty responses (204) too.
impl ResponseBody for Message {
    fn decode(_: StatusCode, body: &[u8]) -> Result<Self, DecodeError> {
        if body.is_empty() { Ok(Self::default()) } else { decode_slice(body) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_is_none_when_body_is_empty() {
        let decode = |status, body: &str| Message::decode(status, body.as_bytes()).map(|it| it.message);
        assert_eq!(decode(StatusCode::OK, r#"{"message":"Deleted."}"#), Ok(Some("Deleted.".into())));
        assert_eq!(decode(StatusCode::OK, "{}"), Ok(None));
        assert_eq!(decode(StatusCode::NO_CONTENT, ""), Ok(None));
        assert!(decode(StatusCode::OK, r#"{"mess"#).unwrap_err().is_garbled());
    }
}

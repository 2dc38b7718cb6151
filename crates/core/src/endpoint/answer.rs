//! What an operation answers.

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{DecodeError, decode_slice};
use crate::shape::Described;

/// The answer of an operation: read by the client, written by the simulator.
///
/// Most answers are JSON and need no more than `impl Answer for T {}`. An answer that depends on the status, such as an
/// invitation of which a part failed (206), overrides both methods.
pub trait Answer: Described + Sized + Serialize + DeserializeOwned + Send + 'static {
    /// Reads the answer of a successful call.
    ///
    /// # Errors
    /// [`DecodeError`] with the path of the first member that does not fit.
    fn decode(status: StatusCode, body: &[u8]) -> Result<Self, DecodeError> {
        let _ = status;
        decode_slice(body)
    }

    /// Writes the answer; `success` is the operation's first documented status.
    ///
    /// # Errors
    /// Where the value cannot be written as JSON.
    fn encode(&self, success: StatusCode) -> Result<(StatusCode, Bytes), serde_json::Error> {
        Ok((success, serde_json::to_vec(self)?.into()))
    }
}

/// A bare list.
impl<T: Described + Serialize + DeserializeOwned + Send + 'static> Answer for Vec<T> {}

/// A bare list whose odd items cost only themselves.
impl<T: Described + Serialize + DeserializeOwned + Send + 'static> Answer for crate::List<T> {}

/// Any JSON, as it came.
impl<T: Described + Send + 'static> Answer for crate::Raw<T> {}

/// Operations that answer nothing: any success will do, whatever the body.
impl Answer for () {
    fn decode(_: StatusCode, _: &[u8]) -> Result<Self, DecodeError> {
        Ok(())
    }

    fn encode(&self, success: StatusCode) -> Result<(StatusCode, Bytes), serde_json::Error> {
        Ok((success, Bytes::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_nothing_has_its_status_and_no_body() {
        assert_eq!(().encode(StatusCode::NO_CONTENT).unwrap(), (StatusCode::NO_CONTENT, Bytes::new()));
        assert_eq!(<() as Answer>::decode(StatusCode::OK, b"<html>"), Ok(()));
    }

    #[test]
    fn what_answers_json_is_that_json() {
        let written = vec![1_u64, 2].encode(StatusCode::CREATED).unwrap();
        assert_eq!(written, (StatusCode::CREATED, Bytes::from_static(b"[1,2]")));
    }
}

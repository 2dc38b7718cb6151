//! Response bodies: how each type of one is read and written.

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json::{DecodeError, List, Raw, decode_slice};
use crate::schema::HasSchema;

/// The response body of an operation: the client reads it, the simulator writes it.
///
/// A JSON body needs no more than `impl ResponseBody for T {}`. A body that depends on the status,
/// such as that of an invitation of which a part failed (206), overrides both methods.
pub trait ResponseBody: HasSchema + Sized + Serialize + DeserializeOwned + Send + 'static {
    /// Reads the body of a successful response.
    ///
    /// # Errors
    /// [`DecodeError`] with the path of the first property that does not fit.
    fn decode(status: StatusCode, body: &[u8]) -> Result<Self, DecodeError> {
        let _ = status;
        decode_slice(body)
    }

    /// Writes the body; `success` is the first documented status of the operation.
    ///
    /// # Errors
    /// Where the value cannot be written as JSON.
    fn encode(&self, success: StatusCode) -> Result<(StatusCode, Bytes), serde_json::Error> {
        Ok((success, serde_json::to_vec(self)?.into()))
    }
}

/// A bare list.
impl<T: HasSchema + Serialize + DeserializeOwned + Send + 'static> ResponseBody for Vec<T> {}

/// A bare list, of which a malformed item costs only itself.
impl<T: HasSchema + Serialize + DeserializeOwned + Send + 'static> ResponseBody for List<T> {}

/// Any JSON, as it came.
impl<T: HasSchema + Send + 'static> ResponseBody for Raw<T> {}

/// An empty body. Any successful response will do, whatever its body.
impl ResponseBody for () {
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
    fn unit_is_encoded_without_body_and_decoded_from_any_body() {
        assert_eq!(().encode(StatusCode::NO_CONTENT).unwrap(), (StatusCode::NO_CONTENT, Bytes::new()));
        assert_eq!(<() as ResponseBody>::decode(StatusCode::OK, b"<html>"), Ok(()));
    }

    #[test]
    fn list_is_written_as_json() {
        let written = vec![1_u64, 2].encode(StatusCode::CREATED).unwrap();
        assert_eq!(written, (StatusCode::CREATED, Bytes::from_static(b"[1,2]")));
    }
}

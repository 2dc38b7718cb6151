//! Calls an operation by its entry in the table, and checks the response by it.

use std::collections::BTreeMap;

use http::StatusCode;
use http::response::Parts as Head;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::response_schema;
use crate::auth::CredentialKind;
use crate::backend::Body;
use crate::client::Client;
use crate::error::{self, Error};
use crate::json::{DecodeError, Json, decode_slice};
use crate::operation::Operation;
use crate::schema::Schema;

impl<K: CredentialKind> Client<K> {
    /// Calls an operation with the flat object of its arguments, by their names, and returns the
    /// status and the body as it came. [`Operation::violations`] checks the types of
    /// the arguments.
    ///
    /// ```
    /// # use atlassian_admin_core::{Client, Error, operation};
    /// # use serde_json::{Map, Value};
    /// # async fn example(client: Client, arguments: Map<String, Value>) -> Result<(), Error> {
    /// let query = operation("events.query").expect("there is one of this name");
    /// let (status, body) = client.send_untyped(query, arguments).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As [`Self::send`]; [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) also
    /// where the operation takes another kind of key than the client holds. A response that is
    /// empty, or holds errors, in place of the data that the operation requires is an error.
    pub async fn send_untyped(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Result<(StatusCode, Body), Error> {
        let json = self.runtime().json();
        let read = |head: &Head, body: Body| {
            // A truncated response may be complete the next time.
            if let Body::Bytes(bytes) = &body {
                if !bytes.is_empty() {
                    decode_slice::<IgnoredAny>(bytes)?;
                }
                check_data(operation, head.status, bytes, json)?;
            }
            Ok((head.status, body))
        };
        self.send_untyped_with(operation, arguments, read).await
    }
}

/// Checks that a response has data where its operation always has some: it is not empty, and not
/// an error envelope with a success status.
fn check_data(operation: &Operation, status: StatusCode, body: &[u8], json: Json) -> Result<(), DecodeError> {
    let properties = match response_schema(operation) {
        Some(Schema::Object(object)) => (object.properties)(),
        Some(Schema::List(_)) => &[],
        _ => return Ok(()),
    };
    let mut required = properties.iter().filter(|property| property.required).map(|property| property.name);
    if body.trim_ascii().is_empty() {
        let has_data = properties.is_empty() || required.next().is_some();
        return match has_data && status == StatusCode::OK {
            true => Err(DecodeError::garbled("the response is empty")),
            false => Ok(()),
        };
    }
    if !error::is_envelope(body, json) {
        return Ok(());
    }
    if properties.is_empty() {
        return Err(DecodeError::new(".", "expected a list"));
    }
    let given: BTreeMap<String, Option<IgnoredAny>> = decode_slice(body)?;
    match required.find(|name| given.get(*name).is_none_or(Option::is_none)) {
        Some(name) => Err(DecodeError::new(".", format!("`{name}` is missing"))),
        None => Ok(()),
    }
}

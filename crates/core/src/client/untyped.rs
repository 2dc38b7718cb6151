//! Calls for the hosts that have no Rust types: an operation by name, arguments as JSON.

use std::collections::BTreeMap;

use http::StatusCode;
use http::response::Parts as Head;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::Client;
use super::exchange::Inner;
use crate::auth::CredentialKind;
use crate::backend::{Body, HttpRequest};
use crate::endpoint::{CodecError, Operation, Parts};
use crate::error::{self, Error};
use crate::json::DecodeError;
use crate::json::Json;
use crate::json::decode_slice;
use crate::operations::answer_kind;
use crate::paging::UntypedPages;
use crate::shape::Kind;

impl<K: CredentialKind> Client<K> {
    /// Calls an operation with the flat object of its arguments, by their names on the wire, and answers with the status and the
    /// body as it came. Whether the arguments are of their kinds is for [`Operation::misfits`] to say.
    ///
    /// ```
    /// # use atlassian_admin_core::{Client, Error, operation};
    /// # async fn example(client: Client, arguments: serde_json::Map<String, serde_json::Value>) -> Result<(), Error> {
    /// let query = operation("events.query").expect("there is one of this name");
    /// let (status, body) = client.send_untyped(query, arguments).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As [`Self::send`]; [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) also where the operation takes another
    /// kind of key than the client holds.
    /// A response that is empty, or holds errors, in place of the data that the operation requires
    /// is an error.
    pub async fn send_untyped(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Result<(StatusCode, Body), Error> {
        let read = |head: &Head, body: Body| {
            // What was cut off or replaced on its way may arrive whole the next time.
            if let Body::Bytes(bytes) = &body {
                if !bytes.is_empty() {
                    decode_slice::<IgnoredAny>(bytes)?;
                }
                check_data(operation, head.status, bytes, self.0.runtime().json())?;
            }
            Ok((head.status, body))
        };
        self.send_untyped_with(operation, arguments, read).await
    }

    /// The same with an answer that is read by `read`, as a host without Rust types does: within the attempt, so that an answer that
    /// is no JSON at all ([`DecodeError::garbled`]) counts as lost, and is asked for again where that is safe.
    ///
    /// # Errors
    /// As [`Self::send_untyped`], and what `read` finds wrong.
    pub async fn send_untyped_with<T: Send>(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
        read: impl Fn(&Head, Body) -> Result<T, DecodeError> + Send + Sync,
    ) -> Result<T, Error> {
        let parts = self.0.parts(operation, arguments)?;
        let mut answer = None;
        let mut read = |head: &Head, body| read(head, body).map(|value| answer = Some(value));
        self.0.exchange(operation, &parts, &mut read).await?;
        answer.ok_or_else(|| Error::unread(operation))
    }

    /// Walks over a listing, page by page, with items as they came.
    pub fn pages_untyped(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> UntypedPages<K> {
        UntypedPages::new(self.clone(), operation, arguments)
    }

    /// The request that [`Self::send_untyped`] would send, without the key.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument).
    pub fn preview(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Result<HttpRequest, Error> {
        self.0.preview(operation, &self.0.unchecked_parts(operation, arguments)?)
    }
}

/// Checks that a response has data where its operation always has some: it is not empty, and not an
/// error envelope with a success status.
fn check_data(operation: &Operation, status: StatusCode, body: &[u8], json: Json) -> Result<(), DecodeError> {
    let properties = match answer_kind(operation) {
        Some(Kind::Object(shape)) => (shape.members)(),
        Some(Kind::List(_)) => &[],
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

impl Inner {
    /// The parts of a call that takes the key which this client has.
    fn parts(&self, operation: &'static Operation, arguments: Map<String, Value>) -> Result<Parts, Error> {
        if operation.auth != self.kind {
            let (id, takes, has) = (operation.id, operation.auth, self.kind);
            let problem = format!("{id} takes the {takes}, and this client has the {has}");
            return Err(Error::argument(operation, CodecError::new("key", problem)));
        }
        self.unchecked_parts(operation, arguments)
    }

    /// The parts of a call, whichever key it takes.
    fn unchecked_parts(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Result<Parts, Error> {
        Parts::of_arguments(operation, arguments, self.runtime().json())
            .map_err(|error| Error::argument(operation, error))
    }
}

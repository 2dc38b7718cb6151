//! Calls for hosts without Rust types: an operation by name, arguments as JSON.

use http::response::Parts as Head;
use serde_json::{Map, Value};

use super::Client;
use super::exchange::ClientInner;
use crate::auth::CredentialKind;
use crate::backend::{Body, HttpRequest};
use crate::error::Error;
use crate::json::DecodeError;
use crate::operation::{ArgumentError, Operation, RequestParts};

impl<K: CredentialKind> Client<K> {
    /// Calls an operation with the flat object of its arguments, by their names, and
    /// reads the response with `read`. [`Operation::violations`] checks the types of arguments.
    ///
    /// `read` is a part of the attempt. If it finds that the response is not JSON
    /// ([`DecodeError::garbled`]), the response counts as lost, and the client sends the request
    /// again if that is safe.
    ///
    /// # Errors
    /// As [`Self::send`], and the errors of `read`. Also
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) if the operation takes
    /// another kind of key than the client holds.
    pub async fn send_untyped_with<T: Send>(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
        read: impl Fn(&Head, Body) -> Result<T, DecodeError> + Send + Sync,
    ) -> Result<T, Error> {
        let parts = self.0.parts(operation, arguments)?;
        self.0.call(operation, &parts, |_, head, body| read(head, body)).await
    }

    /// Returns the request that [`Self::send_untyped_with`] would send, without the key.
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

impl ClientInner {
    /// Returns the request parts of an operation that takes the client's kind of key.
    fn parts(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Result<RequestParts, Error> {
        self.check_kind(operation)?;
        self.unchecked_parts(operation, arguments)
    }

    /// Refuses an operation that takes another kind of key than the client has.
    pub(super) fn check_kind(&self, operation: &'static Operation) -> Result<(), Error> {
        if operation.auth == self.kind {
            return Ok(());
        }
        let (id, takes, has) = (operation.id, operation.auth, self.kind);
        let problem = format!("{id} takes the {takes}, and this client has the {has}");
        Err(Error::argument(operation, ArgumentError::new("key", problem)))
    }

    /// Returns the request parts of an operation that takes any kind of key.
    fn unchecked_parts(
        &self,
        operation: &'static Operation,
        arguments: Map<String, Value>,
    ) -> Result<RequestParts, Error> {
        RequestParts::of_arguments(operation, arguments, self.runtime().json())
            .map_err(|error| Error::argument(operation, error))
    }
}

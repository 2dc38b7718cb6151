//! One operation of the API as a value: what it is called, what it takes, what it answers.

mod answer;
mod macros;
mod operation;
mod parts;
#[cfg(test)]
pub(crate) mod test_support;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub use answer::Answer;
pub(crate) use macros::endpoint;
pub use operation::{Argument, Kind, Limit, Location, Method, Operation, Paging, Param, Stability, Style};
pub use parts::{CodecError, ListStyle, Parts, QueryPair};

use crate::auth::CredentialKind;
use crate::error::problem;

/// A call of one operation: a struct whose members are the operation's arguments.
///
/// Both directions go through the same table, [`Self::OPERATION`]: the client encodes a call into request parts, the simulator
/// decodes parts into the same struct. As JSON an endpoint is the flat object of its arguments, by their names on the wire.
pub trait Endpoint: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// What the operation is, as data.
    const OPERATION: Operation;
    /// The kind of key that it takes; a client with another kind does not accept it at compile time.
    type Auth: CredentialKind;
    /// What it answers.
    type Output: Answer;

    /// Turns the call into the parts of a request.
    ///
    /// # Errors
    /// [`CodecError`] naming the argument that cannot be sent.
    fn encode(&self) -> Result<Parts, CodecError> {
        Parts::from_arguments(&Self::OPERATION, arguments(self)?)
    }

    /// Reads the call back out of a request's parts.
    ///
    /// # Errors
    /// [`CodecError`] naming the argument that does not fit.
    fn decode(parts: &Parts) -> Result<Self, CodecError> {
        let arguments = parts.to_arguments(&Self::OPERATION)?;
        serde_path_to_error::deserialize(Value::Object(arguments))
            .map_err(|error| CodecError::new(error.path().to_string(), problem(error.inner())))
    }
}

fn arguments<E: Endpoint>(endpoint: &E) -> Result<Map<String, Value>, CodecError> {
    match serde_json::to_value(endpoint) {
        Ok(Value::Object(arguments)) => Ok(arguments),
        Ok(_) => Err(CodecError::new("", "the call is no object")),
        Err(error) => Err(CodecError::new("", error.to_string())),
    }
}

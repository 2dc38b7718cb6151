//! Failures as plain data, of which the façade makes its errors.

use atlassian_admin_backend_fetch::Reason;
use atlassian_admin_core::endpoint::Operation;
use atlassian_admin_core::{Error, ErrorKind};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;

/// A call that failed.
pub(crate) enum Failure {
    Call(Error),
    Misuse(Misuse),
}

/// A call that cannot be made; nothing was sent.
#[derive(Debug, Clone)]
pub(crate) struct Misuse {
    operation: Option<&'static Operation>,
    problem: String,
}

impl Misuse {
    pub(crate) fn new(operation: &'static Operation, problem: impl Into<String>) -> Self {
        Self { operation: Some(operation), problem: problem.into() }
    }

    /// A name that no operation has.
    pub(crate) fn unknown_operation() -> Self {
        Self { operation: None, problem: "there is no such operation".to_owned() }
    }

    fn data(&self) -> Value {
        let name = self.operation.map(Operation::dotted);
        json!({ "kind": kind(ErrorKind::InvalidArgument), "message": self.to_string(), "operation": name })
    }
}

impl std::fmt::Display for Misuse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(operation) = self.operation {
            f.write_str(operation.id)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.problem)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<Misuse> for Failure {
    fn from(misuse: Misuse) -> Self {
        Self::Misuse(misuse)
    }
}

impl Failure {
    /// What the façade makes an error of, as JSON; and what JavaScript threw, if it did.
    pub(crate) fn told(&self) -> (String, JsValue) {
        match self {
            Self::Misuse(misuse) => (misuse.data().to_string(), JsValue::UNDEFINED),
            Self::Call(error) => {
                let thrown = error.transport_error().and_then(|error| error.source.downcast_ref::<Reason>());
                (data(error).to_string(), thrown.map_or(JsValue::UNDEFINED, |reason| reason.value().clone()))
            }
        }
    }
}

fn data(error: &Error) -> Value {
    let api = error.api();
    json!({
        "kind": kind(error.kind()),
        "message": error.to_string(),
        "operation": error.operation().dotted(),
        "status": error.http_status().map(|status| status.as_u16()),
        "code": error.code(),
        "title": api.title,
        "detail": api.detail,
        "requestId": error.trace_id(),
        "retryAfterMs": error.retry_after().map(|wait| wait.as_millis() as u64),
        "hint": error.hint(),
        "attempts": error.attempts(),
        "body": (!error.body().is_empty()).then(|| String::from_utf8_lossy(error.body())),
    })
}

/// The kind's name: `NotFound`.
fn kind(kind: ErrorKind) -> String {
    format!("{kind:?}")
}

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

/// What each kind is called outside: by the name of its class in `bindings/js/src/errors.ts`, without `Error`. Programs decide by these
/// names, so they do not change with those in here.
const KINDS: &[(ErrorKind, &str)] = &[
    // Has no class of its own: the façade makes a `TypeError` of it.
    (ErrorKind::InvalidArgument, "InvalidArgument"),
    (ErrorKind::BadRequest, "BadRequest"),
    (ErrorKind::Unauthorized, "Unauthorized"),
    (ErrorKind::PaymentRequired, "PaymentRequired"),
    (ErrorKind::Forbidden, "Forbidden"),
    (ErrorKind::NotFound, "NotFound"),
    (ErrorKind::Conflict, "Conflict"),
    (ErrorKind::RateLimited, "RateLimit"),
    (ErrorKind::Server, "Server"),
    (ErrorKind::Redirect, "Redirect"),
    (ErrorKind::Connection, "Connection"),
    (ErrorKind::Timeout, "Timeout"),
    (ErrorKind::OutcomeUnknown, "OutcomeUnknown"),
    (ErrorKind::TooLarge, "TooLarge"),
    (ErrorKind::Decode, "Decode"),
    (ErrorKind::Paging, "Paging"),
];

/// The kind's name outside: `NotFound`.
fn kind(kind: ErrorKind) -> &'static str {
    // That each kind has a name is tested.
    KINDS.iter().find(|(known, _)| *known == kind).map_or("Internal", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    /// The names of all kinds, as the core's source has them: it offers no list.
    fn kinds_of_the_core() -> Vec<&'static str> {
        let source = include_str!("../../core/src/error/mod.rs");
        let (_, kinds) = source.split_once("pub enum ErrorKind {").unwrap();
        let (kinds, _) = kinds.split_once("\n}").unwrap();
        kinds
            .lines()
            .filter_map(|line| line.trim().strip_suffix(','))
            .filter(|name| !name.contains(' '))
            .collect()
    }

    #[test]
    fn each_kind_of_the_core_has_a_name() {
        let named: Vec<_> = KINDS.iter().map(|(kind, _)| format!("{kind:?}")).collect();
        assert_eq!(named, kinds_of_the_core());
    }

    #[test]
    fn each_name_is_that_of_a_class() {
        let facade = include_str!("../../../bindings/js/src/errors.ts");
        for (_, name) in KINDS.iter().filter(|(_, name)| *name != "InvalidArgument") {
            assert!(facade.contains(&format!("export class {name}Error extends AdminError")), "{name}");
            assert!(facade.contains(&format!("  ['{name}', {name}Error],")), "{name}");
        }
    }
}

//! Failures as plain values, from which the façade creates its errors.

use atlassian_admin_backend_fetch::Reason;
use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::{Error, ErrorKind};
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

use crate::object::{milliseconds, object};

/// A call that failed.
pub(crate) enum Failure {
    Call(Error),
    Misuse(Misuse),
}

/// A call that cannot be made. Nothing was sent.
#[derive(Debug, Clone)]
pub(crate) struct Misuse {
    operation: Option<&'static Operation>,
    problem: String,
}

impl Misuse {
    pub(crate) fn new(operation: &'static Operation, problem: impl Into<String>) -> Self {
        Self { operation: Some(operation), problem: problem.into() }
    }

    /// The error for an unknown operation name.
    pub(crate) fn unknown_operation() -> Self {
        Self { operation: None, problem: "unknown operation".to_owned() }
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
    /// Returns the values from which the façade creates an error, and the value that JavaScript
    /// threw, if any.
    pub(crate) fn to_js(&self) -> (Object, JsValue) {
        match self {
            Self::Misuse(misuse) => {
                let data = object([
                    ("kind", kind(ErrorKind::InvalidArgument).into()),
                    ("message", misuse.to_string().into()),
                    ("operation", misuse.operation.map(|operation| operation.id).into()),
                ]);
                (data, JsValue::UNDEFINED)
            }
            Self::Call(error) => {
                let of_backend =
                    error.transport_error().and_then(|error| error.source.downcast_ref::<Reason>());
                let of_key = error.key_provider_error().and_then(|error| error.downcast_ref::<Reason>());
                let thrown = of_backend.or(of_key);
                (data(error), thrown.map_or(JsValue::UNDEFINED, |reason| reason.value().clone()))
            }
        }
    }
}

/// The properties are those of `FailureData` in the façade.
fn data(error: &Error) -> Object {
    let api = error.api();
    let text = |text: Option<&str>| JsValue::from(text);
    let body = String::from_utf8_lossy(error.body());
    let status = error.http_status().map(|status| status.as_u16());
    let others = api.others.iter().map(|other| {
        JsValue::from(object([
            ("code", text(other.code.as_deref())),
            ("title", text(other.title.as_deref())),
            ("detail", text(other.detail.as_deref())),
        ]))
    });
    object([
        ("kind", kind(error.kind()).into()),
        ("message", error.to_string().into()),
        ("operation", error.name().into()),
        ("attempts", error.attempts().into()),
        ("status", status.into()),
        ("code", text(error.code())),
        ("title", text(api.title.as_deref())),
        ("detail", text(error.detail())),
        ("traceId", text(error.trace_id())),
        ("hint", text(error.hint())),
        ("retryAfterMs", error.retry_after().map_or(JsValue::UNDEFINED, milliseconds)),
        ("body", text(Some(&*body).filter(|body| !body.is_empty()))),
        ("others", others.collect::<Array>().into()),
    ])
}

/// Returns the public name of a kind: its class in `bindings/js/src/errors.ts`, without `Error`.
/// Programs depend on these names, so they stay when a kind is renamed in the core.
pub(crate) const fn kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::RateLimited => "RateLimit",
        kind => kind.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_kind_has_a_class() {
        let facade = include_str!("../../../bindings/js/src/errors.ts");
        // The façade creates a `TypeError` for this one.
        for name in ErrorKind::ALL.iter().map(|it| kind(*it)).filter(|name| *name != "InvalidArgument") {
            assert!(facade.contains(&format!("export class {name}Error extends AdminError")), "{name}");
            assert!(facade.contains(&format!("  ['{name}', {name}Error],")), "{name}");
        }
    }
}

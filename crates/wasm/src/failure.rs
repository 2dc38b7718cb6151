//! Failures as plain values, from which the façade creates its errors.

use atlassian_admin_backend_fetch::Reason;
use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::{Error, ErrorKind};
use js_sys::Array;
use wasm_bindgen::JsValue;

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
    pub(crate) fn to_js(&self) -> (Array, JsValue) {
        match self {
            Self::Misuse(misuse) => {
                let operation = misuse.operation.map(|operation| operation.id);
                (
                    list(&[Some(kind(ErrorKind::InvalidArgument)), Some(&misuse.to_string()), operation]),
                    JsValue::UNDEFINED,
                )
            }
            Self::Call(error) => {
                let thrown = error.transport_error().and_then(|error| error.source.downcast_ref::<Reason>());
                (data(error), thrown.map_or(JsValue::UNDEFINED, |reason| reason.value().clone()))
            }
        }
    }
}

/// The order of the values is the façade's.
fn data(error: &Error) -> Array {
    let api = error.api();
    let body = String::from_utf8_lossy(error.body());
    let values = list(&[
        Some(kind(error.kind())),
        Some(&error.to_string()),
        Some(error.operation().id),
        error.code(),
        api.title.as_deref(),
        error.detail(),
        error.trace_id(),
        error.hint(),
        Some(&*body).filter(|body| !body.is_empty()),
    ]);
    let status = error.http_status().map(|status| f64::from(status.as_u16()));
    let wait = error.retry_after().map(|wait| wait.as_millis() as f64);
    for number in [Some(f64::from(error.attempts())), status, wait] {
        values.push(&number.into());
    }
    let others = api.others.iter().flat_map(|other| [&other.code, &other.title, &other.detail]);
    let others: Vec<_> = others.map(Option::as_deref).collect();
    values.push(&list(&others));
    values
}

fn list(texts: &[Option<&str>]) -> Array {
    texts.iter().map(|text| text.map_or(JsValue::UNDEFINED, JsValue::from_str)).collect()
}

/// Returns the public name of a kind: its class in `bindings/js/src/errors.ts`, without `Error`.
/// Programs depend on these names, so they stay when a kind is renamed in the core.
const fn kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::RateLimited => "RateLimit",
        // Kinds of calls that this module does not make, so that they have no class of their own.
        ErrorKind::KeyUnavailable | ErrorKind::Ambiguous => "InvalidArgument",
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

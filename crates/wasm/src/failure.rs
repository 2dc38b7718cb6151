//! Failures as plain values, of which the façade makes its errors.

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
    /// What the façade makes an error of, as a list; and what JavaScript threw, if it did.
    pub(crate) fn told(&self) -> (Array, JsValue) {
        match self {
            Self::Misuse(misuse) => {
                let operation = misuse.operation.map(|operation| operation.id);
                (
                    list([Some(kind(ErrorKind::InvalidArgument)), Some(&misuse.to_string()), operation]),
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

/// In the order in which the façade takes it apart.
fn data(error: &Error) -> Array {
    let api = error.api();
    let body = String::from_utf8_lossy(error.body());
    let told = list([
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
        told.push(&number.into());
    }
    let others = api.others.iter().flat_map(|other| [&other.code, &other.title, &other.detail]);
    let others = others.map(|text| text.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str));
    told.push(&others.collect::<Array>());
    told
}

fn list<const COUNT: usize>(texts: [Option<&str>; COUNT]) -> Array {
    texts.into_iter().map(|text| text.map_or(JsValue::UNDEFINED, JsValue::from_str)).collect()
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
        let source = include_str!("../../core/src/error/kind.rs");
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

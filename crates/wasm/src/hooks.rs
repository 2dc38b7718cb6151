//! The functions of a client's user: those that return its keys, and the one that observes.

use std::fmt;

use atlassian_admin_backend_fetch::{Reason, SendWrapper, resolved};
use atlassian_admin_core::observe::{CallResult, Observer, RequestEvent, RequestEventKind};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::failure::kind;
use crate::object::{milliseconds, object};

/// The functions, each a property with the name of the client's option.
pub(crate) struct Hooks(JsValue);

impl Hooks {
    pub(crate) const fn new(functions: JsValue) -> Self {
        Self(functions)
    }

    /// Returns a function, which can be called on this thread only.
    pub(crate) fn get(&self, name: &str) -> Option<Hook> {
        let function = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
        Some(Hook(SendWrapper::new(function)))
    }
}

/// A function of the user.
#[derive(Clone)]
pub(crate) struct Hook(SendWrapper<Function>);

impl fmt::Debug for Hook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hook")
    }
}

impl Hook {
    /// Calls the function, and returns the text that it returns or that its promise resolves to.
    pub(crate) fn text(&self) -> impl Future<Output = Result<String, Reason>> + Send + use<> {
        let returned = self.0.call0(&JsValue::UNDEFINED);
        SendWrapper::new(async move {
            let text = resolved(&returned.map_err(Reason::new)?).await?.as_string();
            text.ok_or_else(|| Reason::with_message("the function returned no text"))
        })
    }
}

/// Passes events to the façade, which calls the user's function once the core has finished its
/// turn.
impl Observer for Hook {
    fn on_event(&self, event: &RequestEvent<'_>) {
        // The façade's function does not throw.
        let _ = self.0.call1(&JsValue::UNDEFINED, &to_js(event));
    }
}

fn to_js(event: &RequestEvent<'_>) -> Object {
    let (mut duration_ms, mut status, mut remaining, mut trace_id) = undefined();
    let (mut wait_ms, mut reason, mut result, mut error) = undefined();
    let kind = match event.kind {
        RequestEventKind::Sent => "sent",
        RequestEventKind::Answered { status: code, duration, remaining: left, trace_id: trace, .. } => {
            status = code.as_u16().into();
            duration_ms = milliseconds(duration);
            remaining = left.map_or(JsValue::UNDEFINED, |left| JsValue::from_f64(left as f64));
            trace_id = trace.into();
            "answered"
        }
        RequestEventKind::Failed { reason: why, duration, .. } => {
            reason = why.to_string().into();
            duration_ms = milliseconds(duration);
            "failed"
        }
        RequestEventKind::Waiting { wait, reason: why, .. } => {
            reason = why.to_string().into();
            wait_ms = milliseconds(wait);
            "waiting"
        }
        RequestEventKind::Finished { result: how, duration, .. } => {
            duration_ms = milliseconds(duration);
            result = match how {
                CallResult::Succeeded => "succeeded",
                CallResult::Failed(of) => {
                    error = kind(of).into();
                    "failed"
                }
                _ => "cancelled",
            }
            .into();
            "finished"
        }
        _ => "other",
    };
    object([
        ("type", kind.into()),
        ("call", (event.call as f64).into()),
        ("operation", event.name().into()),
        ("attempt", event.attempt.into()),
        ("status", status),
        ("durationMs", duration_ms),
        ("remaining", remaining),
        ("traceId", trace_id),
        ("waitMs", wait_ms),
        ("reason", reason),
        ("result", result),
        ("error", error),
    ])
}

fn undefined() -> (JsValue, JsValue, JsValue, JsValue) {
    (JsValue::UNDEFINED, JsValue::UNDEFINED, JsValue::UNDEFINED, JsValue::UNDEFINED)
}

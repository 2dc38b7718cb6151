//! Successful responses, as JavaScript values.

use std::time::SystemTime;

use atlassian_admin_backend_fetch::{JSON_OF_HOST, JsBody, SendWrapper};
use atlassian_admin_core::backend::Body;
use atlassian_admin_core::error::DecodeError;
use atlassian_admin_core::headers::response_date;
use http::StatusCode;
use http::response::Parts as Head;
use js_sys::{Array, Error, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::host::{self, Host};
use crate::page::{Js, ListPage};
use crate::table::{Entry, Schema, Table};
use crate::validate::{self, Findings, Violation};

/// A response, and when the server sent it.
pub(crate) struct Answer {
    pub(crate) value: JsValue,
    pub(crate) status: StatusCode,
    /// The page of a listing.
    pub(crate) page: Option<ListPage>,
    pub(crate) date: Option<SystemTime>,
    /// The violations in the façade's format; empty if validation is off.
    pub(crate) findings: String,
}

/// Parses a body at once, on JavaScript's side.
pub(crate) fn read(
    entry: &Entry,
    head: &Head,
    body: Body,
    validates: bool,
) -> Result<SendWrapper<Answer>, DecodeError> {
    let date = response_date(&head.headers);
    let table = Table::get();
    let (value, findings) = match table.schema(entry.answer) {
        Schema::Nothing => (JsValue::UNDEFINED, String::new()),
        schema => {
            let body = value_of(body)?;
            let value = parse(&body)?;
            let found = |host: &Host| {
                let bytes = host.bytes(&body).to_vec();
                // A byte order mark is not part of the JSON.
                let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
                format_findings(&validate::answer(table, schema, json, JSON_OF_HOST))
            };
            (value, validates.then(|| host::with(found)).flatten().unwrap_or_default())
        }
    };
    let value = Js(value);
    let page = entry.operation.paging.read(&value)?;
    let Js(value) = value;
    Ok(SendWrapper::new(Answer { value, status: head.status, page, date, findings }))
}

/// Returns a body as a JavaScript value.
fn value_of(body: Body) -> Result<JsValue, DecodeError> {
    match body {
        Body::Bytes(bytes) => Ok(Array::of1(&Uint8Array::from(bytes.as_ref())).into()),
        Body::Host(host) => match host.into_any().downcast::<JsBody>() {
            Ok(body) => Ok(body.into_value()),
            Err(_) => Err(DecodeError::garbled("the body is another host's")),
        },
    }
}

fn parse(body: &JsValue) -> Result<JsValue, DecodeError> {
    match host::with(|host| host.parse(body)) {
        Some(Ok(value)) => Ok(value),
        // The engine's message repeats a part of the text, which may be personal.
        Some(Err(error)) if error.is_instance_of::<Error>() => Err(DecodeError::garbled("not valid JSON")),
        _ => Err(DecodeError::garbled("the body cannot be read")),
    }
}

/// Formats violations for the façade. Their paths consist of names of the table, which contain
/// neither tabs nor line breaks.
fn format_findings(findings: &Findings<'_>) -> String {
    if findings.count == 0 {
        return String::new();
    }
    let lines = findings.first.iter().map(|finding| {
        let (expected, found) = match finding.violation {
            Violation::Type { expected, found } => (expected, found),
            Violation::Missing { expected } => (expected, "nothing"),
            Violation::Unknown(_) => ("nothing", "a member"),
        };
        ["\n", &finding.at, "\t", expected, "\t", found].concat()
    });
    findings.count.to_string() + &lines.collect::<String>()
}

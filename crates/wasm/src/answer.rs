//! Successful responses, as JavaScript values.

use std::time::SystemTime;

use atlassian_admin_backend_fetch::{JSON_OF_HOST, JsBody, SendWrapper};
use atlassian_admin_core::backend::Body;
use atlassian_admin_core::error::DecodeError;
use atlassian_admin_core::headers::{response_date, trace_id};
use http::StatusCode;
use http::response::Parts as Head;
use js_sys::{Array, Error, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::host::{self, Host};
use crate::object::object;
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
    /// The trace identifier of the response.
    pub(crate) trace_id: Option<String>,
    /// The violations in the façade's format, if there are any.
    pub(crate) findings: Option<Object>,
}

/// How a response is read.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    /// Whether it is validated against the documentation.
    pub(crate) validates: bool,
    /// Whether each event keeps its text.
    pub(crate) keeps_lines: bool,
}

/// Parses a body at once, on JavaScript's side.
pub(crate) fn read(
    entry: &Entry,
    head: &Head,
    body: Body,
    Reading { validates, keeps_lines }: Reading,
) -> Result<SendWrapper<Answer>, DecodeError> {
    let date = response_date(&head.headers);
    let table = Table::get();
    let (value, findings) = match table.schema(entry.answer) {
        Schema::Nothing => (JsValue::UNDEFINED, None),
        schema => {
            let body = value_of(body)?;
            let value = parse(&body, keeps_lines)?;
            let found = |host: &Host| {
                let bytes = host.bytes(&body).to_vec();
                // A byte order mark is not part of the JSON.
                let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
                format_findings(&validate::answer(table, schema, json, JSON_OF_HOST))
            };
            (value, validates.then(|| host::with(found)).flatten().flatten())
        }
    };
    let value = Js(value);
    let page = entry.operation.paging.read(&value)?;
    let Js(value) = value;
    let trace_id = trace_id(&head.headers).map(str::to_owned);
    Ok(SendWrapper::new(Answer { value, status: head.status, page, date, trace_id, findings }))
}

/// Reads the response to a raw request; `null` if its body is empty.
pub(crate) fn read_raw(head: &Head, body: Body) -> Result<SendWrapper<Answer>, DecodeError> {
    let date = response_date(&head.headers);
    let trace_id = trace_id(&head.headers).map(str::to_owned);
    let is_empty = body.bytes().trim_ascii().is_empty();
    let value = if is_empty { JsValue::NULL } else { parse(&value_of(body)?, false)? };
    Ok(SendWrapper::new(Answer { value, status: head.status, page: None, date, trace_id, findings: None }))
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

fn parse(body: &JsValue, keeps_lines: bool) -> Result<JsValue, DecodeError> {
    match host::with(|host| host.parse(body, keeps_lines)) {
        Some(Ok(value)) => Ok(value),
        // The engine's message repeats a part of the text, which may be personal.
        Some(Err(error)) if error.is_instance_of::<Error>() => Err(DecodeError::garbled("not valid JSON")),
        _ => Err(DecodeError::garbled("the body cannot be read")),
    }
}

/// Formats violations for the façade, which adds the operation to each.
fn format_findings(findings: &Findings<'_>) -> Option<Object> {
    let first = findings.first.iter().map(|finding| {
        let (expected, found) = match finding.violation {
            Violation::Type { expected, found } => (expected, found),
            Violation::Missing { expected } => (expected, "nothing"),
            Violation::Unknown(_) => ("nothing", "a property"),
        };
        JsValue::from(object([
            ("path", finding.at.as_str().into()),
            ("expected", expected.into()),
            ("found", found.into()),
        ]))
    });
    (findings.count > 0)
        .then(|| object([("count", findings.count.into()), ("findings", first.collect::<Array>().into())]))
}

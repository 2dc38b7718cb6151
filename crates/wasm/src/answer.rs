//! Successful answers, as values of JavaScript's.

use std::time::SystemTime;

use atlassian_admin_backend_fetch::{JsBody, SendWrapper};
use atlassian_admin_core::answer_kind;
use atlassian_admin_core::backend::Body;
use atlassian_admin_core::endpoint::{Operation, Paging};
use atlassian_admin_core::error::DecodeError;
use atlassian_admin_core::policy::server_date;
use atlassian_admin_core::shape::Kind;
use http::response::Parts as Head;
use js_sys::{Error, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::host;
use crate::page::{self, ListPage};

/// An answer, and when the server wrote it.
pub(crate) struct Answer {
    pub(crate) value: JsValue,
    /// Of a listing, what it lists.
    pub(crate) page: Option<ListPage>,
    pub(crate) date: Option<SystemTime>,
}

/// Makes an object of a body, in one go and on JavaScript's side.
pub(crate) fn read(
    operation: &Operation,
    head: &Head,
    body: Body,
) -> Result<SendWrapper<Answer>, DecodeError> {
    let date = server_date(&head.headers);
    let value = match answer_kind(operation) {
        Some(Kind::Nothing) => JsValue::UNDEFINED,
        _ => parse(body)?,
    };
    let page = match operation.paging {
        Paging::None => None,
        paging => Some(page::read(paging, &value)?),
    };
    Ok(SendWrapper::new(Answer { value, page, date }))
}

fn parse(body: Body) -> Result<JsValue, DecodeError> {
    let body = match body {
        Body::Bytes(bytes) => Uint8Array::from(bytes.as_ref()).into(),
        Body::Host(host) => match host.into_any().downcast::<JsBody>() {
            Ok(body) => body.into_value(),
            Err(_) => return Err(DecodeError::garbled("the body is another host's")),
        },
    };
    match host::with(|host| host.parse(&body)) {
        Some(Ok(value)) => Ok(value),
        // The engine's words repeat a part of the text, which may be personal.
        Some(Err(error)) if error.is_instance_of::<Error>() => Err(DecodeError::garbled("no valid JSON")),
        _ => Err(DecodeError::garbled("the body cannot be read")),
    }
}

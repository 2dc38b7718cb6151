//! Pagination over listings.

use std::cell::RefCell;
use std::rc::Rc;

use atlassian_admin_core::operation::Paging;
use atlassian_admin_core::paging::{Cursor, UntypedWalk};
use js_sys::Array;
use serde_json::Value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::clients::{Clients, settle};
use crate::failure::{Failure, Misuse};
use crate::table::Entry;

/// A pagination over a listing.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Listing {
    clients: Rc<Clients>,
    walk: Rc<RefCell<Result<Walk, Misuse>>>,
}

type Walk = (&'static Entry, UntypedWalk);

impl Listing {
    pub(crate) fn new(clients: Rc<Clients>, walk: Result<Walk, Misuse>) -> Self {
        Self { clients, walk: Rc::new(RefCell::new(walk)) }
    }
}

#[wasm_bindgen]
impl Listing {
    /// Fetches the next page: `[response, items, cursor, problem of the next cursor]`, or
    /// `undefined` after the last one. Must not be called while an earlier call is pending.
    pub fn next(&self, call: u32, timeout: Option<f64>) {
        let (clients, walk) = (Rc::clone(&self.clients), Rc::clone(&self.walk));
        settle(call, async move {
            let here = match &*walk.borrow() {
                Ok((entry, walk)) => walk.arguments().map(|arguments| (*entry, arguments)),
                Err(failure) => return Err(failure.clone().into()),
            };
            let Some((entry, arguments)) = here else { return Ok(JsValue::UNDEFINED) };
            let answer = clients.send(call, entry, arguments?, timeout).await?;
            // An operation that is not a listing ends here without items; the façade never asks
            // for one.
            let Some(page) = answer.page else { return Ok(JsValue::UNDEFINED) };
            let mut items = page.items.clone();
            let (mut cursor, mut problem) = (JsValue::UNDEFINED, JsValue::UNDEFINED);
            if let Ok((entry, walk)) = &mut *walk.borrow_mut() {
                let new = walk.turn(page.received());
                if new.len() < items.length() as usize {
                    items = items.slice(new.start as u32, new.end as u32);
                }
                let arguments = walk.arguments();
                cursor = match (&page.next, &arguments) {
                    (Ok(Some(Cursor::Token(token))), _) => JsValue::from_str(token),
                    (_, Some(Ok(arguments))) if entry.operation.paging == Paging::StartIndex => {
                        let start = arguments.get("startIndex").and_then(Value::as_u64);
                        start.map_or(JsValue::UNDEFINED, |start| JsValue::from_f64(start as f64))
                    }
                    _ => JsValue::UNDEFINED,
                };
                if let Some(Err(broken)) = arguments {
                    problem = Failure::Call(broken).to_js().0.into();
                }
            }
            Ok(Array::of4(&answer.value, &items, &cursor, &problem).into())
        });
    }
}

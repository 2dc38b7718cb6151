//! Pagination over listings.

use std::cell::RefCell;
use std::rc::Rc;

use atlassian_admin_core::page::Cursor;
use atlassian_admin_core::paging::UntypedWalk;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::clients::{Clients, settle};
use crate::failure::{Failure, Misuse};
use crate::object::object;
use crate::page;
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
    /// Fetches the next page: an object with the response, the items, the cursor of the page after
    /// it, whether there is one, and the problem of that cursor. `undefined` after the last page.
    /// Must not be called while an earlier call is pending.
    pub fn next(&self, call: u32, options: Option<String>) {
        let (clients, walk) = (Rc::clone(&self.clients), Rc::clone(&self.walk));
        settle(call, async move {
            let here = match &*walk.borrow() {
                Ok((entry, walk)) => walk.arguments().map(|arguments| (*entry, arguments)),
                Err(failure) => return Err(failure.clone().into()),
            };
            let Some((entry, arguments)) = here else { return Ok(JsValue::UNDEFINED) };
            let answer = clients.send(call, entry, arguments?, options.as_deref()).await?;
            // The walk has refused operations that are not listings.
            let Some(page) = answer.page else { return Ok(JsValue::UNDEFINED) };
            let mut items = page::items(&page);
            let (mut cursor, mut problem) = (JsValue::UNDEFINED, JsValue::UNDEFINED);
            let mut has_next = false;
            if let Ok((_, walk)) = &mut *walk.borrow_mut() {
                // The end of the event stream has a cursor as well.
                let named = page.received.next.clone().ok().flatten();
                let new = walk.accept(page.received);
                if new.len() < items.length() as usize {
                    items = items.slice(new.start as u32, new.end as u32);
                }
                cursor = named.as_ref().or(walk.cursor()).map_or(cursor, cursor_to_js);
                let next = walk.arguments();
                has_next = next.is_some();
                if let Some(Err(broken)) = next {
                    problem = Failure::Call(broken).to_js().0.into();
                }
            }
            let page = object([
                ("answer", answer.value),
                ("items", items.into()),
                ("cursor", cursor),
                ("hasNext", has_next.into()),
                ("problem", problem),
            ]);
            Ok(page.into())
        });
    }
}

fn cursor_to_js(cursor: &Cursor) -> JsValue {
    match cursor {
        Cursor::Token(token) => JsValue::from_str(token),
        Cursor::Index(index) => JsValue::from_f64(*index as f64),
    }
}

//! Walks over listings.

use std::cell::RefCell;
use std::rc::Rc;

use atlassian_admin_core::paging::{Cursor, UntypedWalk};
use js_sys::Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::client::{Clients, settle};
use crate::failure::{Failure, Misuse};
use crate::page;
use crate::table::{Entry, Table};

/// A walk over a listing.
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
    /// By which member each item is known and where the items stand, `id data`; nothing where items need none.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        let walk = self.walk.borrow();
        let (entry, _) = walk.as_ref().ok()?;
        let path = page::path(entry.operation.paging);
        let name = Table::get().id_of_items(entry, path)?;
        Some([name, " ", &path.join(".")].concat())
    }

    /// Fetches the next page: `[answer, items, cursor, why there is no way on]`, or `undefined` after the last one. One at a time.
    pub fn next(&self, call: u32, timeout: Option<f64>) {
        let (clients, walk) = (Rc::clone(&self.clients), Rc::clone(&self.walk));
        settle(call, async move {
            let here = match &*walk.borrow() {
                Ok((entry, walk)) => walk.arguments().map(|arguments| (*entry, arguments)),
                Err(failure) => return Err(failure.clone().into()),
            };
            let Some((entry, arguments)) = here else { return Ok(JsValue::UNDEFINED) };
            let answer = clients.send(call, entry, arguments?, timeout).await?;
            // What is no listing is a walk of one page without items; the façade asks for none.
            let Some(page) = answer.page else { return Ok(JsValue::UNDEFINED) };
            let cursor = match &page.next {
                Ok(Some(Cursor::Token(token))) => JsValue::from_str(token),
                Ok(Some(Cursor::Index(index))) => JsValue::from_f64(*index as f64),
                Ok(None) | Err(_) => JsValue::UNDEFINED,
            };
            let mut problem = JsValue::UNDEFINED;
            if let Ok((_, walk)) = &mut *walk.borrow_mut() {
                walk.turn(page.next, page.items.length() == 0);
                if let Some(Err(broken)) = walk.arguments() {
                    problem = Failure::Call(broken).told().0.into();
                }
            }
            Ok(Array::of4(&answer.value, &page.items, &cursor, &problem).into())
        });
    }
}

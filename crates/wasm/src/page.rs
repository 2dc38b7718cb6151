//! Pages of listings, read where they are: only what leads to the next one is taken over.

use atlassian_admin_core::endpoint::Paging;
use atlassian_admin_core::error::DecodeError;
use atlassian_admin_core::paging::{Cursor, Page, PageError, ResourcePage, cursor_of};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A page of a listing.
pub(crate) struct ListPage {
    pub(crate) items: Array,
    pub(crate) next: Result<Option<Cursor>, PageError>,
}

/// A page without items, at the end.
impl Default for ListPage {
    fn default() -> Self {
        Self { items: Array::new(), next: Ok(None) }
    }
}

/// Where the items of a page stand in it.
pub(crate) fn path(paging: Paging) -> &'static [&'static str] {
    match paging {
        Paging::StartIndex => &["Resources"],
        Paging::Nested => &["data", "product_access"],
        _ => &["data"],
    }
}

/// Reads the envelope of a page.
pub(crate) fn read(paging: Paging, answer: &JsValue) -> Result<ListPage, DecodeError> {
    let at = |path: &[&str]| path.iter().fold(answer.clone(), |value, name| member(&value, name));
    Ok(match paging {
        Paging::StartIndex => {
            let items = list(path(paging), at).or_else(|error| match at(path(paging)) {
                none if answer.is_object() && (none.is_undefined() || none.is_null()) => Ok(Array::new()),
                _ => Err(error),
            })?;
            let number = |name| at(&[name]).as_f64().map(|number| number as u64);
            let page = ResourcePage {
                resources: Some(vec![(); items.length() as usize]),
                start_index: number("startIndex"),
                total_results: number("totalResults")
                    .ok_or_else(|| DecodeError::new("totalResults".to_owned(), "expected a number"))?,
                ..ResourcePage::default()
            };
            ListPage { items, next: page.next() }
        }
        paging => {
            // `meta.next` is the cursor itself; `links.next` may be any of its wrappings.
            let (meta, links) = (text(&["meta", "next"], at)?, text(&["links", "next"], at)?);
            let next = match cursor_of(meta.as_deref()) {
                Ok(None) => cursor_of(links.as_deref()),
                next => next,
            };
            ListPage { items: list(path(paging), at)?, next }
        }
    })
}

fn list(path: &[&str], at: impl Fn(&[&str]) -> JsValue) -> Result<Array, DecodeError> {
    at(path).dyn_into().map_err(|_| DecodeError::new(path.join("."), "expected a list"))
}

/// A text that may be absent.
fn text(path: &[&str], at: impl Fn(&[&str]) -> JsValue) -> Result<Option<String>, DecodeError> {
    match at(path) {
        none if none.is_undefined() || none.is_null() => Ok(None),
        value => value.as_string().map(Some).ok_or_else(|| DecodeError::new(path.join("."), "expected text")),
    }
}

/// A member of a value; `undefined` where there is none. What is no object is not asked: each exception through the glue costs a place
/// in its table for good.
pub(crate) fn member(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

//! Pages of listings, read where they are: only what leads to the next one is taken over.

use atlassian_admin_core::error::DecodeError;
use atlassian_admin_core::operation::Paging;
use atlassian_admin_core::paging::{Counted, Cursor, PageError, Received, cursor_of};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A page of a listing.
pub(crate) struct ListPage {
    pub(crate) items: Array,
    pub(crate) next: Result<Option<Cursor>, PageError>,
    counted: Option<Counted>,
}

impl ListPage {
    /// What a walk has to know of it.
    pub(crate) fn received(&self) -> Received {
        let items = self.items.length() as usize;
        Received { items, next: self.next.clone(), counted: self.counted.clone() }
    }
}

/// A page without items, at the end.
impl Default for ListPage {
    fn default() -> Self {
        Self { items: Array::new(), next: Ok(None), counted: None }
    }
}

/// Reads the envelope of a page.
pub(crate) fn read(paging: Paging, answer: &JsValue) -> Result<ListPage, DecodeError> {
    Ok(match paging {
        Paging::StartIndex => {
            let number = |name| whole(&member(answer, name));
            let (start_index, total) = (number("startIndex"), number("totalResults"));
            // A page without items may leave the list out.
            let is_absent = |name| {
                let list = member(answer, name);
                list.is_undefined() || list.is_null()
            };
            let name =
                if is_absent("Resources") && !is_absent("resources") { "resources" } else { "Resources" };
            let items = list(answer, name, total.is_some())?;
            let identity = |index| (index < items.length()).then(|| identity(&items.get(index)));
            let (first, last) = (identity(0), identity(items.length().wrapping_sub(1)));
            let counted = Some(Counted { start_index, total, first, last });
            ListPage { items, next: Ok(None), counted }
        }
        Paging::Nested => {
            let data = member(answer, "data");
            ListPage {
                items: list(&data, "product_access", data.is_object() && !Array::is_array(&data))?,
                next: next(&member(answer, "links")),
                counted: None,
            }
        }
        _ => {
            // `meta.next` is the cursor itself; `links.next` may be any of its wrappings.
            let meta = next(&member(answer, "meta"));
            let next = match meta {
                Ok(Some(_)) => meta,
                _ => match next(&member(answer, "links")) {
                    Ok(None) => meta,
                    next => next,
                },
            };
            ListPage { items: list(answer, "data", false)?, next, counted: None }
        }
    })
}

/// A list, which may be absent or `null` where it `may_miss`.
fn list(value: &JsValue, name: &str, may_miss: bool) -> Result<Array, DecodeError> {
    let list = member(value, name);
    if may_miss && (list.is_undefined() || list.is_null()) {
        return Ok(Array::new());
    }
    list.dyn_into().map_err(|_| DecodeError::new(name, "expected a list"))
}

/// The next cursor of an object that may hold one, as the core reads it (`paging/envelope.rs`).
fn next(part: &JsValue) -> Result<Option<Cursor>, PageError> {
    let is_object = part.is_object() && !Array::is_array(part);
    let next = if is_object { member(part, "next") } else { part.clone() };
    if next.is_undefined() || next.is_null() {
        return Ok(None);
    }
    if let (true, Some(text)) = (is_object, next.as_string()) {
        return cursor_of(Some(&text));
    }
    match (json(&next).as_str(), member(&next, "href").as_string()) {
        ("false" | "[]" | "{}" | "\"\"", _) => Ok(None),
        (number, _) if is_object && next.as_f64().is_some() => cursor_of(Some(number)),
        (_, Some(href)) if is_object => cursor_of(Some(&href)),
        _ => Err(PageError::NoCursor),
    }
}

/// A whole number: `7`, or `7.0`, as a number or as a text.
fn whole(value: &JsValue) -> Option<u64> {
    let text = match value.as_f64() {
        Some(_) => json(value),
        None => value.as_string()?,
    };
    text.trim_end_matches('0').strip_suffix('.').unwrap_or(&text).parse().ok()
}

/// What identifies an item: its id, or else all of it.
fn identity(item: &JsValue) -> String {
    let id = member(item, "id");
    json(if id.is_undefined() || id.is_null() { item } else { &id })
}

/// A value of JSON as its text.
fn json(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_default()
}

/// An identifier or a time: a text, or a number as one.
pub(crate) fn text(value: &JsValue) -> Option<String> {
    value.as_string().or_else(|| value.as_f64().map(|_| json(value)))
}

/// A member of a value; `undefined` where there is none. What is no object is not asked: each exception through the glue costs a place
/// in its table for good.
pub(crate) fn member(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

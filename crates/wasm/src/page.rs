//! Pages of listings, read in place: only the properties that lead to the next page are copied.

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
    /// Returns what a listing has to know about the page.
    pub(crate) fn received(&self) -> Received {
        let items = self.items.length() as usize;
        Received { items, next: self.next.clone(), counted: self.counted.clone() }
    }
}

/// An empty last page.
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
            // A page without items may omit the list.
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
            // `meta.next` is the cursor itself; `links.next` may wrap it in a URL or an object.
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

/// Reads a list, which may be absent or `null` if `may_miss`.
fn list(value: &JsValue, name: &str, may_miss: bool) -> Result<Array, DecodeError> {
    let list = member(value, name);
    if may_miss && (list.is_undefined() || list.is_null()) {
        return Ok(Array::new());
    }
    list.dyn_into().map_err(|_| DecodeError::new(name, "expected a list"))
}

/// Reads the next cursor of an object that may hold one, as the core does (`paging/envelope.rs`).
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

/// Reads a whole number: `7`, or `7.0`, as a number or as a string.
fn whole(value: &JsValue) -> Option<u64> {
    let text = match value.as_f64() {
        Some(_) => json(value),
        None => value.as_string()?,
    };
    text.trim_end_matches('0').strip_suffix('.').unwrap_or(&text).parse().ok()
}

/// Returns what identifies an item: its id, or else the whole item.
fn identity(item: &JsValue) -> String {
    let id = member(item, "id");
    json(if id.is_undefined() || id.is_null() { item } else { &id })
}

/// Writes a value as JSON.
fn json(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_default()
}

/// Reads an identifier or a time: a string, or a number as a string.
pub(crate) fn text(value: &JsValue) -> Option<String> {
    value.as_string().or_else(|| value.as_f64().map(|_| json(value)))
}

/// Reads a property; `undefined` if it is absent. Values other than objects are skipped: each
/// exception through the glue leaks a slot of its table.
pub(crate) fn member(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

//! Pages that a host has parsed into values of its own.

use super::envelope::{cursor_of_odd, first_cursor};
use super::{Counted, Cursor, PageError, Received, cursor_of};
use crate::json::DecodeError;

/// A JSON value in the representation of a host, such as JavaScript's.
pub trait HostJson: Sized {
    /// A property of an object. `None` if it is absent or `null`, or if this is not an object.
    fn property(&self, name: &str) -> Option<Self>;

    /// Whether this is an object. A list is not an object.
    fn is_object(&self) -> bool;

    /// The number of elements of a list. `None` if this is not a list.
    fn length(&self) -> Option<usize>;

    /// The element of a list at an index.
    fn element(&self, index: usize) -> Option<Self>;

    /// The content of a string. `None` if this is not a string.
    fn string(&self) -> Option<String>;

    /// The value as JSON.
    fn to_json(&self) -> String;

    /// The content of a string, or a number as text: servers write identifiers, cursors and times
    /// as either.
    fn text(&self) -> Option<String> {
        let is_number =
            |json: &String| json.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        self.string().or_else(|| Some(self.to_json()).filter(is_number))
    }
}

/// A page in the representation of a host.
#[derive(Debug)]
#[non_exhaustive]
pub struct HostPage<V> {
    /// The list of the items. `None` if the response has none, which is an empty page.
    pub items: Option<V>,
    /// What a walk needs to know about the page.
    pub received: Received,
}

impl<V: HostJson> HostPage<V> {
    /// Creates a page whose list is the property `name` of `parent`. The list may be absent if
    /// `is_optional`.
    pub(super) fn new(
        parent: &V,
        name: &str,
        is_optional: bool,
        next: Result<Option<Cursor>, PageError>,
    ) -> Result<Self, DecodeError> {
        let items = parent.property(name);
        let length = match &items {
            None if is_optional => Some(0),
            None => None,
            Some(items) => items.length(),
        };
        let length = length.ok_or_else(|| DecodeError::new(name, "expected a list"))?;
        Ok(Self { items, received: Received { items: length, next, counted: None } })
    }

    /// Adds the numbers of the items, and the identity of the first and the last one.
    pub(super) fn counted(mut self, start_index: Option<u64>, total: Option<u64>) -> Self {
        let identity = |index| {
            let item = self.items.as_ref()?.element(index)?;
            Some(item.property("id").unwrap_or(item).to_json())
        };
        let last = self.received.items.checked_sub(1).and_then(identity);
        self.received.counted = Some(Counted { start_index, total, first: identity(0), last });
        self
    }
}

/// The first next cursor of the properties with these names, each an object with a property
/// `next`.
pub(super) fn next_of<V: HostJson>(page: &V, names: &[&str]) -> Result<Option<Cursor>, PageError> {
    first_cursor(names.iter().map(|name| page.property(name).map_or(Ok(None), |part| next_in(&part))))
}

fn next_in<V: HostJson>(part: &V) -> Result<Option<Cursor>, PageError> {
    if !part.is_object() {
        return cursor_of_odd(&part.to_json(), None);
    }
    let Some(next) = part.property("next") else { return Ok(None) };
    match next.text() {
        Some(text) => cursor_of(Some(&text)),
        None => cursor_of_odd(&next.to_json(), next.property("href").and_then(|href| href.string())),
    }
}

/// Reads a whole number: `7`, or `7.0`, as a number or as a string.
pub(super) fn whole<V: HostJson>(object: &V, name: &str) -> Option<u64> {
    let text = object.property(name)?.text()?;
    text.trim_end_matches('0').strip_suffix('.').unwrap_or(&text).parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::page::Paging;

    impl HostJson for Value {
        fn property(&self, name: &str) -> Option<Self> {
            self.get(name).filter(|value| !value.is_null()).cloned()
        }

        fn is_object(&self) -> bool {
            Value::is_object(self)
        }

        fn length(&self) -> Option<usize> {
            self.as_array().map(Vec::len)
        }

        fn element(&self, index: usize) -> Option<Self> {
            self.get(index).cloned()
        }

        fn string(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }

        fn to_json(&self) -> String {
            self.to_string()
        }
    }

    /// Objects with one of these values, or without a value, in the place of each property.
    fn objects(properties: &[(&str, &[Value])]) -> Vec<Value> {
        let Some(((name, values), rest)) = properties.split_first() else { return vec![json!({})] };
        let mut all = objects(rest);
        for value in *values {
            for mut object in objects(rest) {
                object[name] = value.clone();
                all.push(object);
            }
        }
        all
    }

    /// Values that may be in the place of a list.
    fn lists() -> [Value; 7] {
        [
            json!(null),
            json!([]),
            json!([{ "id": "a" }, 2]),
            json!([{ "id": 7 }]),
            json!([{ "id": null, "n": 1 }, {}]),
            json!({}),
            json!("x"),
        ]
    }

    /// Values that may be in the place of an object with a next cursor.
    fn parts() -> Vec<Value> {
        let nexts = [
            json!(null),
            json!(""),
            json!("b"),
            json!("https://h/p?cursor=b"),
            json!("https://h/p"),
            json!(7),
            json!(true),
            json!(false),
            json!([]),
            json!([7]),
            json!({}),
            json!({ "href": "?cursor=c" }),
            json!({ "href": "https://h/p" }),
            json!({ "href": 7 }),
        ];
        let mut parts = objects(&[("next", &nexts)]);
        parts.extend([json!(null), json!([]), json!([7]), json!(""), json!("x"), json!(7), json!(false)]);
        parts
    }

    /// Checks that the page is read as it is decoded. Returns whether it is a page.
    fn agree(paging: Paging, page: &Value) -> bool {
        let Ok((items, received)) = paging.decode(page.to_string().as_bytes()) else {
            assert!(paging.read(page).is_err(), "{paging:?} {page}");
            return false;
        };
        let host = paging.read(page).unwrap().unwrap();
        let items: Vec<Value> = items.iter().map(|item| item.decode().unwrap()).collect();
        assert_eq!(host.items.unwrap_or_else(|| json!([])), Value::Array(items), "{paging:?} {page}");
        assert_eq!(host.received, received, "{paging:?} {page}");
        true
    }

    #[test]
    fn host_reads_every_page_as_the_decoder_does() {
        let numbers =
            [json!(null), json!(0), json!(2), json!("2"), json!("2.0"), json!(1.5), json!("x"), json!([])];
        let linked = objects(&[("data", &lists()), ("links", &parts()), ("meta", &parts())]);
        let mut data = objects(&[("product_access", &lists())]);
        data.extend([json!(null), json!("x")]);
        let nested = objects(&[("data", &data), ("links", &parts())]);
        // The decoder refuses a page with a malformed list under either name.
        let both: [(&str, &[Value]); 2] =
            [("Resources", &[json!(null), json!([1])]), ("resources", &[json!(null), json!([2, 3])])];
        let mut counted = objects(&both);
        for name in ["Resources", "resources"] {
            let lists = lists();
            counted.extend(objects(&[("totalResults", &numbers), ("startIndex", &numbers), (name, &lists)]));
        }
        for (paging, pages) in
            [(Paging::QueryCursor, linked), (Paging::NestedItems, nested), (Paging::StartIndex, counted)]
        {
            let count = pages.iter().filter(|page| agree(paging, page)).count();
            assert!(count > 50 && count < pages.len(), "{count} of {}", pages.len());
        }
        assert!(Paging::None.read(&json!({ "data": [] })).unwrap().is_none());
    }
}

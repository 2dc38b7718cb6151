//! The properties beside the items of a page. A malformed one must not make the page unreadable.

use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{Cursor, PageError, cursor_of};
use crate::json::lenient::Property;
use crate::model::{Extra, Links, PageMeta};

/// Reads a property beside the items. `None` if it is absent, `null` or malformed.
pub(super) fn optional<'de, D: Deserializer<'de>, T: Property>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(T::lenient(json.get(), &mut true).ok())
}

/// An object that can contain the next cursor.
pub(super) trait Leading: Property + Default {
    fn extra(&mut self) -> &mut Extra;
}

impl Leading for Links {
    fn extra(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl Leading for PageMeta {
    fn extra(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

/// Reads an object that can contain the next cursor. A value that is not an object is kept as the
/// malformed `next` of an empty object, so that it is not taken for the end of the listing.
pub(super) fn leading<'de, D: Deserializer<'de>, T: Leading>(deserializer: D) -> Result<T, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(T::lenient(json.get(), &mut true).unwrap_or_else(|_| {
        let mut empty = T::default();
        empty.extra().push(NEXT.into(), json);
        empty
    }))
}

/// Reads links that can be absent.
pub(super) fn leading_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Links>, D::Error> {
    leading(deserializer).map(Some)
}

const NEXT: &str = "next";

/// Returns the next cursor of an object that can contain one.
///
/// # Errors
/// [`PageError::NoCursor`] if there is another value in its place.
pub(super) fn next_of(next: Option<&str>, extra: &Extra) -> Result<Option<Cursor>, PageError> {
    match (next, extra.get(NEXT)) {
        (None, Some(odd)) => cursor_of_odd(odd, href_of(odd)),
        (next, _) => cursor_of(next),
    }
}

/// Returns the next cursor of a value that is neither a string nor a number. `href` is its property
/// of that name.
///
/// # Errors
/// [`PageError::NoCursor`] unless the value is empty: taking it for the end of the listing would
/// silently lose the remaining items.
pub(super) fn cursor_of_odd(json: &str, href: Option<String>) -> Result<Option<Cursor>, PageError> {
    match json {
        "null" | "false" | "[]" | "{}" | "\"\"" => Ok(None),
        _ => href.ok_or(PageError::NoCursor).and_then(|href| cursor_of(Some(&href))),
    }
}

/// Returns the first cursor of several places.
///
/// # Errors
/// An error of one of the places, if none of them has a cursor.
pub(super) fn first_cursor(
    places: impl IntoIterator<Item = Result<Option<Cursor>, PageError>>,
) -> Result<Option<Cursor>, PageError> {
    let mut none = Ok(None);
    for place in places {
        match place {
            Ok(None) => {}
            Ok(cursor) => return Ok(cursor),
            error => none = error,
        }
    }
    none
}

/// The URL of a link that is an object, as in HAL: `{"href": "…"}`.
fn href_of(link: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Link {
        href: String,
    }
    serde_json::from_str::<Link>(link).ok().map(|link| link.href)
}

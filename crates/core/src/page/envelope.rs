//! The properties around the items of a page: an odd one must not cost the page.

use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{Cursor, PageError, cursor_of};
use crate::json::lenient::Property;
use crate::model::{Extra, Links, PageMeta};

/// Reads a part of the envelope: `None` where it is absent, `null` or odd.
pub(super) fn optional<'de, D: Deserializer<'de>, T: Property>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(T::lenient(json.get(), &mut true).ok())
}

/// An object of the envelope that may hold the next cursor.
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

/// Reads an object that may hold the next cursor. One that is not an object is kept as the odd
/// `next` of an empty one, so that it does not pass for the end of the listing.
pub(super) fn leading<'de, D: Deserializer<'de>, T: Leading>(deserializer: D) -> Result<T, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(T::lenient(json.get(), &mut true).unwrap_or_else(|_| {
        let mut empty = T::default();
        empty.extra().push(NEXT.into(), json);
        empty
    }))
}

/// The same for links that may be absent.
pub(super) fn leading_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Links>, D::Error> {
    leading(deserializer).map(Some)
}

const NEXT: &str = "next";

/// The next cursor of an object that may hold one.
///
/// # Errors
/// [`PageError::NoCursor`] where there is something else in its place: to take that for the end
/// would lose the rest in silence.
pub(super) fn next_of(next: Option<&str>, extra: &Extra) -> Result<Option<Cursor>, PageError> {
    let odd = match (next, extra.get(NEXT)) {
        (None, Some(odd)) => odd,
        (next, _) => return cursor_of(next),
    };
    match odd {
        "null" | "false" | "[]" | "{}" | "\"\"" => Ok(None),
        odd => href_of(odd).ok_or(PageError::NoCursor).and_then(|href| cursor_of(Some(&href))),
    }
}

/// The URL of a link that is an object, as in HAL: `{"href": "…"}`.
fn href_of(link: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Link {
        href: String,
    }
    serde_json::from_str::<Link>(link).ok().map(|link| link.href)
}

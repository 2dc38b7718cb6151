//! Pages of the form `{"data": […], "links": {"next": …}, "meta": {"next": …}}`: all listings of the organization API.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Cursor, Page, PageError, cursor_of};
use crate::endpoint::Answer;
use crate::model::{Links, PageMeta};

/// A page of a listing of the organization API.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LinkedPage<T> {
    /// The items. A body without them is no page: it would read as an empty one.
    pub data: Vec<T>,
    /// The page's neighbours.
    #[serde(default, deserialize_with = "null_is_default")]
    pub links: Links,
    /// What the page says of itself.
    #[serde(default, deserialize_with = "null_is_default")]
    pub meta: PageMeta,
}

fn null_is_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

impl<T: Send + 'static> Page for LinkedPage<T> {
    type Item = T;

    fn next(&self) -> Result<Option<Cursor>, PageError> {
        // `meta.next` is the cursor itself; `links.next` may be any of its wrappings.
        match cursor_of(self.meta.next.as_deref())? {
            Some(cursor) => Ok(Some(cursor)),
            None => cursor_of(self.links.next.as_deref()),
        }
    }

    fn into_items(self) -> Vec<T> {
        self.data
    }
}

impl<T: Serialize + serde::de::DeserializeOwned + Send + 'static> Answer for LinkedPage<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Raw;

    fn next(json: &str) -> Result<Option<Cursor>, PageError> {
        serde_json::from_str::<LinkedPage<Raw<()>>>(json).unwrap().next()
    }

    #[test]
    fn the_next_cursor_is_found_wherever_it_stands() {
        for (json, cursor) in [
            (
                r#"{"data":[],"links":{"next":"https://h/p?cursor=b"},"meta":{"next":"a"}}"#,
                Ok(Some("a".into())),
            ),
            (r#"{"data":[],"meta":{"next":"a"}}"#, Ok(Some("a".into()))),
            (r#"{"data":[],"links":{"next":"b"},"meta":{"next":null}}"#, Ok(Some("b".into()))),
            (r#"{"data":[],"links":{"next":"https://h/p?cursor=b"},"meta":null}"#, Ok(Some("b".into()))),
            (r#"{"data":[],"links":{"next":"https://h/p"}}"#, Err(PageError::NoCursor)),
            (
                r#"{"data":[],"links":{},"meta":{"attributes":null,"next":null,"page_size":200,"start_index":null}}"#,
                Ok(None),
            ),
            (r#"{"data":[],"links":null}"#, Ok(None)),
            (r#"{"data":[],"links":{"next":""}}"#, Ok(None)),
            (r#"{"data":[]}"#, Ok(None)),
        ] {
            assert_eq!(next(json), cursor, "{json}");
        }
    }

    #[test]
    fn a_body_without_items_is_no_page() {
        for body in ["{}", r#"{"message":"hello"}"#, r#"{"data":null}"#, "[]", "null"] {
            assert!(serde_json::from_str::<LinkedPage<Raw<()>>>(body).is_err(), "{body}");
        }
    }
}

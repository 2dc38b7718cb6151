//! Pages of the form `{"data": […], "links": {"next": …}, "meta": {"next": …}}`: all listings of the organization API.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::{Cursor, Page, PageError, cursor_of};
use crate::endpoint::Answer;
use crate::model::{Links, PageMeta};
use crate::shape::{Described, Kind, Member, Shape};

/// A page of a listing of the organization API.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "a page")]
pub struct LinkedPage<T> {
    /// The items. A body without them is no page: it would read as an empty one.
    pub data: Vec<T>,
    /// The page's neighbours.
    #[serde(default, deserialize_with = "tolerant")]
    pub links: Links,
    /// What the page says of itself; nothing, where only its links lead on.
    #[serde(default, deserialize_with = "tolerant", skip_serializing_if = "says_nothing")]
    pub meta: PageMeta,
}

fn says_nothing(meta: &PageMeta) -> bool {
    *meta == PageMeta::default()
}

/// Reads what stands around the items. Of that only the next page's place is needed: another member of an odd shape must not cost
/// the page.
fn tolerant<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default + From<Next>,
{
    let Some(json) = Option::<Box<RawValue>>::deserialize(deserializer)? else { return Ok(T::default()) };
    serde_json::from_str(json.get())
        .or_else(|_| serde_json::from_str::<Next>(json.get()).map(T::from))
        .map_err(serde::de::Error::custom)
}

#[derive(Deserialize)]
struct Next {
    next: Option<String>,
}

impl From<Next> for Links {
    fn from(next: Next) -> Self {
        Self { next: next.next, ..Self::default() }
    }
}

impl From<Next> for PageMeta {
    fn from(next: Next) -> Self {
        Self { next: next.next, ..Self::default() }
    }
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

impl<T: Described> Described for LinkedPage<T> {
    const KIND: Kind = Kind::Object(&Shape::new("Page", Some(&T::KIND), "A page of a listing.", || {
        const {
            &[
                Member::new("data", Kind::List(&T::KIND), true, "The items."),
                Member::new("links", Links::KIND, false, "The page's neighbours."),
                Member::new("meta", PageMeta::KIND, false, "What the page says of itself."),
            ]
        }
    }));
}

impl<T: Described + Serialize + DeserializeOwned + Send + 'static> Answer for LinkedPage<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Raw;

    fn next(json: &str) -> Result<Option<Cursor>, PageError> {
        serde_json::from_str::<LinkedPage<Raw<()>>>(json).unwrap().next()
    }

    #[test]
    fn a_page_that_says_nothing_of_itself_is_written_without_a_place_for_it() {
        let written = |json: &str| {
            serde_json::to_string(&serde_json::from_str::<LinkedPage<u32>>(json).unwrap()).unwrap()
        };
        assert_eq!(
            written(r#"{"data":[1],"links":{"next":"b"},"meta":{}}"#),
            r#"{"data":[1],"links":{"next":"b"}}"#
        );
        assert_eq!(
            written(r#"{"data":[],"meta":{"next":"b"}}"#),
            r#"{"data":[],"links":{},"meta":{"next":"b"}}"#
        );
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
            (
                r#"{"data":[],"links":{"self":{"odd":1},"next":"b"},"meta":{"page_size":"200","total":1.5}}"#,
                Ok(Some("b".into())),
            ),
            (r#"{"data":[],"meta":{"page_size":"200","next":"b"}}"#, Ok(Some("b".into()))),
            (r#"{"data":[]}"#, Ok(None)),
        ] {
            assert_eq!(next(json), cursor, "{json}");
        }
    }

    #[test]
    fn a_body_without_items_is_no_page() {
        for body in [
            "{}",
            r#"{"message":"hello"}"#,
            r#"{"data":null}"#,
            "[]",
            "null",
            r#"{"data":[],"links":{"next":7}}"#,
        ] {
            assert!(serde_json::from_str::<LinkedPage<Raw<()>>>(body).is_err(), "{body}");
        }
    }
}

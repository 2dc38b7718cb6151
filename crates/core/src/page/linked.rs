//! Pages of the form `{"data": […], "links": {"next": …}, "meta": {"next": …}}`, in most listings
//! of the organization API.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::{first_cursor, leading, next_of};
use super::host_json::{self, HostJson, HostPage};
use super::{Cursor, Page, PageError};
use crate::json::DecodeError;
use crate::model::{Links, PageMeta};
use crate::response::ResponseBody;
use crate::schema::{HasSchema, ObjectSchema, Property, Schema};

/// A page of a listing of the organization API.
///
/// # Examples
/// ```
/// use atlassian_admin_core::page::{LinkedPage, Page};
///
/// let page: LinkedPage<u32> = serde_json::from_str(r#"{"data":[1,2],"links":{"next":"c-2"}}"#)?;
/// assert_eq!(page.next(), Ok(Some("c-2".into())));
/// assert_eq!(page.into_items(), [1, 2]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "a page")]
pub struct LinkedPage<T> {
    /// The items. A body without this property is not a page.
    pub data: Vec<T>,
    /// The links to other pages.
    #[serde(default, deserialize_with = "leading")]
    pub links: Links,
    /// The metadata. Empty if the next cursor is in the links alone.
    #[serde(default, deserialize_with = "leading", skip_serializing_if = "is_empty")]
    pub meta: PageMeta,
}

fn is_empty(meta: &PageMeta) -> bool {
    *meta == PageMeta::default()
}

impl<T: Send + 'static> Page for LinkedPage<T> {
    type Item = T;

    fn next(&self) -> Result<Option<Cursor>, PageError> {
        first_cursor([
            next_of(self.meta.next.as_deref(), &self.meta.extra),
            next_of(self.links.next.as_deref(), &self.links.extra),
        ])
    }

    fn into_items(self) -> Vec<T> {
        self.data
    }
}

impl LinkedPage<()> {
    /// Reads such a page as a host represents it. `meta.next` is the cursor itself, and
    /// `links.next` can be a URL with the cursor.
    pub(super) fn read<V: HostJson>(page: &V) -> Result<HostPage<V>, DecodeError> {
        HostPage::new(page, "data", false, host_json::next_of(page, &["meta", "links"]))
    }
}

impl<T: HasSchema> HasSchema for LinkedPage<T> {
    const SCHEMA: Schema =
        Schema::Object(&ObjectSchema::new("Page", Some(&T::SCHEMA), "A page of a listing.", || {
            const {
                &[
                    Property::new("data", Schema::List(&T::SCHEMA), true, "The items."),
                    Property::new("links", Links::SCHEMA, false, "The links to other pages."),
                    Property::new("meta", PageMeta::SCHEMA, false, "The metadata."),
                ]
            }
        }));
}

impl<T: HasSchema + Serialize + DeserializeOwned + Send + 'static> ResponseBody for LinkedPage<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Raw, decode};

    fn next(json: &str) -> Result<Option<Cursor>, PageError> {
        decode::<LinkedPage<Raw<()>>>(json).unwrap().next()
    }

    #[test]
    fn serialize_omits_meta_when_it_is_empty() {
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
    fn next_finds_cursor_in_meta_and_links() {
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
            (r#"{"data":[],"links":{"next":7,"self":"\ud800"}}"#, Ok(Some("7".into()))),
            (r#"{"data":[],"links":{"next":{"href":"https://h/p?cursor=b"}}}"#, Ok(Some("b".into()))),
            (r#"{"data":[],"links":{"next":{}},"meta":[]}"#, Ok(None)),
            (r#"{"data":[],"links":{"next":true}}"#, Err(PageError::NoCursor)),
            (r#"{"data":[],"links":{"next":true},"meta":{"next":"a"}}"#, Ok(Some("a".into()))),
            (r#"{"data":[],"links":{"next":"b"},"meta":{"next":true}}"#, Ok(Some("b".into()))),
            (r#"{"data":[],"links":{},"meta":{"next":true}}"#, Err(PageError::NoCursor)),
            (r#"{"data":[],"links":[],"meta":"","\ud800":1}"#, Ok(None)),
            (r#"{"data":[],"links":"https://h/p"}"#, Err(PageError::NoCursor)),
            (r#"{"data":[]}"#, Ok(None)),
        ] {
            assert_eq!(next(json), cursor, "{json}");
        }
    }

    #[test]
    fn decode_refuses_body_without_items() {
        for body in ["{}", r#"{"message":"hello"}"#, r#"{"data":null}"#, "[]", "null"] {
            assert!(decode::<LinkedPage<Raw<()>>>(body).is_err(), "{body}");
        }
    }
}

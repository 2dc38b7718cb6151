//! Pages of the form `{"totalResults": 7, "startIndex": 1, "itemsPerPage": 2, "Resources": […]}`:
//! all listings of SCIM.

use serde::de::{DeserializeOwned, Deserializer, Error};
use serde::{Deserialize, Serialize};

use super::envelope::optional;
use super::host_json::{HostJson, HostPage, whole};
use super::{Counted, Cursor, Page, PageError};
use crate::json::DecodeError;
use crate::response::ResponseBody;
use crate::schema::{HasSchema, ObjectSchema, Property, Schema};

/// A page of a listing of SCIM (RFC 7644, section 3.4.2).
///
/// The numbers can be absent, and are `None` if they are malformed. A walk depends on what it
/// requested and on the received items instead.
///
/// # Examples
/// ```
/// use atlassian_admin_core::page::{Page, ResourcePage};
///
/// let page: ResourcePage<u32> = serde_json::from_str(r#"{"totalResults":7,"Resources":[1,2]}"#)?;
/// assert_eq!(page.total_results, Some(7));
/// assert_eq!(page.into_items(), [1, 2]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResourcePage<T> {
    /// The schemas of the response, as URNs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schemas: Option<Vec<String>>,
    /// The total number of items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_results: Option<u64>,
    /// The number of the page's first item, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_index: Option<u64>,
    /// The number of items on this page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items_per_page: Option<u64>,
    /// The items. The list can be absent if there are none.
    #[serde(rename = "Resources", skip_serializing_if = "Option::is_none")]
    pub resources: Option<Vec<T>>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ResourcePage<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(expecting = "a list response", rename_all = "camelCase")]
        struct ListResponse<T> {
            #[serde(default, deserialize_with = "optional")]
            schemas: Option<Vec<String>>,
            #[serde(default, deserialize_with = "optional")]
            total_results: Option<u64>,
            #[serde(default, deserialize_with = "optional")]
            start_index: Option<u64>,
            #[serde(default, deserialize_with = "optional")]
            items_per_page: Option<u64>,
            #[serde(rename = "Resources")]
            resources: Option<Vec<T>>,
            /// The name that some servers use.
            #[serde(rename = "resources")]
            lower_case: Option<Vec<T>>,
        }

        let ListResponse { schemas, total_results, start_index, items_per_page, resources, lower_case } =
            ListResponse::deserialize(deserializer)?;
        let resources = resources.or(lower_case);
        if total_results.is_none() && resources.is_none() {
            // A body with neither is not a page.
            return Err(D::Error::missing_field("Resources"));
        }
        Ok(Self { schemas, total_results, start_index, items_per_page, resources })
    }
}

impl<T: Send + 'static> Page for ResourcePage<T> {
    type Item = T;

    /// The start of the next page by the numbers of this page. A walk counts the received items
    /// instead.
    fn next(&self) -> Result<Option<Cursor>, PageError> {
        let here = self.resources.as_ref().map_or(0, |resources| resources.len() as u64);
        let next = self.start_index.unwrap_or(1).max(1).saturating_add(here);
        match (here, self.total_results) {
            (0, None) => Ok(None),
            (0, Some(total)) if next > total => Ok(None),
            (_, Some(total)) if next == total.saturating_add(1) => Ok(None),
            // Stopping would silently lose items, and an empty page gives no index to continue
            // from.
            (0, Some(_)) => Err(PageError::Gap),
            _ => Ok(Some(Cursor::Index(next))),
        }
    }

    fn counted(&self) -> Option<Counted> {
        let (start_index, total) = (self.start_index, self.total_results);
        Some(Counted { start_index, total, ..Counted::default() })
    }

    fn into_items(self) -> Vec<T> {
        self.resources.unwrap_or_default()
    }
}

impl ResourcePage<()> {
    /// Reads such a page as a host represents it.
    pub(super) fn read<V: HostJson>(page: &V) -> Result<HostPage<V>, DecodeError> {
        let total = whole(page, "totalResults");
        let is_lower_case = page.property("Resources").is_none() && page.property("resources").is_some();
        let name = if is_lower_case { "resources" } else { "Resources" };
        let items = HostPage::new(page, name, total.is_some(), Ok(None))?;
        Ok(items.counted(whole(page, "startIndex"), total))
    }
}

impl<T: HasSchema> HasSchema for ResourcePage<T> {
    const SCHEMA: Schema = Schema::Object(&ObjectSchema::new(
        "ResourcePage",
        Some(&T::SCHEMA),
        "A page of a listing of SCIM.",
        || {
            const {
                &[
                    Property::new(
                        "schemas",
                        Schema::List(&Schema::Text),
                        false,
                        "The schemas of the response, as URNs.",
                    ),
                    Property::new("totalResults", Schema::Integer, true, "The total number of items."),
                    Property::new(
                        "startIndex",
                        Schema::Integer,
                        false,
                        "The number of the page's first item, from 1.",
                    ),
                    Property::new(
                        "itemsPerPage",
                        Schema::Integer,
                        false,
                        "The number of items on this page.",
                    ),
                    Property::new("Resources", Schema::List(&T::SCHEMA), false, "The items."),
                ]
            }
        },
    ));
}

impl<T: HasSchema + Serialize + DeserializeOwned + Send + 'static> ResponseBody for ResourcePage<T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::decode;

    fn next(json: &str) -> Result<Option<Cursor>, PageError> {
        decode::<ResourcePage<u32>>(json).unwrap().next()
    }

    #[test]
    fn next_page_starts_after_items_of_this_page() {
        for (json, cursor) in [
            (r#"{"totalResults":5,"startIndex":1,"itemsPerPage":2,"Resources":[1,2]}"#, Some(3)),
            (r#"{"totalResults":5,"startIndex":4,"itemsPerPage":9,"Resources":[4]}"#, Some(5)),
            (r#"{"totalResults":5,"startIndex":5,"itemsPerPage":1,"Resources":[5]}"#, None),
            (r#"{"totalResults":5,"startIndex":6,"itemsPerPage":0,"Resources":[]}"#, None),
            (r#"{"totalResults":0}"#, None),
            (r#"{"totalResults":2,"startIndex":7,"Resources":[]}"#, None),
            (r#"{"totalResults":5,"startIndex":0,"Resources":[1,2]}"#, Some(3)),
            (r#"{"Resources":[1]}"#, Some(2)),
            (r#"{"resources":[1]}"#, Some(2)),
            (r#"{"totalResults":3,"Resources":null,"resources":[1,2]}"#, Some(3)),
            (r#"{"totalResults":2,"resources":[1,2]}"#, None),
            (r#"{"totalResults":0,"Resources":[1,2]}"#, Some(3)),
            (r#"{"totalResults":1,"Resources":[1,2]}"#, Some(3)),
            (r#"{"Resources":[]}"#, None),
            (
                r#"{"schemas":"s","totalResults":"5.0","startIndex":"4","itemsPerPage":-1,"Resources":[4]}"#,
                Some(5),
            ),
            (
                r#"{"schemas":"s","totalResults":1.0,"startIndex":[],"itemsPerPage":"1","Resources":[1]}"#,
                None,
            ),
        ] {
            assert_eq!(next(json), Ok(cursor.map(Cursor::Index)), "{json}");
        }
        assert_eq!(next(r#"{"totalResults":5,"startIndex":3,"Resources":[]}"#), Err(PageError::Gap));
        for body in [
            "{}",
            r#"{"message":"ok"}"#,
            r#"{"totalResults":"many"}"#,
            r#"{"totalResults":0,"Resources":{}}"#,
        ] {
            assert!(decode::<ResourcePage<u32>>(body).is_err(), "{body}");
        }
    }
}

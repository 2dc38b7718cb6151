//! Pages of SCIM: `{"totalResults": 7, "startIndex": 1, "itemsPerPage": 2, "Resources": […]}`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Cursor, Page, PageError};
use crate::endpoint::Answer;
use crate::shape::{Described, Kind, Member, Shape};

/// A page of a listing of SCIM (RFC 7644, section 3.4.2).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "a list response", rename_all = "camelCase")]
pub struct ResourcePage<T> {
    /// What it is, as URNs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schemas: Option<Vec<String>>,
    /// How many items there are in all. A body without it is no page: it would read as an empty one.
    pub total_results: u64,
    /// The number of the page's first item, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_index: Option<u64>,
    /// How many items are on this page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_per_page: Option<u64>,
    /// The items. They may be absent where there are none.
    #[serde(rename = "Resources", skip_serializing_if = "Option::is_none")]
    pub resources: Option<Vec<T>>,
}

impl<T: Send + 'static> Page for ResourcePage<T> {
    type Item = T;

    fn next(&self) -> Result<Option<Cursor>, PageError> {
        let here = self.resources.as_ref().map_or(0, |resources| resources.len() as u64);
        // The page's own length counts, not what it says of itself: a server may answer with fewer than it was asked for.
        let next = self.start_index.unwrap_or(1).saturating_add(here);
        match (here, next <= self.total_results) {
            (_, false) => Ok(None),
            // To stop here would lose the rest in silence; but nothing can be behind what is not there.
            (0, true) => Err(PageError::Gap),
            (_, true) => Ok(Some(Cursor::Index(next))),
        }
    }

    fn into_items(self) -> Vec<T> {
        self.resources.unwrap_or_default()
    }
}

impl<T: Described> Described for ResourcePage<T> {
    const KIND: Kind =
        Kind::Object(&Shape::new("ResourcePage", Some(&T::KIND), "A page of a listing of SCIM.", || {
            const {
                &[
                    Member::new("schemas", Kind::List(&Kind::Text), false, "What it is, as URNs."),
                    Member::new("totalResults", Kind::Integer, true, "How many items there are in all."),
                    Member::new(
                        "startIndex",
                        Kind::Integer,
                        false,
                        "The number of the page's first item, from 1.",
                    ),
                    Member::new("itemsPerPage", Kind::Integer, false, "How many items are on this page."),
                    Member::new("Resources", Kind::List(&T::KIND), false, "The items."),
                ]
            }
        }));
}

impl<T: Described + Serialize + DeserializeOwned + Send + 'static> Answer for ResourcePage<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(json: &str) -> Result<Option<Cursor>, PageError> {
        serde_json::from_str::<ResourcePage<u32>>(json).unwrap().next()
    }

    #[test]
    fn the_next_page_starts_behind_what_came() {
        for (json, cursor) in [
            (r#"{"totalResults":5,"startIndex":1,"itemsPerPage":2,"Resources":[1,2]}"#, Some(3)),
            (r#"{"totalResults":5,"startIndex":4,"itemsPerPage":9,"Resources":[4]}"#, Some(5)),
            (r#"{"totalResults":5,"startIndex":5,"itemsPerPage":1,"Resources":[5]}"#, None),
            (r#"{"totalResults":5,"startIndex":6,"itemsPerPage":0,"Resources":[]}"#, None),
            (r#"{"totalResults":0}"#, None),
            (r#"{"totalResults":2,"startIndex":7,"Resources":[]}"#, None),
        ] {
            assert_eq!(next(json), Ok(cursor.map(Cursor::Index)), "{json}");
        }
        assert_eq!(next(r#"{"totalResults":5,"startIndex":3,"Resources":[]}"#), Err(PageError::Gap));
        for body in ["{}", r#"{"message":"ok"}"#, r#"{"Resources":[1]}"#] {
            assert!(serde_json::from_str::<ResourcePage<u32>>(body).is_err(), "{body}");
        }
    }
}

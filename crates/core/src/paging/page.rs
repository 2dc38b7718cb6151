//! One page's items, with those that do not fit beside them.

use serde::de::DeserializeOwned;

use super::{Cursor, Page, PageError, Paged};
use crate::Raw;
use crate::error::{DecodeError, decode_slice};

/// The most malformed items that are kept of a page; of more, none is what was asked for. No listing has so many items on a page.
const MOST_MALFORMED: usize = 10_000;

/// One page of a listing.
#[derive(Debug)]
#[non_exhaustive]
pub struct ItemPage<T> {
    /// The items, in order.
    pub items: Vec<T>,
    /// The items that are not as expected. They are beside the page, not instead of it.
    pub malformed: Vec<MalformedItem<T>>,
    pub(crate) next: Result<Option<Cursor>, PageError>,
}

/// An item that is not as expected.
#[derive(Debug)]
#[non_exhaustive]
pub struct MalformedItem<T> {
    /// Its place among all items of the page.
    pub index: usize,
    /// Its original text.
    pub raw: Raw<T>,
    /// What does not fit.
    pub error: DecodeError,
}

impl<T: DeserializeOwned + Send + 'static> ItemPage<T> {
    /// Reads a page in one go; only when that fails, item by item.
    pub(crate) fn decode<E: Paged>(body: &[u8]) -> Result<Self, DecodeError> {
        let whole = match decode_slice::<E::Page<T>>(body) {
            Ok(page) => {
                let next = page.next();
                return Ok(Self { items: page.into_items(), malformed: Vec::new(), next });
            }
            Err(error) => error,
        };
        // Where not even the envelope fits, the first error says more.
        let page = decode_slice::<E::Page<Raw<T>>>(body).map_err(|_| whole.clone())?;
        let next = page.next();
        let (mut items, mut malformed) = (Vec::new(), Vec::new());
        for (index, raw) in page.into_items().into_iter().enumerate() {
            match raw.decode() {
                Ok(item) => items.push(item),
                Err(_) if malformed.len() == MOST_MALFORMED => return Err(whole),
                Err(error) => malformed.push(MalformedItem { index, raw, error }),
            }
        }
        Ok(Self { items, malformed, next })
    }

    /// Whether the page holds nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.malformed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::accounts::GetUsers;

    #[test]
    fn a_page_of_next_to_nothing_but_malformed_items_is_no_page() {
        let decode = |malformed: usize| {
            let body = format!(r#"{{"data":[{}{{"account_id":"a"}}]}}"#, "7,".repeat(malformed));
            ItemPage::<<GetUsers as Paged>::Item>::decode::<GetUsers>(body.as_bytes())
        };
        let page = decode(10_000).unwrap();
        assert_eq!((page.items.len(), page.malformed.len(), page.is_empty()), (1, 10_000, false));
        assert_eq!(decode(10_001).unwrap_err().path(), "data[0]");
    }

    #[test]
    fn a_page_is_empty_where_it_holds_neither_items_nor_what_should_be_some() {
        let is_empty = |data: &str| {
            let body = format!(r#"{{"data":[{data}]}}"#);
            ItemPage::<<GetUsers as Paged>::Item>::decode::<GetUsers>(body.as_bytes()).unwrap().is_empty()
        };
        assert!(is_empty(""));
        assert!(!is_empty(r#"{"account_id":"a"}"#));
        assert!(!is_empty("7"));
    }
}

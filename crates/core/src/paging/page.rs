//! The items of a page, with the malformed ones kept separately.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::Paged;
use crate::json::{DecodeError, MOST_MALFORMED, MalformedItem, Raw, decode, text_of};
use crate::page::{Page, Received, split};

/// One page of a listing.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::{Client, Result};
/// # async fn example(client: Client) -> Result<()> {
/// let mut pages = client.organization("o-1").domains().list().pages();
/// while let Some(page) = pages.next().await {
///     let page = page?;
///     println!("{} domains, {} malformed ones", page.items.len(), page.malformed.len());
/// }
/// # Ok(()) }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct ItemPage<T> {
    /// The items, in order.
    pub items: Vec<T>,
    /// The malformed items. They do not prevent the others from being returned.
    pub malformed: Vec<MalformedItem<T>>,
    pub(super) received: Received,
}

impl<T: DeserializeOwned + Send + 'static> ItemPage<T> {
    /// Decodes a page as a whole and, if that fails, item by item. Items of counted listings are
    /// always decoded one by one, since their identifiers distinguish the pages.
    pub(crate) fn decode<E: Paged>(body: &[u8]) -> Result<Self, DecodeError> {
        let json = text_of(body)?;
        let counts = E::OPERATION.paging.convention().is_some_and(|convention| convention.is_number);
        if !counts && let Ok(page) = serde_json::from_str::<E::Page<T>>(json) {
            let next = page.next();
            let items = page.into_items();
            let received = Received { items: items.len(), next, counted: None };
            return Ok(Self { items, malformed: Vec::new(), received });
        }
        // If the envelope does not fit either, the error of the whole page is more informative.
        let whole = |error| decode::<E::Page<T>>(json).err().unwrap_or(error);
        let page = decode::<E::Page<Raw<T>>>(json).map_err(whole)?;
        let (all, received) = split(page);
        let (mut items, mut malformed) = (Vec::new(), Vec::new());
        for (index, raw) in all.into_iter().enumerate() {
            match raw.decode() {
                Ok(item) => items.push(item),
                Err(error) if malformed.len() == MOST_MALFORMED => return Err(whole(error)),
                Err(error) => malformed.push(MalformedItem::new(index, raw, error)),
            }
        }
        Ok(Self { items, malformed, received })
    }

    /// Keeps only the items in this range.
    pub(super) fn keep(&mut self, places: &Range<usize>) {
        if *places == (0..self.received.items) {
            return;
        }
        let malformed: Vec<_> = self.malformed.iter().map(|item| item.index).collect();
        let mut fitting = (0..self.received.items).filter(|place| malformed.binary_search(place).is_err());
        self.items.retain(|_| fitting.next().is_some_and(|place| places.contains(&place)));
        self.malformed.retain(|item| places.contains(&item.index));
        self.malformed.iter_mut().for_each(|item| item.index -= places.start);
    }

    /// Whether the page contains neither items nor malformed ones.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.malformed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api;

    #[test]
    fn page_is_an_error_when_it_has_more_than_10000_malformed_items() {
        let decode = |malformed: usize| {
            let body = format!(r#"{{"data":[{}{{"account_id":"a"}}]}}"#, "7,".repeat(malformed));
            ItemPage::<<api::accounts::List as Paged>::Item>::decode::<api::accounts::List>(body.as_bytes())
        };
        let page = decode(10_000).unwrap();
        assert_eq!((page.items.len(), page.malformed.len(), page.is_empty()), (1, 10_000, false));
        assert_eq!(decode(10_001).unwrap_err().path(), "data[0]");
    }

    #[test]
    fn page_is_empty_when_it_has_neither_items_nor_malformed_items() {
        let is_empty = |data: &str| {
            let body = format!(r#"{{"data":[{data}]}}"#);
            ItemPage::<<api::accounts::List as Paged>::Item>::decode::<api::accounts::List>(body.as_bytes())
                .unwrap()
                .is_empty()
        };
        assert!(is_empty(""));
        assert!(!is_empty(r#"{"account_id":"a"}"#));
        assert!(!is_empty("7"));
    }
}

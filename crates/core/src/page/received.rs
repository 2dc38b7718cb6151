//! The facts about a page that a walk depends on.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Cursor, Page, PageError};
use crate::json::Raw;

/// The facts about a page that a walk depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The number of items on the page.
    pub items: usize,
    /// The next cursor, if the listing has cursors.
    pub next: Result<Option<Cursor>, PageError>,
    /// The numbers of the items, if the listing counts them.
    pub counted: Option<Counted>,
}

/// Splits a page into its items and the facts about it.
pub(crate) fn split<T>(page: impl Page<Item = Raw<T>>) -> (Vec<Raw<T>>, Received) {
    let counted = page.counted();
    // A counted listing has no cursors.
    let next = if counted.is_some() { Ok(None) } else { page.next() };
    let items = page.into_items();
    let counted = counted.map(|counted| counted.with_items(items.iter().map(Raw::json)));
    let received = Received { items: items.len(), next, counted };
    (items, received)
}

/// The numbers of a page of a counted listing, and the identity of its items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// The number of its first item, according to the response. It can differ from the requested
    /// number.
    pub start_index: Option<u64>,
    /// The total number of items, if the response has a valid one.
    pub total: Option<u64>,
    /// The identity of the first item on the page: its identifier or, without one, its JSON.
    pub first: Option<String>,
    /// The identity of the last item on the page.
    pub last: Option<String>,
}

impl Counted {
    /// Adds the identities of the items, which are given as JSON.
    #[must_use]
    pub fn with_items<'a>(mut self, items: impl DoubleEndedIterator<Item = &'a str> + Clone) -> Self {
        self.first = items.clone().next().map(identity);
        self.last = items.clone().next_back().map(identity);
        self
    }
}

/// Returns the JSON of an item's identifier or, without one, of the item.
fn identity(item: &str) -> String {
    #[derive(Deserialize)]
    struct Identified<'a> {
        #[serde(borrow)]
        id: Option<&'a RawValue>,
    }

    let id = serde_json::from_str::<Identified<'_>>(item).ok().and_then(|item| item.id);
    id.map_or(item, RawValue::get).to_owned()
}

//! What a page of a listing says that counts its items: those of SCIM.

use serde::Deserialize;
use serde_json::value::RawValue;

/// What a page of a counted listing says, and what is on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// The number of its first item, as the page says: not always what was asked for.
    pub start_index: Option<u64>,
    /// How many items there are in all, where the page says it readably.
    pub total: Option<u64>,
    /// What identifies the first item on the page: its id, or else its text.
    pub first: Option<String>,
    /// What identifies the last item on the page.
    pub last: Option<String>,
}

impl Counted {
    /// With the items of a page, each as JSON text.
    #[must_use]
    pub fn with_items<'a>(mut self, items: impl DoubleEndedIterator<Item = &'a str> + Clone) -> Self {
        self.first = items.clone().next().map(identity);
        self.last = items.clone().next_back().map(identity);
        self
    }
}

/// What identifies an item: the text of its id, or else its own.
fn identity(item: &str) -> String {
    #[derive(Deserialize)]
    struct Identified<'a> {
        #[serde(borrow)]
        id: Option<&'a RawValue>,
    }

    let id = serde_json::from_str::<Identified<'_>>(item).ok().and_then(|item| item.id);
    id.map_or(item, RawValue::get).to_owned()
}

//! Pages of a sorted listing.

use serde::{Deserialize, Serialize};

/// Where a walk goes on: behind the item of this name and index. A walk loses nothing when items
/// before it go away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Position {
    #[serde(rename = "n")]
    pub(crate) name: String,
    #[serde(rename = "i")]
    pub(crate) index: u64,
}

/// Which part of a listing is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Window {
    pub(crate) after: Option<Position>,
    pub(crate) limit: usize,
    pub(crate) descending: bool,
}

/// A part of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slice<T> {
    pub(crate) items: Vec<T>,
    /// Where the next part begins, if there is one.
    pub(crate) next: Option<Position>,
}

impl<T> Slice<T> {
    pub(crate) fn map<U>(self, item: impl FnMut(T) -> U) -> Slice<U> {
        Slice { items: self.items.into_iter().map(item).collect(), next: self.next }
    }
}

impl Window {
    /// The part of `sorted`, in ascending order of `position`, of which `item` makes something.
    pub(crate) fn of<T>(
        &self,
        sorted: &[u64],
        position: impl Fn(u64) -> Position,
        item: impl Fn(u64) -> Option<T>,
    ) -> Slice<T> {
        let rest = match (&self.after, self.descending) {
            (None, _) => Some(sorted),
            (Some(after), true) => sorted.get(..sorted.partition_point(|index| position(*index) < *after)),
            (Some(after), false) => sorted.get(sorted.partition_point(|index| position(*index) <= *after)..),
        };
        let mut rest = rest.unwrap_or_default().iter();
        let (mut items, mut last) = (Vec::new(), None);
        while let Some(index) = if self.descending { rest.next_back() } else { rest.next() } {
            let Some(item) = item(*index) else { continue };
            // One item more than the limit shows that there is a next part.
            if items.len() == self.limit {
                return Slice { items, next: last.map(position) };
            }
            items.push(item);
            last = Some(*index);
        }
        Slice { items, next: None }
    }
}

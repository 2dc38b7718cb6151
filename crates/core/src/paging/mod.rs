//! Listings: page by page, item by item, from any place and to any type.

mod counted;
mod course;
mod cursor;
mod cycle;
mod envelope;
mod items;
mod last_active;
mod linked;
mod page;
mod pages;
mod resources;
mod untyped;
mod untyped_walk;

use serde::de::DeserializeOwned;

pub use counted::Counted;
pub(crate) use course::Course;
pub use course::Received;
pub use cursor::{Cursor, cursor_of};
pub(crate) use cycle::CycleGuard;
pub use items::Items;
pub use last_active::{LastActiveDates, LastActivePage};
pub use linked::LinkedPage;
pub use page::ItemPage;
pub use pages::{Pages, Position};
pub use resources::ResourcePage;
pub use untyped::UntypedPages;
pub use untyped_walk::UntypedWalk;

pub use crate::list::MalformedItem;

use crate::endpoint::Endpoint;

/// A page of a listing: items, and where the next ones are.
pub trait Page: Send + 'static {
    /// What it holds.
    type Item;

    /// Where the next page starts, or `None` at the end.
    ///
    /// # Errors
    /// [`PageError::NoCursor`] where there is a link without a cursor in it: to stop there would lose the rest in silence.
    fn next(&self) -> Result<Option<Cursor>, PageError>;

    /// What the page says of the numbers of its items, where the listing counts them instead of
    /// naming a cursor. A walk then goes by what it asked for and received, not by [`Self::next`].
    fn counted(&self) -> Option<Counted> {
        None
    }

    /// The items, in order.
    fn into_items(self) -> Vec<Self::Item>;
}

/// An operation that lists, page by page.
pub trait Paged: Endpoint {
    /// What it lists.
    type Item: DeserializeOwned + Send + 'static;
    /// How its pages look, around items of any type: [`Raw`](crate::Raw) ones, or a narrow type of the caller's.
    type Page<T: DeserializeOwned + Send + 'static>: Page<Item = T> + DeserializeOwned;

    /// The same call, going on at `cursor`.
    ///
    /// # Errors
    /// [`PageError::WrongCursor`] where the cursor is another listing's.
    fn at(&self, cursor: Cursor) -> Result<Self, PageError>;

    /// The number of the first item that the call asks for, from 1, where the listing counts.
    fn start(&self) -> Option<u64> {
        None
    }
}

/// Why a listing cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageError {
    /// The page names a next one without a cursor.
    NoCursor,
    /// The next page is one that was there before: the listing would never end.
    Cycle,
    /// The page is empty, though there are said to be more items.
    Gap,
    /// The place to go on is another listing's: a number where this one has tokens, or the other way round.
    WrongCursor,
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NoCursor => "the page's link to the next one holds no cursor",
            Self::Gap => "the page is empty, though the server says that there are more items",
            Self::WrongCursor => "the place to go on belongs to a listing of another kind",
            Self::Cycle => "the page's cursor was there before, so the listing would never end",
        })
    }
}

impl std::error::Error for PageError {}

/// Declares a listing. Its cursor goes into the argument `cursor`; behind `alone`, nothing else goes with it but the path; behind
/// `from`, it is a number and goes into that argument.
macro_rules! paged {
    ($endpoint:ty, $page:ident, $item:ty) => {
        $crate::paging::paged!(@impl $endpoint, $page, $item, |call, cursor| {
            Self { cursor: Some(cursor.into_token()?), ..call.clone() }
        });
    };
    ($endpoint:ty, $page:ident, $item:ty, alone($($path:ident),*)) => {
        $crate::paging::paged!(@impl $endpoint, $page, $item, |call, cursor| {
            Self::new($(call.$path.clone()),*).cursor(cursor.into_token()?)
        });
    };
    ($endpoint:ty, $page:ident, $item:ty, from $start:ident) => {
        $crate::paging::paged!(@impl $endpoint, $page, $item, |call, cursor| {
            Self { $start: Some(cursor.into_index()?), ..call.clone() }
        }, $start);
    };
    (@impl $endpoint:ty, $page:ident, $item:ty, |$call:ident, $cursor:ident| $next:expr $(, $start:ident)?) => {
        #[allow(deprecated)]
        impl $crate::paging::Paged for $endpoint {
            type Item = $item;
            type Page<T: serde::de::DeserializeOwned + Send + 'static> = $page<T>;

            fn at(&self, $cursor: $crate::paging::Cursor) -> Result<Self, $crate::paging::PageError> {
                let $call = self;
                Ok($next)
            }

            $(fn start(&self) -> Option<u64> {
                self.$start
            })?
        }
    };
}

pub(crate) use paged;

#[cfg(test)]
mod tests {
    use super::PageError;

    #[test]
    fn each_error_says_what_is_wrong() {
        for (error, text) in [
            (PageError::NoCursor, "the page's link to the next one holds no cursor"),
            (PageError::Gap, "the page is empty, though the server says that there are more items"),
            (PageError::WrongCursor, "the place to go on belongs to a listing of another kind"),
            (PageError::Cycle, "the page's cursor was there before, so the listing would never end"),
        ] {
            assert_eq!(error.to_string(), text);
        }
    }
}

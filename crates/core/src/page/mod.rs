//! Pages of listings as data: their envelopes, where the next page starts, what is wrong with
//! them.

mod counted;
mod cursor;
mod envelope;
mod last_active;
mod linked;
mod resources;

pub use counted::Counted;
pub use cursor::{Cursor, cursor_of};
pub use last_active::{LastActiveDates, LastActivePage};
pub use linked::LinkedPage;
pub use resources::ResourcePage;

/// How a listing goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// Not a listing.
    None,
    /// By the query parameter `cursor`, until a page names no next one.
    QueryCursor,
    /// By the body's member `cursor`, until a page names no next one.
    BodyCursor,
    /// By the body's property `cursor`, without any other property.
    BodyCursorOnly,
    /// By the query parameter `cursor`; the items stand within one object, as those of
    /// [`LastActivePage`] do.
    Nested,
    /// By the query parameter `startIndex`, which counts from 1, until `totalResults` items have
    /// come.
    StartIndex,
    /// By the query parameter `cursor`. The last page may have a next cursor, so an empty page is
    /// the end.
    Endless,
}

impl Paging {
    /// The argument that a request takes the cursor in.
    #[must_use]
    pub const fn argument(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::StartIndex => Some("startIndex"),
            _ => Some("cursor"),
        }
    }
}

/// A page of a listing: items, and where the next ones are.
pub trait Page: Send + 'static {
    /// What it holds.
    type Item;

    /// Returns the start of the next page, or `None` at the end.
    ///
    /// # Errors
    /// [`PageError::NoCursor`] if there is a link without a cursor: stopping there would silently
    /// lose the remaining items.
    fn next(&self) -> Result<Option<Cursor>, PageError>;

    /// What the page says of the numbers of its items, where the listing counts them instead of
    /// naming a cursor. A walk then goes by what it asked for and received, not by [`Self::next`].
    fn counted(&self) -> Option<Counted> {
        None
    }

    /// The items, in order.
    fn into_items(self) -> Vec<Self::Item>;
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
    /// The cursor belongs to another kind of listing: a number instead of a token, or the other
    /// way round.
    WrongCursor,
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NoCursor => "the page's link to the next one holds no cursor",
            Self::Gap => "the page is empty, though the server says that there are more items",
            Self::WrongCursor => "the next cursor belongs to a listing of another kind",
            Self::Cycle => "the page's cursor was there before, so the listing would never end",
        })
    }
}

impl std::error::Error for PageError {}

#[cfg(test)]
mod tests {
    use super::PageError;

    #[test]
    fn each_error_says_what_is_wrong() {
        for (error, text) in [
            (PageError::NoCursor, "the page's link to the next one holds no cursor"),
            (PageError::Gap, "the page is empty, though the server says that there are more items"),
            (PageError::WrongCursor, "the next cursor belongs to a listing of another kind"),
            (PageError::Cycle, "the page's cursor was there before, so the listing would never end"),
        ] {
            assert_eq!(error.to_string(), text);
        }
    }
}

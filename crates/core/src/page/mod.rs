//! Pages of listings as data: their types, their cursors, and the conventions of listings.

mod cursor;
mod envelope;
mod error;
mod host_json;
mod last_active;
mod linked;
mod paging;
mod received;
mod resources;

pub use cursor::{Cursor, cursor_of};
pub use error::PageError;
pub use host_json::{HostJson, HostPage};
pub use last_active::{LastActiveDates, LastActivePage};
pub use linked::LinkedPage;
pub use paging::{Convention, Paging};
pub(crate) use received::split;
pub use received::{Counted, Received};
pub use resources::ResourcePage;

/// A page of a listing: its items, and the start of the next page.
pub trait Page: Send + 'static {
    /// The type of the items.
    type Item;

    /// Returns the start of the next page, or `None` at the end.
    ///
    /// # Errors
    /// [`PageError::NoCursor`] if there is a link without a cursor: stopping there would silently
    /// lose the remaining items.
    fn next(&self) -> Result<Option<Cursor>, PageError>;

    /// The numbers of the items, if the listing counts them instead of returning a cursor. A walk
    /// then depends on what it requested and received, not on [`Self::next`].
    fn counted(&self) -> Option<Counted> {
        None
    }

    /// The items, in order.
    fn into_items(self) -> Vec<Self::Item>;
}

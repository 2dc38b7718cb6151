//! Listings: by page or by item, from any position, as any type.

mod counted;
mod course;
mod items;
mod loop_guard;
mod page;
mod pages;
pub(crate) mod read_ahead;
mod untyped;
mod untyped_walk;

use serde::de::DeserializeOwned;

pub(crate) use course::Course;
pub use items::Items;
pub(crate) use loop_guard::LoopGuard;
pub use page::ItemPage;
pub use pages::{Pages, Position};
pub use untyped::UntypedPages;
pub use untyped_walk::UntypedWalk;

use crate::operation::Endpoint;
use crate::page::{Cursor, Page, PageError};

/// An operation that returns a listing in pages.
pub trait Paged: Endpoint {
    /// The type of the items.
    type Item: DeserializeOwned + Send + 'static;
    /// The type of a page around items of any type: [`Raw`](crate::Raw), or a type of the caller
    /// with fewer fields.
    type Page<T: DeserializeOwned + Send + 'static>: Page<Item = T> + DeserializeOwned;

    /// Returns the same call for the page at `cursor`.
    ///
    /// # Errors
    /// [`PageError::WrongCursor`] if the cursor belongs to another listing.
    fn at(&self, cursor: Cursor) -> Result<Self, PageError>;

    /// The number of the first item that the call requests, from 1, if the listing counts its
    /// items.
    fn start(&self) -> Option<u64> {
        None
    }
}

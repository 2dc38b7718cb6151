//! Listings: page by page, item by item, from any place and to any type.

mod counted;
mod course;
mod cycle;
mod items;
mod page;
mod pages;
mod untyped;
mod untyped_walk;

use serde::de::DeserializeOwned;

pub(crate) use course::Course;
pub use course::Received;
pub(crate) use cycle::CycleGuard;
pub use items::Items;
pub use page::ItemPage;
pub use pages::{Pages, Position};
pub use untyped::UntypedPages;
pub use untyped_walk::UntypedWalk;

pub use crate::json::MalformedItem;
pub use crate::page::{
    Counted, Cursor, LastActiveDates, LastActivePage, LinkedPage, Page, PageError, ResourcePage, cursor_of,
};

use crate::operation::Endpoint;

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

//! The paging conventions: how a request takes a cursor, and which type a page has.

use serde_json::{Map, Value};

use super::host_json::{HostJson, HostPage};
use super::received::split;
use super::{LastActivePage, LinkedPage, Received, ResourcePage};
use crate::json::{DecodeError, Raw, decode_slice};

/// How a request takes a cursor, and where a listing ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Convention {
    /// The argument that takes the cursor.
    pub argument: &'static str,
    /// Whether the cursor is the number of an item, counted from 1, instead of a token.
    pub is_number: bool,
    /// Whether a request for a further page has no arguments but the cursor and those of the path.
    pub is_alone: bool,
    /// Whether an empty page is the last one, even if it has a next cursor.
    pub ends_when_empty: bool,
}

impl Convention {
    /// The most common convention: the cursor is added to the arguments.
    const CURSOR: Self =
        Self { argument: "cursor", is_number: false, is_alone: false, ends_when_empty: false };

    /// The number of the first item that a call requests, if the listing counts its items.
    pub(crate) fn start(&self, arguments: &Map<String, Value>) -> Option<u64> {
        match arguments.get(self.argument).filter(|_| self.is_number)? {
            Value::String(text) => text.parse().ok(),
            start => start.as_u64(),
        }
    }
}

/// Declares each convention: the type of its pages, and the facts that differ from those of
/// [`Convention::CURSOR`].
macro_rules! conventions {
    ($($(#[$doc:meta])* $name:ident: $page:ident { $($fact:ident: $value:expr),* $(,)? })*) => {
        /// How a listing continues.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Paging {
            /// Not a listing.
            None,
            $($(#[$doc])* $name,)*
        }

        impl Paging {
            /// All conventions, and [`Self::None`].
            pub const ALL: &[Self] = &[Self::None, $(Self::$name),*];

            /// The facts of the convention. `None` if the operation is not a listing.
            #[must_use]
            pub const fn convention(self) -> Option<Convention> {
                match self {
                    Self::None => None,
                    $(Self::$name => Some(Convention { $($fact: $value,)* ..Convention::CURSOR }),)*
                }
            }

            /// Reads a page that the host has parsed. `None` if the operation is not a listing.
            ///
            /// # Errors
            /// If the response is not a page.
            pub fn read<V: HostJson>(self, response: &V) -> Result<Option<HostPage<V>>, DecodeError> {
                match self {
                    Self::None => Ok(None),
                    $(Self::$name => $page::<()>::read(response).map(Some),)*
                }
            }

            /// Decodes a page with items as the server sent them.
            pub(crate) fn decode(self, body: &[u8]) -> Result<RawPage, DecodeError> {
                match self {
                    Self::None => Err(DecodeError::new(".", "expected a page")),
                    $(Self::$name => decode_slice::<$page<Raw<Value>>>(body).map(split),)*
                }
            }
        }
    };
}

conventions! {
    /// By the query parameter `cursor`, until a page has no next cursor.
    QueryCursor: LinkedPage {}
    /// By the property `cursor` of the body, until a page has no next cursor.
    BodyCursor: LinkedPage {}
    /// By the property `cursor` of the body, without any other property.
    BodyCursorOnly: LinkedPage { is_alone: true }
    /// By the query parameter `cursor`. The items are in an object, as in a [`LastActivePage`].
    NestedItems: LastActivePage {}
    /// By the query parameter `startIndex`, until `totalResults` items were received.
    StartIndex: ResourcePage { argument: "startIndex", is_number: true }
    /// By the query parameter `cursor`. The last page can have a next cursor, so an empty page is
    /// the end.
    Stream: LinkedPage { ends_when_empty: true }
}

type RawPage = (Vec<Raw<Value>>, Received);

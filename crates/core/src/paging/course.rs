//! The position of a walk, by cursor or by counting.

use std::ops::Range;

use super::counted::Counter;
use super::{LoopGuard, Position};
use crate::page::{Convention, Cursor, PageError, Received};

/// The position of a walk, and what determines the next one.
#[derive(Debug)]
pub(crate) struct Course {
    /// `None` if the operation is not a listing.
    convention: Option<Convention>,
    /// The start of the next page.
    position: Position,
    /// Why the listing cannot continue there.
    broken: Option<PageError>,
    guard: LoopGuard,
    counter: Counter,
}

impl Course {
    /// Starts at a position. `start` is the number of the first item that the call requests.
    pub(crate) fn new(convention: Option<Convention>, position: Position, mut start: Option<u64>) -> Self {
        let mut guard = LoopGuard::default();
        if let Position::At(cursor) = &position {
            guard.visit(cursor);
            if let Cursor::Index(index) = cursor {
                start = Some(*index);
            }
        }
        Self { convention, position, broken: None, guard, counter: Counter::from(start) }
    }

    /// The start of the next page.
    pub(crate) fn position(&self) -> &Position {
        &self.position
    }

    /// How the listing continues, and where.
    ///
    /// # Errors
    /// Why it cannot.
    pub(crate) fn next(&self) -> Result<(Convention, &Position), PageError> {
        match (&self.broken, self.convention) {
            (Some(error), _) => Err(error.clone()),
            (None, None) => Err(PageError::NotAListing),
            (None, Some(convention)) => Ok((convention, &self.position)),
        }
    }

    /// Advances past a page. Returns the range of its new items.
    pub(crate) fn accept(&mut self, page: Received) -> Range<usize> {
        let (new, next) = match page.counted {
            Some(counted) => self.counter.accept(counted, page.items),
            None => (0..page.items, self.next_position(page)),
        };
        match next {
            Ok(position) => self.position = position,
            Err(error) => self.broken = Some(error),
        }
        new
    }

    /// Returns the position after a page with a cursor: the next page, or the end.
    fn next_position(&mut self, page: Received) -> Result<Position, PageError> {
        let ends_when_empty = self.convention.is_some_and(|convention| convention.ends_when_empty);
        match page.next? {
            Some(_) if page.items == 0 && ends_when_empty => Ok(Position::End),
            Some(cursor) if self.guard.visit(&cursor) => Ok(Position::At(cursor)),
            Some(_) => Err(PageError::Loop),
            None => Ok(Position::End),
        }
    }
}

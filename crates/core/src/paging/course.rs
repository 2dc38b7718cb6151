//! Decides the next position of a walk, by cursor or by counting.

use std::ops::Range;

use super::counted::Counter;
use super::{CycleGuard, Position};
use crate::page::{Counted, Cursor, PageError, Paging};

/// The facts that a walk needs about a page.
#[derive(Debug, Clone)]
pub struct Received {
    /// The number of items on the page.
    pub items: usize,
    /// The next cursor, if the listing has cursors.
    pub next: Result<Option<Cursor>, PageError>,
    /// The numbers of the items, if the listing counts them.
    pub counted: Option<Counted>,
}

/// The state that determines the next position of a walk.
#[derive(Debug, Default)]
pub(crate) struct Course {
    cycle: CycleGuard,
    counter: Counter,
}

impl Course {
    /// Starts at a position. `start` is the number that the call requests.
    pub(crate) fn from(position: &Position, start: Option<u64>) -> Self {
        let mut cycle = CycleGuard::default();
        let start = match position {
            Position::At(cursor) => {
                cycle.visit(cursor);
                match cursor {
                    Cursor::Index(index) => Some(*index),
                    Cursor::Token(_) => start,
                }
            }
            Position::Start | Position::End => start,
        };
        Self { cycle, counter: Counter::from(start) }
    }

    /// Advances past a page. Returns the range of new items and the next position.
    ///
    /// # Errors
    /// The error of the page's next link, and [`PageError::Cycle`].
    pub(crate) fn accept(
        &mut self,
        paging: Paging,
        page: Received,
    ) -> (Range<usize>, Result<Position, PageError>) {
        match page.counted {
            Some(counted) => self.counter.accept(counted, page.items),
            None => (0..page.items, self.cycle.next_position(paging, page.items == 0, page.next)),
        }
    }
}

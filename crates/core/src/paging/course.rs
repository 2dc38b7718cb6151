//! The next position of a walk, by cursor or by counting.

use std::ops::Range;

use super::counted::Counter;
use super::{CycleGuard, Position};
use crate::page::Counted;
use crate::page::Paging;
use crate::page::{Cursor, PageError};

/// What a walk has to know of a page.
#[derive(Debug, Clone)]
pub struct Received {
    /// How many items are on it.
    pub items: usize,
    /// The next cursor, of a listing that names one.
    pub next: Result<Option<Cursor>, PageError>,
    /// What is counted, of a listing that counts.
    pub counted: Option<Counted>,
}

/// The state that decides the next position of a walk.
#[derive(Debug, Default)]
pub(crate) struct Course {
    cycle: CycleGuard,
    counter: Counter,
}

impl Course {
    /// A walk that begins at a position; `start` is the number that its call asks for.
    pub(crate) fn from(position: &Position, start: Option<u64>) -> Self {
        let mut cycle = CycleGuard::default();
        let start = match position {
            Position::At(cursor) => {
                cycle.advance(cursor);
                match cursor {
                    Cursor::Index(index) => Some(*index),
                    Cursor::Token(_) => start,
                }
            }
            Position::Start | Position::End => start,
        };
        Self { cycle, counter: Counter::from(start) }
    }

    /// Moves past a page. Returns which of its items are new, and the next position.
    ///
    /// # Errors
    /// What the page says is wrong with the next one, and [`PageError::Cycle`].
    pub(crate) fn turn(
        &mut self,
        paging: Paging,
        page: Received,
    ) -> (Range<usize>, Result<Position, PageError>) {
        match page.counted {
            Some(counted) => self.counter.turn(counted, page.items),
            None => (0..page.items, self.cycle.way_on(paging, page.items == 0, page.next)),
        }
    }
}

//! Cursors that come back, in bounded memory.

use super::Position;
use crate::page::Paging;
use crate::page::{Cursor, PageError};

/// How many of the latest cursors are remembered.
const RECENT: usize = 64;

/// Notices that a walk goes round in a circle.
///
/// A short circle is noticed at the first cursor that comes back. One longer than the memory is noticed too, at most a few rounds
/// later: a landmark is compared with every cursor and moved ever more rarely (Brent's method), so that it ends up inside
/// any circle and stays there for longer than a round.
#[derive(Debug, Default)]
pub(crate) struct CycleGuard {
    /// The oldest first. They are so few that moving them up costs nothing beside a page.
    recent: Vec<Cursor>,
    landmark: Option<Cursor>,
    steps: u64,
    patience: u64,
}

impl CycleGuard {
    /// Where a walk stands behind a page: at the next one, or at the end.
    ///
    /// # Errors
    /// What the page says is wrong with its next one, and [`PageError::Cycle`].
    pub(crate) fn way_on(
        &mut self,
        paging: Paging,
        empty: bool,
        next: Result<Option<Cursor>, PageError>,
    ) -> Result<Position, PageError> {
        match next? {
            None => Ok(Position::End),
            Some(_) if empty && paging == Paging::Endless => Ok(Position::End),
            Some(cursor) if self.advance(&cursor) => Ok(Position::At(cursor)),
            Some(_) => Err(PageError::Cycle),
        }
    }

    /// Notes that the walk goes on at `cursor`; `false` if it has been there before.
    pub(crate) fn advance(&mut self, cursor: &Cursor) -> bool {
        if self.recent.contains(cursor) || self.landmark.as_ref() == Some(cursor) {
            return false;
        }
        if self.recent.len() == RECENT {
            self.recent.remove(0);
        }
        self.recent.push(cursor.clone());
        self.steps += 1;
        if self.steps > self.patience {
            self.landmark = Some(cursor.clone());
            self.patience = (self.patience * 2).max(1);
            self.steps = 0;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// How many cursors pass before the circle is noticed.
    fn noticed_after(lead: usize, period: usize) -> Option<usize> {
        let mut guard = CycleGuard::default();
        (0..lead + 20 * (lead + period) + 10).find(|step| {
            let position = if *step < lead { *step } else { lead + (step - lead) % period };
            !guard.advance(&Cursor::from(position.to_string()))
        })
    }

    #[test]
    fn a_short_circle_is_noticed_at_once() {
        assert_eq!(noticed_after(0, 1), Some(1), "A, A");
        assert_eq!(noticed_after(0, 2), Some(2), "A, B, A");
        assert_eq!(noticed_after(1000, 3), Some(1003));
    }

    #[test]
    fn a_long_circle_is_noticed_when_it_comes_back_to_the_landmark() {
        // The landmark is put at the cursors 0, 2, 5, 10, 19, 36, 69 and 134: the first from which on a round fits before the next.
        assert_eq!(noticed_after(0, 65), Some(69 + 65));
        assert_eq!(noticed_after(0, 100), Some(134 + 100));
    }

    proptest! {
        #[test]
        fn every_circle_is_noticed_in_bounded_memory(lead in 0_usize..2000, period in 1_usize..2000) {
            let noticed = noticed_after(lead, period);
            prop_assert!(noticed.is_some_and(|step| step >= lead + period && step <= 4 * (lead + period) + 4), "{:?}", noticed);
        }
    }

    #[test]
    fn fresh_cursors_never_end_a_walk_and_memory_stays_flat() {
        let mut guard = CycleGuard::default();
        assert!((0..100_000).all(|step| guard.advance(&Cursor::from(step.to_string()))));
        assert_eq!(guard.recent.len(), RECENT);
    }
}

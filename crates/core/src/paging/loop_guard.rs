//! Detection of pagination loops, in constant memory.

use crate::page::Cursor;

/// The number of recent cursors that are remembered.
const RECENT: usize = 64;

/// Detects pagination loops.
///
/// A loop of up to 64 cursors is detected at the first repeated cursor. A longer loop is detected
/// at most a few rounds later by Brent's algorithm: each cursor is compared with a tortoise, which
/// moves to the current cursor at intervals that double. So the tortoise finally stays inside the
/// loop for longer than a round.
#[derive(Debug, Default)]
pub(crate) struct LoopGuard {
    /// The oldest first. Moving so few cursors costs nothing compared with a request.
    recent: Vec<Cursor>,
    tortoise: Option<Cursor>,
    steps: u64,
    power: u64,
}

impl LoopGuard {
    /// Records that the walk continues at `cursor`. Returns `false` if the cursor was visited
    /// before.
    pub(crate) fn visit(&mut self, cursor: &Cursor) -> bool {
        if self.recent.contains(cursor) || self.tortoise.as_ref() == Some(cursor) {
            return false;
        }
        if self.recent.len() == RECENT {
            self.recent.remove(0);
        }
        self.recent.push(cursor.clone());
        self.steps += 1;
        if self.steps > self.power {
            self.tortoise = Some(cursor.clone());
            self.power = (self.power * 2).max(1);
            self.steps = 0;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The number of cursors before the loop is detected.
    fn detected_after(lead: usize, period: usize) -> Option<usize> {
        let mut guard = LoopGuard::default();
        (0..lead + 20 * (lead + period) + 10).find(|step| {
            let position = if *step < lead { *step } else { lead + (step - lead) % period };
            !guard.visit(&Cursor::from(position.to_string()))
        })
    }

    #[test]
    fn short_loop_is_detected_at_once() {
        assert_eq!(detected_after(0, 1), Some(1), "A, A");
        assert_eq!(detected_after(0, 2), Some(2), "A, B, A");
        assert_eq!(detected_after(1000, 3), Some(1003));
    }

    #[test]
    fn long_loop_is_detected_when_it_returns_to_tortoise() {
        // The tortoise moves to the cursors 0, 2, 5, 10, 19, 36, 69 and 134. 134 is the first one
        // after which a whole round fits before the next move.
        assert_eq!(detected_after(0, 65), Some(69 + 65));
        assert_eq!(detected_after(0, 100), Some(134 + 100));
    }

    proptest! {
        #[test]
        fn every_loop_is_detected_in_bounded_memory(lead in 0_usize..2000, period in 1_usize..2000) {
            let detected = detected_after(lead, period);
            prop_assert!(detected.is_some_and(|step| step >= lead + period && step <= 4 * (lead + period) + 4), "{:?}", detected);
        }
    }

    #[test]
    fn guard_accepts_new_cursors_in_constant_memory() {
        let mut guard = LoopGuard::default();
        assert!((0..100_000).all(|step| guard.visit(&Cursor::from(step.to_string()))));
        assert_eq!(guard.recent.len(), RECENT);
    }
}

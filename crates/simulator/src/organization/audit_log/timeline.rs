//! When events are processed: pure arithmetic in both directions, so that no listing has to be
//! stored or scanned.

use crate::rng::{Rng, Subject};

/// At most this long before the start lies the first event: the real log goes back 180 days.
const LONGEST: i64 = 170 * 86_400_000;

/// At most this far apart are the events of the history.
const WIDEST: i64 = 50_000;

/// Processing times, in milliseconds since 1970: strictly increasing with the index of the event.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timeline {
    seed: u64,
    start: i64,
    /// How many events there are before the start.
    history: u64,
    /// How far they reach back.
    span: i64,
    /// Milliseconds between the events after the start, if there are any.
    gap: Option<f64>,
}

impl Timeline {
    pub(crate) fn new(seed: u64, start: i64, history: u64, per_minute: f64) -> Self {
        let span = i64::try_from(history).unwrap_or(i64::MAX).saturating_mul(WIDEST).min(LONGEST);
        // Times have whole milliseconds, so events cannot be closer.
        let gap = (per_minute > 0.0).then(|| (60_000.0 / per_minute).max(1.0));
        Self { seed, start, history, span, gap }
    }

    /// When the event of this index is or will be processed.
    pub(crate) fn processed_at(&self, index: u64) -> i64 {
        let (base, next) = (self.base(index), self.base(index + 1));
        let mut room = next.saturating_sub(base) / 2;
        if index < self.history {
            // The first event after the start may be much further away than the events before it.
            room = room.min(self.start.saturating_sub(base));
        }
        let room = u64::try_from(room).unwrap_or_default();
        let jitter = Rng::new(self.seed, Subject::Jitter, index).below(room);
        base.saturating_add(i64::try_from(jitter).unwrap_or_default())
    }

    /// How many events are processed at `time`: the index of the first one after it.
    pub(crate) fn count_at(&self, time: i64) -> u64 {
        let (mut low, mut high) = (0, self.history.saturating_add(self.new_events(time)));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.processed_at(middle) <= time { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// When the simulation starts.
    pub(crate) const fn start(&self) -> i64 {
        self.start
    }

    /// The time of an index before jitter.
    fn base(&self, index: u64) -> i64 {
        if index < self.history {
            let back = i128::from(self.span) * i128::from(self.history - index) / i128::from(self.history);
            return self.start.saturating_sub(i64::try_from(back).unwrap_or(i64::MAX));
        }
        let after = (index - self.history + 1) as f64 * self.gap.unwrap_or(WIDEST as f64);
        self.start.saturating_add(after as i64)
    }

    /// No fewer than the new events at `time`.
    fn new_events(&self, time: i64) -> u64 {
        match self.gap {
            // One more each for the two roundings.
            Some(gap) if time > self.start => (time.saturating_sub(self.start) as f64 / gap) as u64 + 2,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const START: i64 = 1_767_225_600_000;

    proptest! {
        #[test]
        fn times_increase_and_map_back_to_their_index(
            seed in any::<u64>(),
            history in 0_u64..20_000_000,
            place in 0.0..1.2,
            rate in prop_oneof![Just(0.0), 0.1..60_000.0],
        ) {
            let timeline = Timeline::new(seed, START, history, rate);
            let anywhere = ((history + 100) as f64 * place) as u64;
            for index in [anywhere, 0, history.saturating_sub(1), history] {
                let time = timeline.processed_at(index);
                prop_assert!(timeline.processed_at(index + 1) > time);
                prop_assert_eq!(index < history, time < START);
                prop_assert!(time >= START - LONGEST);
                if index < history || rate > 0.0 {
                    prop_assert_eq!(timeline.count_at(time), index + 1);
                    prop_assert_eq!(timeline.count_at(time - 1), index);
                }
            }
        }
    }

    #[test]
    fn history_ends_just_before_the_start() {
        assert_eq!(Timeline::new(0, START, 1_226_306, 0.0).count_at(START), 1_226_306);
        let timeline = Timeline::new(1, START, 10_000, 0.0);
        assert_eq!(timeline.count_at(START), 10_000);
        assert_eq!(timeline.count_at(START + LONGEST), 10_000, "no new events unless asked for");
        assert_eq!(timeline.count_at(START - LONGEST), 0);
        assert!(timeline.processed_at(0) < START - 9_999 * WIDEST);
        assert!(timeline.processed_at(9_999) > START - WIDEST - 1);
    }
}

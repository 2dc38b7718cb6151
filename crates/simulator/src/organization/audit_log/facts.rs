//! What can be known of an event without writing it: enough to sort and filter ten million of
//! them.

use super::actions::draw_action;
use super::places::ip;
use crate::organization::audit_log::{Action, PLACES, Place, Written};
use crate::organization::{Change, World};
use crate::quirk::Quirk;
use crate::rng::{Rng, Subject};

/// The numbers of the changes among the events begin here; the timeline's indices never reach it.
pub(super) const WRITTEN: u64 = 1 << 63;

/// An event is processed at least this long after it happened, in milliseconds.
const MIN_LAG: i64 = 200;

/// And at most this long.
pub(crate) const MAX_LAG: i64 = 30 * 60_000;

/// The author of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Actor {
    /// The account of this index.
    Account(u64),
    /// An app: its identifier and its name.
    App(&'static str, &'static str),
}

/// The facts of an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    /// What its identifier is made of.
    pub(super) number: u64,
    pub(crate) processed_at: i64,
    pub(crate) time: i64,
    pub(crate) action: Action,
    pub(crate) actor: Actor,
    /// Where it happened. At times only the part of the world is known, or nothing.
    pub(crate) place: Place,
    /// What a request has changed, if that is what the event is about.
    pub(super) change: Option<&'a Change>,
    /// Where the random numbers of the remaining members begin.
    pub(super) rng: Rng,
}

impl Facts<'_> {
    /// The IP address, where there is one.
    pub(crate) fn ip(&self) -> Option<String> {
        self.known_place().map(|_| ip(&mut self.rng.clone()))
    }

    /// The place, where all of it is known.
    pub(crate) fn known_place(&self) -> Option<Place> {
        Some(self.place).filter(|place| !place.city.is_empty())
    }
}

impl World {
    pub(crate) fn facts(&self, index: u64) -> Facts<'static> {
        let processed_at = self.timeline.processed_at(index);
        let mut rng = Rng::new(self.seed, Subject::Event, index);
        let sparse = self.quirks.has(Quirk::SparseEvents);
        let action = draw_action(&mut rng);
        let (apps, scenes) = (rng.below(4), rng.below(4));
        let actor = match action.product {
            Some("confluence") if sparse && apps == 0 => Actor::App("confluence", "Confluence"),
            Some("jira") if sparse && apps == 0 => Actor::App("jira", "Jira"),
            _ => {
                // Some accounts do far more than others.
                let busiest = 1 + rng.below(self.accounts.max(1));
                Actor::Account(rng.below(busiest))
            }
        };
        let place = rng.pick(&PLACES);
        let place = match (sparse, scenes, actor) {
            (true, 0, _) | (true, _, Actor::App(..)) => Place { geo: place.geo, ..Place::default() },
            (true, 1, _) => Place::default(),
            _ => place,
        };
        let mut lags = Rng::new(self.seed, Subject::Lag, index);
        let longest = if lags.once_in(60) { MAX_LAG } else { 1_000 };
        let lag = lags.below(u64::try_from(longest - MIN_LAG).unwrap_or_default());
        let time = processed_at - MIN_LAG - i64::try_from(lag).unwrap_or_default();
        Facts { number: index, processed_at, time, action, actor, place, change: None, rng }
    }

    /// The facts of a change. All changes are made at one place with one key, whose owner is taken
    /// to be the organization's.
    pub(crate) fn written_facts<'a>(&self, written: &'a Written) -> Facts<'a> {
        let mut rng = Rng::new(self.seed, Subject::Event, WRITTEN);
        Facts {
            number: WRITTEN | written.number,
            processed_at: written.processed_at,
            time: written.time,
            action: Action::of_change(written.change.action),
            actor: Actor::Account(self.owner().unwrap_or_default()),
            place: rng.pick(&PLACES),
            change: Some(&written.change),
            rng,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::world;

    #[test]
    fn events_happen_shortly_before_they_are_processed() {
        let world = world(1, &[]);
        let lags: Vec<_> = (0..10_000)
            .map(|index| world.facts(index))
            .map(|facts| facts.processed_at - facts.time)
            .collect();
        assert!(lags.iter().all(|lag| (MIN_LAG..MAX_LAG).contains(lag)));
        let late = lags.iter().filter(|lag| **lag > 60_000).count();
        assert!((100..250).contains(&late), "{late} of 10,000 are minutes late");
    }
}

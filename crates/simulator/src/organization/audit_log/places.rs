//! Where actors are.

use std::sync::LazyLock;

use crate::organization::names::rows;
use crate::rng::Rng;

/// A place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) city: &'static str,
    pub(crate) region: &'static str,
    pub(crate) country: &'static str,
    pub(crate) geo: &'static str,
    pub(crate) time_zone: &'static str,
}

/// Where the actors of events are, and users live.
pub(crate) static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let places = rows(include_str!("places.txt")).into_iter();
    places
        .map(|[city, region, country, geo, time_zone]| Place { city, region, country, geo, time_zone })
        .collect()
});

/// An address out of the blocks that are reserved for documentation.
pub(crate) fn ip(rng: &mut Rng) -> String {
    match rng.below(8) {
        0 => format!("2001:db8:{:x}::{:x}", rng.below(16), 1 + rng.below(64)),
        1..=3 => format!("192.0.2.{}", 1 + rng.below(254)),
        4 | 5 => format!("198.51.100.{}", 1 + rng.below(254)),
        _ => format!("203.0.113.{}", 1 + rng.below(254)),
    }
}

//! Where actors are.

use crate::hash::Draw;

/// A place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) city: &'static str,
    pub(crate) region: &'static str,
    pub(crate) country: &'static str,
    pub(crate) geo: &'static str,
}

const fn place(city: &'static str, region: &'static str, country: &'static str, geo: &'static str) -> Place {
    Place { city, region, country, geo }
}

pub(super) const PLACES: [Place; 12] = [
    place("Austin", "Texas", "United States", "NA"),
    place("San Francisco", "California", "United States", "NA"),
    place("Toronto", "Ontario", "Canada", "NA"),
    place("São Paulo", "São Paulo", "Brazil", "SA"),
    place("London", "England", "United Kingdom", "EU"),
    place("Amsterdam", "North Holland", "Netherlands", "EU"),
    place("Zürich", "Zurich", "Switzerland", "EU"),
    place("Gdańsk", "Pomerania", "Poland", "EU"),
    place("Bengaluru", "Karnataka", "India", "AS"),
    place("Tokyo", "Tokyo", "Japan", "AS"),
    place("Sydney", "New South Wales", "Australia", "OC"),
    place("Cape Town", "Western Cape", "South Africa", "AF"),
];

/// An address out of the blocks that are reserved for documentation.
pub(super) fn ip(draw: &mut Draw) -> String {
    match draw.below(8) {
        0 => format!("2001:db8:{:x}::{:x}", draw.below(16), 1 + draw.below(64)),
        1..=3 => format!("192.0.2.{}", 1 + draw.below(254)),
        4 | 5 => format!("198.51.100.{}", 1 + draw.below(254)),
        _ => format!("203.0.113.{}", 1 + draw.below(254)),
    }
}

//! Where actors are.

use crate::hash::Draw;

/// A place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) city: &'static str,
    pub(crate) region: &'static str,
    pub(crate) country: &'static str,
    pub(crate) geo: &'static str,
    pub(crate) time_zone: &'static str,
}

const fn place(
    city: &'static str,
    region: &'static str,
    country: &'static str,
    geo: &'static str,
    time_zone: &'static str,
) -> Place {
    Place { city, region, country, geo, time_zone }
}

pub(crate) const PLACES: [Place; 12] = [
    place("Austin", "Texas", "United States", "NA", "America/Chicago"),
    place("San Francisco", "California", "United States", "NA", "America/Los_Angeles"),
    place("Toronto", "Ontario", "Canada", "NA", "America/Toronto"),
    place("São Paulo", "São Paulo", "Brazil", "SA", "America/Sao_Paulo"),
    place("London", "England", "United Kingdom", "EU", "Europe/London"),
    place("Amsterdam", "North Holland", "Netherlands", "EU", "Europe/Amsterdam"),
    place("Zürich", "Zurich", "Switzerland", "EU", "Europe/Zurich"),
    place("Gdańsk", "Pomerania", "Poland", "EU", "Europe/Warsaw"),
    place("Bengaluru", "Karnataka", "India", "AS", "Asia/Kolkata"),
    place("Tokyo", "Tokyo", "Japan", "AS", "Asia/Tokyo"),
    place("Sydney", "New South Wales", "Australia", "OC", "Australia/Sydney"),
    place("Cape Town", "Western Cape", "South Africa", "AF", "Africa/Johannesburg"),
];

/// An address out of the blocks that are reserved for documentation.
pub(crate) fn ip(draw: &mut Draw) -> String {
    match draw.below(8) {
        0 => format!("2001:db8:{:x}::{:x}", draw.below(16), 1 + draw.below(64)),
        1..=3 => format!("192.0.2.{}", 1 + draw.below(254)),
        4 | 5 => format!("198.51.100.{}", 1 + draw.below(254)),
        _ => format!("203.0.113.{}", 1 + draw.below(254)),
    }
}

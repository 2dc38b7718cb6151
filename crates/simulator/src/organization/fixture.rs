//! What the tests of the domains share: small organizations.

use super::audit_log::Timeline;
use super::{Size, World};
use crate::quirk::{Quirk, Quirks};

/// 2026-01-01T00:00Z.
pub(crate) const START: i64 = 1_767_225_600_000;

pub(crate) fn sized(seed: u64, size: Size, quirks: &[Quirk]) -> World {
    let quirks = Quirks(quirks.iter().copied().collect());
    World::new(seed, size, Timeline::new(seed, START, 10_000, 0.0), quirks)
}

pub(crate) fn world(seed: u64, quirks: &[Quirk]) -> World {
    sized(seed, Size { domains: 30, ..Size::default() }, quirks)
}

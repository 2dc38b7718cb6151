//! What a simulator is made from.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::fault::Fault;
use crate::organization::Size;
use crate::quirk::Quirks;

/// When simulated time starts unless it is set: a day of January 2026 that follows from the seed.
#[must_use]
pub fn default_start(seed: u64) -> SystemTime {
    /// 2026-01-01T00:00Z.
    const EPOCH: u64 = 1_767_225_600;
    UNIX_EPOCH + Duration::from_secs(EPOCH + seed % 28 * 86_400)
}

#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) size: Size,
    pub(crate) events: u64,
    pub(crate) events_per_minute: f64,
    pub(crate) now: Option<SystemTime>,
    pub(crate) rate_limits: bool,
    pub(crate) cors: bool,
    pub(crate) quirks: Quirks,
    pub(crate) faults: Vec<Fault>,
    /// The seed of the keys, where it is not that of the organization.
    pub(crate) key_seed: Option<u64>,
}

impl Settings {
    /// When simulated time starts.
    pub(crate) fn start(&self) -> SystemTime {
        self.now.unwrap_or_else(|| default_start(self.seed))
    }

    /// The settings of another organization, with the key, time and CORS of this one.
    pub(crate) fn joined(&self, mut other: Self) -> Self {
        other.key_seed = Some(self.seed);
        other.now = Some(self.start());
        other.cors = self.cors;
        other
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 1,
            size: Size::default(),
            events: 10_000,
            events_per_minute: 0.0,
            now: None,
            rate_limits: true,
            cors: false,
            quirks: Quirks::default(),
            faults: Vec::new(),
            key_seed: None,
        }
    }
}

//! The settings of a simulator.

use std::time::{Duration, SystemTime};

use atlassian_admin_core::model::EpochMillis;
use atlassian_admin_simulator::{Fault, Quirk, SimulatorBuilder};
use serde::Deserialize;
use serde_json::Value;

/// The settings; each has the simulator's own default.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Settings {
    seed: Option<u64>,
    accounts: Option<u64>,
    groups: Option<u64>,
    directories: Option<u64>,
    domains: Option<u64>,
    events: Option<u64>,
    events_per_minute: Option<f64>,
    now: Option<EpochMillis>,
    rate_limits: Option<bool>,
    quirks: Vec<String>,
    faults: Vec<String>,
}

impl Settings {
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
        serde_path_to_error::deserialize(value)
            .map_err(|error| format!("{}: {}", error.path(), error.inner()))
    }

    pub(crate) fn apply(self, mut builder: SimulatorBuilder) -> Result<SimulatorBuilder, String> {
        /// Applies the settings that are given.
        macro_rules! set {
            ($($name:ident),+) => {
                $(if let Some(value) = self.$name { builder = builder.$name(value); })+
            };
        }
        set!(seed, accounts, groups, directories, domains, events, rate_limits);
        if let Some(rate) = self.events_per_minute {
            if !rate.is_finite() || rate < 0.0 {
                return Err("eventsPerMinute: must be a number from 0 on".to_owned());
            }
            builder = builder.events_per_minute(rate);
        }
        if let Some(now) = self.now {
            builder = builder.now(start(now)?);
        }
        for name in &self.quirks {
            builder = builder.quirk(name.parse::<Quirk>().map_err(|error| format!("quirks: {error}"))?);
        }
        for text in &self.faults {
            builder = builder.fault(text.parse::<Fault>().map_err(|error| format!("faults: {error}"))?);
        }
        Ok(builder)
    }
}

/// Checks that HTTP headers can represent a time.
fn start(now: EpochMillis) -> Result<SystemTime, String> {
    /// 10000-01-01T00:00Z.
    const END: u64 = 253_402_300_800_000;
    u64::try_from(now.0)
        .ok()
        .filter(|millis| *millis < END)
        .and_then(|millis| SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis)))
        .ok_or_else(|| "now: must be a time of the years 1970 to 9999".to_owned())
}

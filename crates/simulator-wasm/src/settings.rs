//! Makes a simulator from its settings.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use atlassian_admin_backend_fetch::JsRuntime;
use atlassian_admin_core::model::EpochMillis;
use atlassian_admin_simulator::{Quirk, Simulator, SimulatorBuilder};
use serde::Deserialize;

use crate::input::Input;
use crate::{fault, scenario};

/// The settings of each organization.
const ORGANIZATION: [&str; 11] = [
    "seed",
    "accounts",
    "groups",
    "directories",
    "domains",
    "events",
    "eventsPerMinute",
    "rateLimits",
    "quirks",
    "faults",
    "scenario",
];

/// The settings besides those of each organization.
const SIMULATOR: [&str; 2] = ["now", "organizations"];

/// The largest whole number that JavaScript represents exactly.
const MAX_SAFE: u64 = (1 << 53) - 1;

pub(crate) fn simulator(settings: &Input<'_>) -> Result<Simulator, String> {
    settings.only(&[&ORGANIZATION[..], &SIMULATOR].concat())?;
    let builder = || Simulator::builder(Arc::new(JsRuntime));
    let mut first = organization(settings, builder())?;
    if let Some(now) = settings.get("now") {
        first = first.now(start(&now)?);
    }
    let others = settings.elements("organizations")?;
    for other in &others {
        other.only(&ORGANIZATION)?;
        first = first.organization(organization(other, builder())?);
    }
    let simulator = first.build();
    for (organization, settings) in simulator.organizations().zip(std::iter::once(settings).chain(&others)) {
        settings.get("scenario").map_or(Ok(()), |input| scenario::arrange(&organization, &input))?;
    }
    Ok(simulator)
}

fn organization(settings: &Input<'_>, mut builder: SimulatorBuilder) -> Result<SimulatorBuilder, String> {
    /// Applies the whole numbers that are given.
    macro_rules! whole {
        ($($name:ident: $least:literal to $most:expr;)+) => {
            $(if let Some(value) = settings.get(stringify!($name)) {
                builder = builder.$name(value.whole($least, $most)?);
            })+
        };
    }
    whole! {
        seed: 0 to MAX_SAFE;
        accounts: 0 to 10_000_000;
        groups: 0 to 1_000_000;
        directories: 1 to 1_000;
        domains: 0 to 1_000;
        events: 0 to 10_000_000_000;
    }
    if let Some(rate) = settings.get("eventsPerMinute") {
        builder = builder.events_per_minute(rate.number(60_000.0)?);
    }
    if let Some(rate_limits) = settings.get("rateLimits") {
        builder = builder.rate_limits(rate_limits.boolean()?);
    }
    for name in settings.elements("quirks")? {
        builder = builder.quirk(name.text()?.parse::<Quirk>().map_err(|error| name.refuse(error))?);
    }
    Ok(builder.faults(settings.get("faults").map_or(Ok(Vec::new()), |faults| fault::list(&faults))?))
}

/// Checks that HTTP headers can represent a time.
fn start(now: &Input<'_>) -> Result<SystemTime, String> {
    /// 10000-01-01T00:00Z.
    const END: u64 = 253_402_300_800_000;
    EpochMillis::deserialize(now.value)
        .ok()
        .and_then(|time| u64::try_from(time.0).ok())
        .filter(|millis| *millis < END)
        .and_then(|millis| SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis)))
        .ok_or_else(|| now.must_be("a time of the years 1970 to 9999"))
}

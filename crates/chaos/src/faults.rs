//! Random faults of the simulator.

use fastrand::Rng;

/// What can go wrong with a request: every kind that the simulator knows. `late` is of a whole
/// round, see the plan.
const KINDS: &[&str] = &[
    "429",
    "429:retry-after=1",
    "429:retry-after=http-date",
    "429:retry-after=iso",
    "500",
    "502",
    "503",
    "504",
    "reset",
    "reset-body",
    "truncated-json",
    "wrong-type",
    "html",
    "delay:ms=70",
    "drip:ms=2",
    "drip:ms=20",
    "hang",
    "lost",
    "lost:as=hang",
    "lost:as=504",
    "repeated-cursor",
    "expired-cursor",
    "duplicate",
];

/// The kinds without their settings; some come twice.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().filter_map(|kind| kind.split(':').next())
}

/// A fault, as the simulator reads it: one kind, and the requests that it applies to.
pub(crate) fn fault(rng: &mut Rng) -> String {
    let kind = rng.choice(KINDS).copied().unwrap_or_default();
    let comma = if kind.contains(':') { ',' } else { ':' };
    let skip = of_any_size(rng, 4);
    // Now and then it does not pass, and the exporter has to give up.
    let times = if rng.u64(..8) == 0 { 100 } else { rng.u64(1..=3) };
    let chance = rng.choice(["1", "0.5", "0.2"]).unwrap_or("1");
    format!("{kind}{comma}skip={skip},times={times},chance={chance}")
}

/// A number below `2^bits`, of which small ones are as likely as large ones.
pub(crate) fn of_any_size(rng: &mut Rng, bits: u64) -> u64 {
    let size = rng.u64(..=bits);
    rng.u64(..1 << size)
}

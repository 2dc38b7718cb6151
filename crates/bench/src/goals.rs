//! The goals: the one table of what is compared with what, and the most that each ratio may be.

use std::collections::{BTreeMap, BTreeSet};

/// What was measured: a name, such as `walk.typed`, and its value in the unit of its rows.
pub type Figures = BTreeMap<String, f64>;

/// The figure or the constant that another figure is compared with.
#[derive(Debug, Clone, Copy)]
enum Against {
    Figure(&'static str),
    Constant(f64),
}
use Against::{Constant, Figure};

const INSTRUCTIONS: &str = "Minstr/page";
const BLOCKS: &str = "k/page";
const TIME: &str = "ms/page";
const WORK: &str = "CPU ms/page";
const WAIT: &str = "ms";
const START: &str = "CPU ms";
const SIZE: &str = "kB";
const MEMORY: &str = "MB";

type Goal = (&'static str, &'static str, &'static str, Against, f64);

/// The row's name, the unit, the figure, what it is compared with, and the highest ratio.
#[rustfmt::skip]
const GOALS: &[Goal] = &[
    ("typed walk / reqwest + from_slice", INSTRUCTIONS, "walk.typed", Figure("walk.floor"), 0.85),
    ("typed walk / jira crate", INSTRUCTIONS, "walk.typed", Figure("walk.jira"), 1.0 / 3.0),
    ("export to a file / reqwest + from_slice", INSTRUCTIONS, "walk.export", Figure("walk.floor"), 0.70),
    ("a caller's narrow type / reqwest + from_slice", INSTRUCTIONS, "walk.narrow", Figure("walk.floor"), 0.45),
    ("both times of every event read / typed walk", INSTRUCTIONS, "walk.times", Figure("walk.typed"), 1.03),
    ("reading ahead / typed walk without", INSTRUCTIONS, "walk.typed", Figure("walk.sequential"), 1.03),
    ("typed walk over gzip / plain", INSTRUCTIONS, "walk.gzip", Figure("walk.typed"), 1.35),
    ("decoding with errors located / serde_json alone", INSTRUCTIONS, "decoding.located", Figure("decoding.plain"), 1.01),
    ("search of users: typed walk / reqwest + from_slice", INSTRUCTIONS, "walk.users", Figure("walk.floor_users"), 0.96),
    ("typed walk, largest allocation site, 16 pages / 4", MEMORY, "heap.typed", Figure("heap.typed_few"), 1.05),
    ("typed walk, allocations / reqwest + from_slice", BLOCKS, "allocations.typed", Figure("allocations.floor"), 0.85),
    ("typed walk, allocations / jira crate", BLOCKS, "allocations.typed", Figure("allocations.jira"), 0.20),
    ("read-ahead, 30 ms of awaiting per page / no work", TIME, "ahead.awaits", Figure("ahead.idle"), 1.10),
    ("read-ahead, 30 ms of computing per page / no work", TIME, "ahead.computes", Figure("ahead.idle"), 1.10),
    ("read-ahead, awaiting / one page after the other", TIME, "ahead.awaits", Figure("ahead.sequential"), 1.0 / 1.5),

    ("npm: wasm", SIZE, "size.wasm", Constant(185.0), 1.0),
    ("npm: wasm, brotli", SIZE, "size.wasm-brotli", Constant(78.0), 1.0),
    ("npm: all other code, minified", SIZE, "size.code", Constant(31.0), 1.0),
    ("npm: wasm and code / schemas for zod", SIZE, "size.slim", Figure("size.zod"), 1.0),
    ("npm: the same, brotli", SIZE, "size.slim-brotli", Figure("size.zod-brotli"), 1.0),
    ("npm: all in a single file, brotli", SIZE, "size.single-brotli", Constant(90.0), 1.0),
    ("npm: walk / fetch + json()", WORK, "node.items", Figure("node.floor"), 0.80),
    ("npm: walk by pages / fetch + json()", WORK, "node.package", Figure("node.floor"), 0.80),
    ("npm: walk / fetch + json(), pages in ASCII", WORK, "node.items-ascii", Figure("node.floor-ascii"), 1.08),
    ("npm: walk by pages / fetch + json(), in ASCII", WORK, "node.package-ascii", Figure("node.floor-ascii"), 1.08),
    ("npm: walk / jira.js's core with zod", WORK, "node.items", Figure("node.jira"), 1.0 / 1.5),
    ("npm: validating walk / fetch + json()", WORK, "node.validating", Figure("node.floor"), 1.8),
    ("npm: validating walk / fetch + zod", WORK, "node.validating", Figure("node.zod"), 1.0),
    ("npm: the same where evaluation is forbidden", WORK, "node.validating-strict", Figure("node.zod-strict"), 1.0 / 1.3),
    ("npm: import until usable / schemas for zod, as installed", START, "start.package", Figure("start.zod"), 0.15),
    ("npm: abort noticed, p99", WAIT, "abort.p99", Constant(20.0), 1.0),
    ("npm: wasm memory over many events / after 20 pages, feed", MEMORY, "leak.stream", Figure("leak.stream-first"), 1.0),
    ("npm: the same, listing", MEMORY, "leak.listing", Figure("leak.listing-first"), 1.0),
    ("npm in Chromium: walk / fetch + json()", TIME, "chromium.items", Figure("chromium.floor"), 1.0 / 0.95),
    ("npm under a CSP: validating / zod, responses in memory", TIME, "chromium.validating", Figure("chromium.zod"), 1.0 / 1.3),
    ("npm in Chromium: import until usable / schemas for zod", WAIT, "chromium.start-package", Figure("chromium.start-zod"), 0.5),
];

/// Prints the goals of the groups that were measured, such as `walk`, and returns how many are
/// missed. A goal is missed as well if its group was measured without one of its figures.
#[allow(clippy::print_stdout, reason = "the report is what the program is for")]
#[must_use]
pub fn report(figures: &Figures) -> usize {
    println!("\n{:<58} {:>9} {:>9} {:<12} {:>6}  goal", "", "this", "against", "unit", "ratio");
    let group = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let measured: BTreeSet<String> = figures.keys().map(|name| group(name)).collect();
    let mut missed = 0;
    for (what, unit, name, against, most) in GOALS.iter().filter(|goal| measured.contains(&group(goal.2))) {
        let value = |name: &str| figures.get(name).copied().unwrap_or(f64::NAN);
        let against = match *against {
            Figure(name) => value(name),
            Constant(value) => value,
        };
        let ratio = value(name) / against;
        let holds = ratio <= *most;
        missed += usize::from(!holds);
        let verdict = if holds { "holds" } else { "MISSED" };
        println!(
            "{what:<58} {:>9.2} {against:>9.2} {unit:<12} {ratio:>6.3}  <= {most:.3} {verdict}",
            value(name)
        );
    }
    missed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn report_counts_ratios_over_their_goals_and_missing_figures() {
        let figures = |walks: [(&str, f64); 3]| walks.map(|(name, value)| (name.to_owned(), value)).into();
        let of_goals = GOALS.iter().filter(|goal| goal.2.starts_with("ahead.")).count();
        assert_eq!(
            report(&figures([("ahead.awaits", 1.0), ("ahead.computes", 1.0), ("ahead.idle", 1.0)])),
            1
        );
        assert_eq!(
            report(&figures([("ahead.awaits", 9.0), ("ahead.idle", 1.0), ("ahead.sequential", 1.0)])),
            of_goals
        );
        assert_eq!(report(&Figures::new()), 0);
    }
}

//! Walks over all pages, in Node.

use super::Package;
use crate::command::Outcome;
use crate::goals::{Promise, keep, promise, rows, subjects};
use crate::measure::Bench;
use crate::report::{Row, Unit};
use crate::walker::{
    FETCH, ITEMS, JIRA_JS, PAGES, VALIDATING, VALIDATING_STRICTLY, Walker, ZOD, ZOD_STRICTLY,
};

/// Pages that are all ASCII, which engines decode quicker.
const ASCII: &str = "a1";

const fn over_ascii(what: &'static str, walk: Walker, against: Walker, goal: f64) -> Promise {
    Promise { what, walk: (walk, ASCII), against: (against, ASCII), goal: Some(goal) }
}

const PROMISES: &[Promise] = &[
    promise("npm: walk / fetch + json()", ITEMS, FETCH, Some(0.80)),
    promise("npm: walk by pages / fetch + json()", PAGES, FETCH, Some(0.80)),
    over_ascii("npm: walk / fetch + json(), pages all ASCII", ITEMS, FETCH, 1.08),
    over_ascii("npm: walk by pages / fetch + json(), all ASCII", PAGES, FETCH, 1.08),
    promise("npm: walk / jira.js's core with zod (1.5 times fewer)", ITEMS, JIRA_JS, Some(1.0 / 1.5)),
    promise("npm: validating walk / fetch + json()", VALIDATING, FETCH, Some(1.8)),
    promise("npm: validating walk / fetch + zod", VALIDATING, ZOD, Some(1.0)),
    promise(
        "npm: the same where nothing may be evaluated (1.3 times)",
        VALIDATING_STRICTLY,
        ZOD_STRICTLY,
        Some(1.0 / 1.3),
    ),
];

/// Where a simulated processor would count them, they are left out if it is to be quick: it would take half an hour.
pub(super) fn instructions(bench: &Bench, _: &Package) -> Outcome<Vec<Row>> {
    if is_left_out(bench) { Ok(Vec::new()) } else { keep(bench, PROMISES) }
}

/// The processor's time. It depends on what else the machine does, even the least of many runs: it is for information, unless
/// there is nothing better.
pub(super) fn time(bench: &Bench, _: &Package) -> Outcome<Vec<Row>> {
    let times = if bench.is_quick() { 2 } else { 6 };
    let costs = bench.work_per_page(&subjects(PROMISES), times)?;
    let mut rows = rows(PROMISES, &costs, Unit::Work);
    if !is_left_out(bench) {
        rows.iter_mut().for_each(|row| row.goal = None);
    }
    Ok(rows)
}

fn is_left_out(bench: &Bench) -> bool {
    bench.is_quick() && bench.is_simulated()
}

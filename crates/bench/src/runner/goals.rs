//! What the client promises, and how each promise is measured.

use std::collections::BTreeMap;
use std::time::Duration;

use super::measure::{Bench, median};
use super::report::{Row, Unit};
use super::walker::{
    AWAITING, AWAITING_SEQUENTIAL, COMPUTING, DECODE, DECODE_PLAIN, EXPORT, FLOOR, FLOOR_ACCOUNTS,
    FLOOR_USERS, NARROW, SEQUENTIAL, TIMES, TYPED, TYPED_ACCOUNTS, TYPED_USERS, Walk, Walker,
};
use crate::clock::timed;
use crate::command::Outcome;

/// Who walks over which log: the letters after the number of pages, as the server reads them.
pub(super) type Subject = (Walker, &'static str);

/// A promise about instructions: a walk, the one it is compared with, and the most that their ratio may be.
pub(super) struct Promise {
    pub(super) what: &'static str,
    pub(super) walk: Subject,
    pub(super) against: Subject,
    pub(super) goal: Option<f64>,
}

pub(super) const fn promise(what: &'static str, walk: Walker, against: Walker, goal: Option<f64>) -> Promise {
    Promise { what, walk: (walk, ""), against: (against, ""), goal }
}

/// For information: two members per item that the client does not know. It keeps them, the floor drops them.
const fn with_unknown_members(what: &'static str, walk: Walker, against: Walker) -> Promise {
    Promise { what, walk: (walk, "u2"), against: (against, "u2"), goal: None }
}

const PROMISES: &[Promise] = &[
    promise("typed walk / reqwest + from_slice", TYPED, FLOOR, Some(0.85)),
    promise("typed walk / jira crate (a third)", TYPED, Walker::Jira, Some(1.0 / 3.0)),
    promise("export to a file / reqwest + from_slice", EXPORT, FLOOR, Some(0.70)),
    promise("a caller's narrow type / reqwest + from_slice", NARROW, FLOOR, Some(0.45)),
    promise("a caller's narrow type / typed walk", NARROW, TYPED, None),
    promise("both times of every event read / typed walk", TIMES, TYPED, Some(1.03)),
    promise("reading ahead / typed walk without", TYPED, SEQUENTIAL, Some(1.03)),
    promise("decoding with errors located / serde_json alone", DECODE, DECODE_PLAIN, Some(1.01)),
    promise("accounts: typed walk / reqwest + from_slice", TYPED_ACCOUNTS, FLOOR_ACCOUNTS, Some(0.92)),
    promise("search of users: typed walk / reqwest + from_slice", TYPED_USERS, FLOOR_USERS, Some(0.96)),
    with_unknown_members("typed walk / floor, with unknown members", TYPED, FLOOR),
    with_unknown_members("accounts: the same", TYPED_ACCOUNTS, FLOOR_ACCOUNTS),
    with_unknown_members("search of users: the same", TYPED_USERS, FLOOR_USERS),
    Promise {
        what: "typed walk over gzip / plain",
        walk: (TYPED, "z1"),
        against: (TYPED, ""),
        goal: Some(1.35),
    },
];

/// Measures everything, in order.
pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for (name, part) in
        [("instructions", instructions as fn(&Bench) -> _), ("memory", memory), ("read-ahead", read_ahead)]
    {
        let (measured, time) = timed(|| part(bench));
        rows.extend(measured?);
        println!("  measured: {name}, {:.0} s", time.as_secs_f64());
    }
    Ok(rows)
}

fn instructions(bench: &Bench) -> Outcome<Vec<Row>> {
    keep(bench, PROMISES)
}

/// How far promises are kept, in instructions.
pub(super) fn keep(bench: &Bench, promises: &[Promise]) -> Outcome<Vec<Row>> {
    let costs = bench.per_page(&subjects(promises))?;
    Ok(rows(promises, &costs, Unit::Instructions))
}

/// All walks that promises are about, each once.
pub(super) fn subjects(promises: &[Promise]) -> Vec<Subject> {
    let mut subjects: Vec<_> = promises.iter().flat_map(|promise| [promise.walk, promise.against]).collect();
    subjects.sort();
    subjects.dedup();
    subjects
}

/// Promises against what walks cost for each page, in millionths of the unit.
pub(super) fn rows(promises: &[Promise], costs: &BTreeMap<Subject, f64>, unit: Unit) -> Vec<Row> {
    let cost = |subject: &Subject| costs.get(subject).copied().unwrap_or(f64::NAN) / 1e6;
    let row = |&Promise { what, ref walk, ref against, goal }: &Promise| Row {
        what,
        unit,
        value: cost(walk),
        against: cost(against),
        goal,
    };
    promises.iter().map(row).collect()
}

fn memory(bench: &Bench) -> Outcome<Vec<Row>> {
    let (times, many) = if bench.is_quick() { (3, 200) } else { (5, 1_000) };
    let [few, ours, floor] = bench.in_turn(times, [(TYPED, 20, ""), (TYPED, many, ""), (FLOOR, many, "")])?;
    let peak = |walks: Vec<Walk>| median(walks.iter().map(|walk| walk.peak as f64 / 1024.0).collect());
    let (few, ours, floor) = (peak(few), peak(ours), peak(floor));
    let row = |what, against, goal| Row { what, unit: Unit::Memory, value: ours, against, goal: Some(goal) };
    Ok(vec![
        row("typed walk, memory over many pages / over 20", few, 1.15),
        row("typed walk, memory / reqwest + from_slice", floor, 1.30),
    ])
}

/// The server takes 50 ms for a page, the consumer 30.
fn read_ahead(bench: &Bench) -> Outcome<Vec<Row>> {
    const PAGES: u32 = 40;
    let times = if bench.is_quick() { 1 } else { 3 };
    let walks = [TYPED, AWAITING, COMPUTING, AWAITING_SEQUENTIAL].map(|walker| (walker, PAGES, "l50"));
    let [alone, awaiting, computing, sequential] = bench.in_turn(times, walks)?;
    // The least: all that the machine does besides makes a walk slower, never faster.
    let per_page = |walks: Vec<Walk>| {
        let least = walks.iter().map(|walk| walk.time).min().unwrap_or(Duration::ZERO);
        least.as_secs_f64() * 1e3 / f64::from(PAGES)
    };
    let (alone, awaiting) = (per_page(alone), per_page(awaiting));
    let row = |what, value, against, goal| Row { what, unit: Unit::Time, value, against, goal: Some(goal) };
    Ok(vec![
        row("read-ahead, 30 ms of awaiting per page / no work", awaiting, alone, 1.10),
        row("read-ahead, 30 ms of computing per page / no work", per_page(computing), alone, 1.10),
        row("the former / one after the other (1.5 times faster)", awaiting, per_page(sequential), 1.0 / 1.5),
    ])
}

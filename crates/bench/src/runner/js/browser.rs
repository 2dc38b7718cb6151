//! The same in Chromium, where only time can be measured: the least of many rounds.

use std::collections::BTreeMap;

use super::{Package, path};
use crate::command::Outcome;
use crate::measure::Bench;
use crate::report::{Row, Unit};

pub(super) fn measure(bench: &Bench, package: &Package) -> Outcome<Vec<Row>> {
    let (pages, rounds, starts) = if bench.is_quick() { (10, 8, 2) } else { (20, 20, 6) };
    let words = [
        format!("chromium={}", package.chromium),
        format!("url={}", bench.url()),
        format!("schemas={}", path(&package.schemas)),
        format!("pages={pages}"),
        format!("rounds={rounds}"),
        format!("starts={starts}"),
    ];
    let told = package.script("browser.mjs", words).text(&package.scripts)?;
    let times = read(&told);
    let row = |what, unit, of: &str, against: &str, goal| -> Outcome<Row> {
        let time =
            |name: &str| times.get(name).copied().ok_or_else(|| format!("Chromium told no `{name}`: {told}"));
        Ok(Row { what, unit, value: time(of)?, against: time(against)?, goal })
    };
    Ok(vec![
        row(
            "npm in Chromium: walk / fetch + json() (0.95 as quick)",
            Unit::Time,
            "items",
            "floor",
            Some(1.0 / 0.95),
        )?,
        row(
            "npm under a page's CSP: validating / zod, of answers in memory (1.3 times)",
            Unit::Time,
            "careful-kept-validating",
            "careful-kept-zod",
            Some(1.0 / 1.3),
        )?,
        // Most of this is what Chromium does to get an answer, and the same for both.
        row(
            "npm under a page's CSP: the same over loopback",
            Unit::Time,
            "careful-validating",
            "careful-zod",
            None,
        )?,
        row(
            "npm in Chromium: import until usable / schemas for zod",
            Unit::Wait,
            "start-package",
            "start-schemas",
            Some(0.5),
        )?,
    ])
}

/// Names and times, in milliseconds.
fn read(told: &str) -> BTreeMap<&str, f64> {
    let times = told.lines().filter_map(|line| {
        let (name, micros) = line.split_once(' ')?;
        Some((name, micros.trim().parse::<f64>().ok()? / 1e3))
    });
    times.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_by_their_names() {
        assert_eq!(read("floor 4100\nitems 3900\n"), BTreeMap::from([("floor", 4.1), ("items", 3.9)]));
    }
}

//! The test data of other crates.

use std::fs;
use std::path::{Path, PathBuf};

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The pages of the audit log, modelled on observed responses.
pub(crate) fn event_pages() -> Vec<String> {
    let folder = crates().join("core/tests/fixtures/pollEvents");
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the fixtures").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("a fixture")).collect()
}

/// Two of them, as a feed receives them: events, and the end of the log. Compiled in, since a
/// target runs anywhere.
pub(crate) const PAGES: [&str; 2] = [
    include_str!("../../core/tests/fixtures/pollEvents/page-3-terminal.json"),
    include_str!("../../core/tests/fixtures/pollEvents/empty-poll.json"),
];

/// Returns the calls of every operation from the command line: its name and its arguments.
pub(crate) fn calls() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(crates().join("cli/tests/cli/calls.txt")).expect("the calls");
    let calls = text.lines().filter_map(|line| line.split_once(" =>"));
    calls
        .map(|(call, _)| {
            let mut words = call.split_whitespace().map(str::to_owned);
            (words.next().unwrap_or_default(), words.collect())
        })
        .collect()
}

/// Returns the rows of the suite that every host runs: an operation's name and its arguments.
pub(crate) fn rows() -> Vec<(String, String)> {
    let text = fs::read_to_string(crates().join("native/tests/suite/cases/round_trips.json"));
    let cases: serde_json::Value =
        serde_json::from_str(&text.expect("the suite")).expect("the suite is JSON");
    let rows = cases.as_array().into_iter().flatten().filter_map(|case| case["rows"].as_array()).flatten();
    rows.filter_map(|row| Some((row[0].as_str()?.to_owned(), row[1].to_string()))).collect()
}

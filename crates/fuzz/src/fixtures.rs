//! The test data of other crates.

use std::fs;
use std::path::Path;

use atlassian_admin_testing::examples::{self, Examples};
use serde_json::{Map, Value};

/// The pages of the audit log, modelled on observed responses.
pub(crate) fn event_pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/fixtures/pollEvents");
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

/// Returns the examples of every operation: its name and its arguments.
pub(crate) fn arguments() -> impl Iterator<Item = (String, Map<String, Value>)> {
    let all = examples::all().expect("the examples").into_iter();
    all.flat_map(|(operation, Examples { examples, .. })| {
        examples.into_iter().map(|example| (operation.dotted(), example.arguments))
    })
}

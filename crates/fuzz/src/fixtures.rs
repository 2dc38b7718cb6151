//! The test data of other crates.

use atlassian_admin_testing::examples::{self, Examples};
use serde_json::{Map, Value};

/// The pages of the audit log, modelled on observed responses, in the order of a feed. They are
/// compiled in, since a target runs anywhere.
pub(crate) const PAGES: [&str; 5] = [
    include_str!("../../core/tests/fixtures/pollEvents/page-1.json"),
    include_str!("../../core/tests/fixtures/pollEvents/page-2.json"),
    include_str!("../../core/tests/fixtures/pollEvents/page-3-terminal.json"),
    include_str!("../../core/tests/fixtures/pollEvents/empty-poll.json"),
    include_str!("../../core/tests/fixtures/pollEvents/next-poll.json"),
];

/// Returns the examples of every operation: its name and its arguments.
pub(crate) fn arguments() -> impl Iterator<Item = (String, Map<String, Value>)> {
    let all = examples::all().expect("the examples").into_iter();
    all.flat_map(|(operation, Examples { examples, .. })| {
        examples.into_iter().map(|example| (operation.dotted(), example.arguments))
    })
}

//! Tables of cases: one line each, `input -> expected`. Lines that begin with `#` are comments.

use serde_json::Value;

use crate::problem::Problem;

/// The lines of a table, split at the arrow.
pub(super) fn cases(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(" -> ").unwrap())
}

pub(super) fn json<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Checks a result against what a table expects: JSON, or the reason of a refusal.
pub(super) fn assert_json(case: &str, result: Result<Value, Problem>, expected: &str) {
    match result {
        Ok(value) => assert_eq!(value, json::<Value>(expected), "{case}"),
        Err(problem) => assert_refused(case, &problem, expected),
    }
}

pub(super) fn assert_refused(case: &str, problem: &Problem, reason: &str) {
    let problem = format!("{problem:?}");
    assert!(problem.contains(&format!("scim_type: Some({reason})")), "{case}: {problem}");
}

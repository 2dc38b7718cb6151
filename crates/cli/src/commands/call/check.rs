//! Checks arguments against the operation's parameters before anything is sent.

use atlassian_admin::operation::{Bounds, Operation};
use atlassian_admin::schema::{Schema, Violation};
use serde_json::{Map, Value};

use crate::exit::Failure;
use crate::nearest;

/// Refuses unknown, missing and mistyped arguments, as `refuse` explains them. Arguments that are
/// filled in later may be missing.
pub(super) fn check(
    operation: &Operation,
    arguments: &Map<String, Value>,
    to_be_filled_in: &[&str],
    refuse: fn(&Operation, &[Violation]) -> Failure,
) -> Result<(), Failure> {
    let mut violations = operation.violations(arguments);
    violations.retain(|violation| match violation {
        Violation::Missing { at } => !to_be_filled_in.contains(&at.as_str()),
        _ => true,
    });
    match violations.is_empty() {
        true => Ok(()),
        false => Err(refuse(operation, &violations)),
    }
}

/// Explains violations by the names of arguments.
pub(super) fn refusal(operation: &Operation, violations: &[Violation]) -> Failure {
    let problems: Vec<_> = violations.iter().map(|violation| problem(operation, violation)).collect();
    Failure::usage(format!("{}; see `operations {}`", problems.join("; "), operation.dotted()))
}

/// Names what a whole number must be.
pub(super) fn whole_number(bounds: Option<Bounds>) -> String {
    match bounds {
        Some(bounds) => format!("a whole number from {} to {}", bounds.min, bounds.max),
        None => format!("a whole number from {} to {}", i64::MIN, u64::MAX),
    }
}

fn problem(operation: &Operation, misfit: &Violation) -> String {
    let name = || misfit.at().rsplit('.').next().unwrap_or_default();
    match misfit {
        Violation::Type { at, expected } if *expected == Schema::Integer.expectation() => {
            let bounds = operation.param(at).and_then(|param| param.bounds);
            format!("{at}: must be {}", whole_number(bounds))
        }
        Violation::UnknownProperty { at, .. } if name().is_empty() => {
            format!("{at:?}: an argument needs a name")
        }
        Violation::UnknownProperty { at, known } => {
            format!("{at}: unknown argument{}", nearest::hint(name(), known.iter().copied()))
        }
        Violation::UnknownValue { at, value, known } => {
            let nearest = nearest::hint(value, known.iter().copied());
            format!("{at}: {value:?} is not a known value{nearest} (--unchecked sends it anyway)")
        }
        Violation::Missing { at } if at == "directoryId" => {
            "directoryId: must be given, or be in ATLASSIAN_ADMIN_DIRECTORY_ID; `directories list` shows the directories"
                .to_owned()
        }
        other => other.to_string(),
    }
}

//! Whether arguments are what the operation declares, before anything is sent.

use atlassian_admin::operation::Operation;
use atlassian_admin::schema::Violation;
use serde_json::{Map, Value};

use crate::exit::Failure;
use crate::nearest;

/// Refuses arguments that are unknown, missing or of another kind, with the nearest names that there are. Some may be missing still.
pub(super) fn check(
    operation: &Operation,
    arguments: &Map<String, Value>,
    to_be_filled_in: &[&str],
) -> Result<(), Failure> {
    let violations = operation.violations(arguments);
    let counts = |misfit: &&Violation| match misfit {
        Violation::Missing { at } => !to_be_filled_in.contains(&at.as_str()),
        _ => true,
    };
    let problems: Vec<_> = violations.iter().filter(counts).map(problem).collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(format!("{}; see `operations {}`", problems.join("; "), operation.dotted())))
}

fn problem(misfit: &Violation) -> String {
    let name = || misfit.at().rsplit('.').next().unwrap_or_default();
    match misfit {
        Violation::UnknownMember { at, known } => {
            format!("{at}: there is no such argument{}", nearest::hint(name(), known.iter().copied()))
        }
        Violation::UnknownValue { at, value, known } => {
            let nearest = nearest::hint(value, known.iter().copied());
            format!("{at}: {value:?} is not known{nearest} (--unchecked sends it all the same)")
        }
        other => other.to_string(),
    }
}

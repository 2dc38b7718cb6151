//! Whether arguments are what the operation declares, before anything is sent.

use atlassian_admin::operation::Operation;
use atlassian_admin::schema::Misfit;
use serde_json::{Map, Value};

use crate::exit::Failure;
use crate::nearest;

/// Refuses arguments that are unknown, missing or of another kind, with the nearest names that there are. Some may be missing still.
pub(super) fn check(
    operation: &Operation,
    arguments: &Map<String, Value>,
    to_be_filled_in: &[&str],
) -> Result<(), Failure> {
    let misfits = operation.misfits(arguments);
    let counts = |misfit: &&Misfit| match misfit {
        Misfit::Missing { at } => !to_be_filled_in.contains(&at.as_str()),
        _ => true,
    };
    let problems: Vec<_> = misfits.iter().filter(counts).map(problem).collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(format!("{}; see `operations {}`", problems.join("; "), operation.dotted())))
}

fn problem(misfit: &Misfit) -> String {
    let name = || misfit.at().rsplit('.').next().unwrap_or_default();
    match misfit {
        Misfit::UnknownMember { at, known } => {
            format!("{at}: there is no such argument{}", nearest::hint(name(), known.iter().copied()))
        }
        Misfit::UnknownValue { at, value, known } => {
            let nearest = nearest::hint(value, known.iter().copied());
            format!("{at}: {value:?} is not known{nearest} (--unchecked sends it all the same)")
        }
        other => other.to_string(),
    }
}

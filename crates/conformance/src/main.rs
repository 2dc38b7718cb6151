//! The list of operations and the simulator against Atlassian's API documents, by a table of facts
//! that is extracted from them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command is for")]

mod compare;
mod deviations;
mod difference;
mod extract;
mod facts;
mod responses;
mod schema;
mod walk;

use std::path::Path;
use std::process::ExitCode;

use deviations::Deviations;
use facts::Facts;

/// The result of a check.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

const USAGE: &str = "\
usage: atlassian-admin-conformance check            compares the operations and the simulator with the table of facts
       atlassian-admin-conformance check FOLDER     also compares the table with the documents in a folder
       atlassian-admin-conformance extract FOLDER   writes the table anew from the documents in a folder";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["check"] => check(None),
        ["check", folder] => check(Some(Path::new(folder))),
        ["extract", folder] => extract(Path::new(folder)),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Compares the operations and the simulator's responses with the table, and the table with the
/// documents, if there are any.
fn check(documents: Option<&Path>) -> Outcome<String> {
    let (facts, mut deviations) = (Facts::load()?, Deviations::load()?);
    let mut problems = Vec::new();
    if let Some(folder) = documents {
        problems.extend(facts.differing_lines(&extract::extract(folder)?)?);
    }
    let checked = responses::check(&facts)?;
    let mut differences = compare::compare(&facts);
    differences.extend(checked.differences);
    let (differences, accepted) = deviations.sift(differences);
    problems.extend(differences.iter().map(ToString::to_string));
    problems.extend(deviations.stale());
    problems.extend(checked.problems);
    if !problems.is_empty() {
        return Err(format!("{} problems:\n{}", problems.len(), problems.join("\n")).into());
    }
    Ok(format!(
        "{} operations in the documents, {} in the client; {accepted} differences are accepted with a reason; {} responses and {} \
         refusals of the simulator are valid; the table was {} the documents.",
        facts.operations.len(),
        atlassian_admin_core::OPERATIONS.len(),
        checked.successes,
        checked.refusals,
        if documents.is_some() { "compared with" } else { "not compared with" },
    ))
}

/// Writes the table.
fn extract(folder: &Path) -> Outcome<String> {
    let facts = extract::extract(folder)?;
    std::fs::write(facts::PATH, facts.text()?)?;
    Ok(format!("{} operations are written to {}", facts.operations.len(), facts::PATH))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The variable that names the folder of the documents, which are not part of this repository.
    const DOCUMENTS: &str = "ATLASSIAN_ADMIN_SPEC_DIR";

    #[test]
    fn operations_and_simulator_conform_to_the_documents() {
        let folder = std::env::var_os(DOCUMENTS);
        let summary = check(folder.as_deref().map(Path::new)).unwrap_or_else(|error| panic!("{error}"));
        println!("{summary}");
    }
}

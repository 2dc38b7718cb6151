//! The contract: Atlassian's documents against the table of operations, and against the simulator's answers.
//!
//! `cargo xtask contract` builds and runs it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a task is for")]

mod answers;
mod compare;
mod deviations;
mod difference;
mod document;
mod tour;

use std::path::Path;
use std::process::ExitCode;

/// What a check comes to.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.as_slice() {
        [folder] => check(Path::new(folder)),
        _ => Err("usage: contract FOLDER".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Holds the table of operations and the simulator's answers against the documents in `folder`.
fn check(folder: &Path) -> Outcome {
    let mut deviations = deviations::Deviations::load()?;
    let mut documents = document::load(folder)?;
    let mut problems = deviations.repair(&mut documents);
    let documented = document::operations(&documents);
    let toured = answers::check(&documented);
    let mut differences = compare::compare(&documented);
    differences.extend(toured.differences);
    let (differences, accepted) = deviations.sift(differences);
    problems.extend(differences.iter().map(ToString::to_string));
    problems.extend(deviations.stale());
    problems.extend(toured.problems);
    for problem in &problems {
        println!("{problem}");
    }
    println!(
        "{} operations in the documents, {} with us; {accepted} differences are accepted with a reason; {} answers and {} refusals of \
         the simulator were held against their schemas.",
        documented.len(),
        atlassian_admin_core::OPERATIONS.len(),
        toured.answers,
        toured.refusals,
    );
    if problems.is_empty() { Ok(()) } else { Err(format!("{} problems", problems.len()).into()) }
}

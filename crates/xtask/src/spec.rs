//! Runs the contract check over a folder with Atlassian's documents, which are no part of this repository.

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The variable that says where the documents are.
const VARIABLE: &str = "ATLASSIAN_ADMIN_SPEC_DIR";

/// Checks the contract with the documents in `folder`.
pub(crate) fn check(workspace: &Workspace, folder: &str) -> Outcome {
    let folder = std::fs::canonicalize(folder).map_err(|error| format!("{folder}: {error}"))?;
    Cmd::line("cargo run --quiet --package atlassian-admin-conformance --")
        .args([folder.to_string_lossy()])
        .run(workspace.root())
}

/// The same as a step of the tests: where nobody has said where the documents are, it is left out, and says so.
pub(crate) fn step(workspace: &Workspace) -> Outcome<Option<String>> {
    match std::env::var(VARIABLE) {
        Ok(folder) => check(workspace, &folder).map(|()| None),
        Err(_) => {
            let note = format!("NOT RUN: {VARIABLE} does not say where Atlassian's documents are");
            println!("{note}");
            Ok(Some(note))
        }
    }
}

//! `cargo xtask types`: the files made of the operation list, written by `crates/codegen`.

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// Writes the files.
pub(crate) fn write(workspace: &Workspace) -> Outcome {
    generator(workspace).run(workspace.root())
}

/// Checks that the files are as they would be written.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    generator(workspace).args(["--check"]).run(workspace.root())
}

fn generator(workspace: &Workspace) -> Cmd {
    Cmd::line("cargo run --quiet --package atlassian-admin-codegen --")
        .args([workspace.root().to_string_lossy()])
}

//! `cargo xtask chaos`: builds the command line and the harness that attacks it (`crates/chaos`), and runs the harness.

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// Plays rounds. An error where an event was lost, came twice or was torn, or an exporter did what it must not do.
pub(crate) fn run(workspace: &Workspace, options: &[&str]) -> Outcome {
    Cmd::line("cargo build --quiet --package atlassian-admin-cli").run(workspace.root())?;
    Cmd::line("cargo run --quiet --package atlassian-admin-chaos --")
        .args(options.iter().copied())
        .run(workspace.root())
}

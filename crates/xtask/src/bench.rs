//! `cargo xtask bench`: the benches, which are a crate of their own.

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, words: &[&str]) -> Outcome {
    let bench = Cmd::line("cargo run --quiet --release --package atlassian-admin-bench --");
    bench.args(words.iter().copied()).run(workspace.root())
}

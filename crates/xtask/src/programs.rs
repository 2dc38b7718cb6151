//! The programs of the workspace that do the work of a task. The test command builds them with the
//! features of the whole workspace, as it builds the tests, so that nothing is built twice; a task
//! of its own builds only what it needs.

use std::ffi::OsStr;
use std::path::Path;

use xshell::{Shell, cmd};

use crate::{Outcome, place};

/// Builds all programs and tests of the workspace.
pub(crate) fn build(sh: &Shell) -> Outcome {
    Ok(cmd!(sh, "cargo build --workspace --all-features --lib --bins --tests --examples").run()?)
}

/// Builds the programs of these packages, without their optional ones.
pub(crate) fn build_only(sh: &Shell, packages: &[&str]) -> Outcome {
    let packages = packages.iter().flat_map(|package| ["--package", package]);
    Ok(cmd!(sh, "cargo build --quiet").args(packages).run()?)
}

/// `crates/codegen`: the files that are made of the operation list.
pub(crate) fn types(sh: &Shell, check: bool) -> Outcome {
    let check = check.then_some("--check");
    Ok(sh.cmd(place::program("codegen")?).arg(".").args(check).run()?)
}

/// `crates/conformance`: the operation list and the simulator against Atlassian's documents.
pub(crate) fn contract(sh: &Shell, spec: Option<&Path>) -> Outcome {
    Ok(sh.cmd(place::program("atlassian-admin-conformance")?).arg("check").args(spec).run()?)
}

/// `crates/chaos`, which attacks the command line's program beside it.
pub(crate) fn chaos(sh: &Shell, words: &[impl AsRef<OsStr>]) -> Outcome {
    Ok(sh.cmd(place::program("atlassian-admin-chaos")?).args(words).run()?)
}

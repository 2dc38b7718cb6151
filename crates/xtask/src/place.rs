//! Where things are.

use std::path::{Path, PathBuf};

use crate::Outcome;

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// Where cargo puts what it builds: this program is in `debug` there.
pub(crate) fn target() -> Outcome<PathBuf> {
    let here = std::env::current_exe()?;
    Ok(here.ancestors().nth(2).ok_or("this program is not in a target directory")?.to_owned())
}

/// A program of the workspace, which was built before.
pub(crate) fn program(name: &str) -> Outcome<PathBuf> {
    let program = target()?.join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    if program.is_file() {
        return Ok(program);
    }
    Err(format!("{} is missing: `cargo xtask test --step programs` builds it", program.display()).into())
}

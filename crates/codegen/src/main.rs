//! Writes the files that are generated from the operation list.
//!
//! `cargo xtask types` builds and runs it.

#![allow(clippy::print_stderr, reason = "a command line program")]

mod table;
mod typescript;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use atlassian_admin_testing::examples;
use clap::Parser;

/// Writes the TypeScript of the npm package and the table of operations.
#[derive(Debug, Parser)]
#[command(name = "codegen")]
struct Options {
    /// The root of the workspace.
    root: PathBuf,
    /// Write nothing; fail if a file is not up to date.
    #[arg(long)]
    check: bool,
}

/// Returns each generated file by its path from the root of the workspace, with its contents.
fn files() -> Result<[(&'static str, String); 3], String> {
    Ok([
        ("bindings/js/src/models.ts", typescript::models()),
        ("bindings/js/src/operations.ts", typescript::operations(&examples::all()?)),
        ("crates/core/OPERATIONS.md", table::render()),
    ])
}

fn main() -> ExitCode {
    let options = Options::parse();
    let mut stale = false;
    let files = match files() {
        Ok(files) => files,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    for (name, text) in files {
        let path = options.root.join(name);
        if fs::read_to_string(&path).is_ok_and(|written| written == text) {
            continue;
        }
        if options.check {
            eprintln!("error: {name} is not up to date: run `cargo xtask types`");
        } else if let Err(error) = fs::write(&path, text) {
            eprintln!("error: {name}: {error}");
        } else {
            continue;
        }
        stale = true;
    }
    if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

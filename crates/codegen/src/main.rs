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
fn files() -> Result<Vec<(String, String)>, String> {
    let typescript = typescript::files(examples::all()?);
    let mut files: Vec<_> =
        typescript.into_iter().map(|(name, text)| (format!("bindings/js/src/{name}"), text)).collect();
    // The npm package contains it as well.
    for folder in ["crates/core", "bindings/js"] {
        files.push((format!("{folder}/OPERATIONS.md"), table::render()));
    }
    Ok(files)
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
        let path = options.root.join(&name);
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

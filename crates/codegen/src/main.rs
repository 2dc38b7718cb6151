//! Writes the files that are generated from the operation list.
//!
//! `cargo xtask types` builds and runs it.

#![allow(clippy::print_stderr, reason = "a command line program")]

mod cli;
#[allow(dead_code, reason = "the command line uses the rest")]
#[path = "../../cli/src/args/operation/flag.rs"]
mod flag;
mod rust;
mod table;
mod typescript;

// The rule of flags names it as the command line does.
extern crate atlassian_admin_core as atlassian_admin;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use atlassian_admin_testing::examples;
use clap::Parser;

/// Writes the TypeScript of the npm packages, the table of operations and their documentation in
/// Rust.
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
    let examples = examples::all()?;
    let mut files = vec![
        ("crates/core/src/api/reference.rs".to_owned(), rust::reference(&examples)?),
        ("crates/native/src/reference.rs".to_owned(), rust::tests(&examples)),
    ];
    files.push(("crates/cli/src/args/operation/reference.rs".to_owned(), cli::reference(&examples)));
    // The npm package contains it as well.
    for folder in ["crates/core", "bindings/js"] {
        files.push((format!("{folder}/OPERATIONS.md"), table::render()));
    }
    files.push(("bindings/simulator/src/names.ts".to_owned(), typescript::simulator()));
    let typescript = typescript::files(examples).into_iter();
    files.extend(typescript.map(|(name, text)| (format!("bindings/js/src/{name}"), text)));
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

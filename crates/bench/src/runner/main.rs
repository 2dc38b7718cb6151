//! `cargo xtask bench`: the client side by side with its peers, in one run, against the goals.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a bench is for")]

mod clock;
mod command;
mod counter;
mod goals;
mod js;
mod measure;
mod report;
mod server;
mod walker;
mod workspace;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;
use counter::Counter;
use js::Package;
use measure::{Bench, Programs};
use server::Server;

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As the goals say.
    Full,
    /// Shorter walks and fewer repetitions: minutes become seconds, and times and memory are less certain.
    Quick,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    All,
    /// The npm package alone.
    JavaScript,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (part, effort) = match arguments.as_slice() {
        [] => (Part::All, Effort::Full),
        ["--quick"] => (Part::All, Effort::Quick),
        ["js"] => (Part::JavaScript, Effort::Full),
        ["js", "--quick"] => (Part::JavaScript, Effort::Quick),
        unknown => {
            eprintln!("unknown arguments `{}`; usage: cargo xtask bench [js] [--quick]", unknown.join(" "));
            return ExitCode::from(2);
        }
    };
    match Workspace::find().and_then(|workspace| run(&workspace, part, effort)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures. An error where a goal is missed.
fn run(workspace: &Workspace, part: Part, effort: Effort) -> Outcome {
    let counter = Counter::find(workspace.root())?;
    let target = workspace.target()?;
    let package = Package::build(workspace, &target)?;
    let programs = Programs {
        driver: build_driver(workspace, &target)?,
        jira: if part == Part::All { build_peer(workspace, &target)? } else { PathBuf::new() },
        script: package.walker(),
        schemas: package.schemas().to_owned(),
    };
    let server = Server::start(&programs.driver)?;
    let scratch = Scratch(target.join("bench-export"));
    println!("counting user instructions by {counter}\n");
    let bench = Bench::new(programs, server.url(), counter, effort, scratch.0.clone());
    let mut rows = if part == Part::All { goals::measure(&bench)? } else { Vec::new() };
    rows.extend(js::measure(&bench, &package)?);
    report::print(&rows);
    let missed = rows.iter().filter(|row| row.missed()).count();
    if missed == 0 { Ok(()) } else { Err(format!("{missed} of the goals are missed").into()) }
}

/// The file that exports write; removed at the end.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn build_driver(workspace: &Workspace, target: &Path) -> Outcome<PathBuf> {
    println!("building the server and the walkers");
    Cmd::line("cargo build --quiet --release --package atlassian-admin-bench --bin bench-driver")
        .run(workspace.root())?;
    Ok(target.join("release").join(program("bench-driver")))
}

/// The peer has a workspace and a target folder of its own: built together with ours, its reqwest would get our features.
fn build_peer(workspace: &Workspace, target: &Path) -> Outcome<PathBuf> {
    println!("building the jira crate");
    let target = target.join("peers");
    let build =
        Cmd::line("cargo build --quiet --release --locked --target-dir").args([target.to_string_lossy()]);
    build.run(&workspace.root().join("crates/bench/peers"))?;
    Ok(target.join("release").join(program("peer-jira")))
}

fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

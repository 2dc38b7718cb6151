//! The tasks of this repository: `cargo xtask help` lists them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line program")]

mod architecture;
mod commits;
mod dependencies;
mod dist;
mod fuzz;
mod language;
mod layers;
mod manifests;
mod npm;
mod place;
mod programs;
mod reproducible;
mod steps;
mod test;
mod tools;
mod wasm;
mod windows;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use xshell::{Shell, cmd};

/// The result of a task or a step.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "The tasks of this repository")]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Run everything that a change must pass
    Test(test::Options),
    /// Write the TypeScript of the npm packages, the table of operations and their documentation
    /// in Rust
    Types,
    /// Build the npm packages: the client in bindings/js/dist, the simulator in
    /// bindings/simulator/dist
    Wasm {
        /// Build the client alone
        #[arg(long)]
        client: bool,
    },
    /// Build the archives of a release in target/dist, with checksums and bills of materials
    Dist,
    /// Compare the operation list and the simulator with the facts of Atlassian's documents
    Contract {
        /// A folder with the documents, to compare the table of facts with them, too
        #[arg(long)]
        spec: Option<PathBuf>,
    },
    /// Kill and restart exporters under every fault, and compare what they wrote with the log
    #[command(disable_help_flag = true)]
    Chaos(Words),
    /// Measure the client side by side with its peers
    #[command(disable_help_flag = true)]
    Bench(Words),
}

/// The arguments of another program.
#[derive(Debug, Args)]
struct Words {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

fn main() -> ExitCode {
    match run(Command::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Fails with the problems of a check, each on a line, if there are any.
fn refuse(what: &str, problems: &[String]) -> Outcome {
    if problems.is_empty() { Ok(()) } else { Err(format!("{what}:\n  {}", problems.join("\n  ")).into()) }
}

/// A shell in the root of the workspace, which finds the tools installed there.
fn shell() -> Outcome<Shell> {
    let sh = Shell::new()?;
    sh.change_dir(place::root());
    tools::extend_path(&sh)?;
    Ok(sh)
}

fn run(task: Task) -> Outcome {
    let sh = &shell()?;
    match task {
        Task::Test(options) => test::run(sh, &options),
        Task::Types => {
            programs::build_only(sh, &["atlassian-admin-codegen"])?;
            programs::types(sh, false)
        }
        Task::Wasm { client } => {
            cmd!(sh, "cargo build --quiet --package atlassian-admin-codegen --features bindgen").run()?;
            if client { wasm::build_client(sh) } else { wasm::build(sh) }
        }
        Task::Dist => dist::run(sh),
        Task::Contract { spec } => {
            programs::build_only(sh, &["atlassian-admin-conformance"])?;
            programs::contract(sh, spec.as_deref())
        }
        Task::Chaos(Words { words }) => {
            programs::build_only(sh, &["atlassian-admin-cli", "atlassian-admin-chaos"])?;
            programs::chaos(sh, &words)
        }
        Task::Bench(Words { words }) => {
            Ok(cmd!(sh, "cargo run --quiet --release --package atlassian-admin-bench -- {words...}").run()?)
        }
    }
}

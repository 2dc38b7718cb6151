//! The tasks of this repository: `cargo xtask` prints them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a task is for")]

mod api;
mod bench;
mod chaos;
mod clock;
mod command;
mod fuzz;
mod mutants;
mod npm;
mod spec;
mod test;
mod types;
mod wasm;
mod workspace;

use std::process::ExitCode;

use command::Outcome;
use workspace::Workspace;

const HELP: &str = "\
The tasks of this repository.

Usage: cargo xtask TASK

Tasks:
  test [--full]    everything that a change must pass: format, lints, tests, documentation, wasm32, architecture, npm package;
                   with what takes long: all hosts and bundlers of the npm package, its build elsewhere, and a minute of each fuzz target
  contract --spec FOLDER
                   holds the list of operations and the simulator's answers against Atlassian's documents
  chaos [--rounds N] [--seed S]
                   kills and restarts an exporter under every fault, and compares what it wrote with the log; 300 rounds from
                   seed 1 unless told
  mutants [--shard K/N] [AREA…]
                   changes the core in small ways and tells which changes no test notices; what was found in earlier runs counts
  fuzz [--seconds N] [TARGET…]
                   looks by libFuzzer for input that breaks what must hold; 60 seconds for each target unless told
  wasm             makes the npm package in bindings/js/dist, and the simulator for it in bindings/simulator/dist
  wasm --published makes the npm package alone
  wasm --check-reproducible
                   makes the npm package in two places, and compares them
  types [--check]  writes the TypeScript of bindings/js and the table of operations, or checks that they are up to date
  api [--check]    writes down what users can name, in public-api.txt of each crate and of the npm package, or shows what has changed
  bench [js] [--quick]
                   measures the client side by side with its peers, and compares with the goals; or the npm package alone
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let task: &dyn Fn(&Workspace) -> Outcome = match arguments.as_slice() {
        ["test"] => &test::run,
        ["test", "--full"] => &test::run_full,
        ["contract", "--spec", folder] => &|workspace| spec::check(workspace, folder),
        ["chaos", options @ ..] => &|workspace| chaos::run(workspace, options),
        ["mutants", options @ ..] => &|workspace| mutants::run(workspace, &mutants::Options::read(options)?),
        ["fuzz", options @ ..] => &|workspace| fuzz::run(workspace, &fuzz::Options::read(options)?),
        ["wasm"] => &wasm::build,
        ["wasm", "--published"] => &wasm::build_published,
        ["wasm", "--check-reproducible"] => &wasm::check_reproducible,
        ["types"] => &types::write,
        ["types", "--check"] => &types::check,
        ["api"] => &api::write,
        ["api", "--check"] => &api::check,
        ["bench", words @ ..] => &|workspace| bench::run(workspace, words),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        unknown => {
            eprint!("There is no task `{}`.\n\n{HELP}", unknown.join(" "));
            return ExitCode::from(2);
        }
    };
    match Workspace::find().and_then(|workspace| task(&workspace)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

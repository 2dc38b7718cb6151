//! `cargo xtask test`: everything that a change must pass.

mod architecture;
pub(crate) mod chromium;
mod deny;
mod msrv;
mod steps;
mod supply;
pub(crate) mod tools;

use std::time::Duration;

use crate::api;
use crate::clock::timed;
use crate::command::Outcome;
use crate::fuzz;
use crate::spec;
use crate::workspace::Workspace;

/// One thing that must hold.
struct Step {
    name: &'static str,
    /// Does it; the text says what a reader of the summary has to know, such as why a part was left out.
    run: fn(&Workspace) -> Outcome<Option<String>>,
}

/// In this order: what fails quickly comes first.
const STEPS: &[Step] = &[
    Step { name: "tools", run: tools::install },
    Step { name: "Chromium", run: chromium::install },
    Step { name: "format", run: steps::format },
    Step { name: "architecture", run: architecture::check },
    Step { name: "minimum Rust version", run: msrv::check },
    Step { name: "dependencies", run: supply::check },
    Step { name: "licences and sources", run: deny::check },
    Step { name: "generated files", run: steps::types },
    Step { name: "lints", run: steps::lints },
    Step { name: "tests", run: steps::tests },
    Step { name: "crashes and faults", run: steps::chaos },
    Step { name: "order of writes", run: steps::durability },
    Step { name: "contract", run: spec::step },
    Step { name: "documentation tests", run: steps::doctests },
    Step { name: "documentation", run: steps::documentation },
    Step { name: "public API", run: api::step },
    Step { name: "wasm32", run: steps::wasm },
    Step { name: "npm package", run: steps::javascript },
    Step { name: "fetch backend", run: steps::fetch },
    Step { name: "form of the npm package", run: steps::form },
    Step { name: "its consumers", run: steps::consumers },
    Step { name: "simulator in wasm", run: steps::simulator },
    Step { name: "examples", run: steps::examples },
];

/// What takes long: what a release must pass besides.
const FURTHER: &[Step] = &[
    Step { name: "all other consumers", run: steps::further_consumers },
    Step { name: "types under TypeScript 5", run: steps::types_before_7 },
    Step { name: "reproducible build", run: steps::reproducible },
    Step { name: "fuzz targets", run: fuzz::step },
];

/// Runs the steps, up to the first that fails.
pub(crate) fn run(workspace: &Workspace) -> Outcome {
    all(workspace, STEPS.iter())
}

/// Runs the steps, and those that take long.
pub(crate) fn run_full(workspace: &Workspace) -> Outcome {
    all(workspace, STEPS.iter().chain(FURTHER))
}

fn all<'a>(workspace: &Workspace, steps: impl Iterator<Item = &'a Step>) -> Outcome {
    let steps: Vec<_> = steps.collect();
    let mut done = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        println!("\n=== {} ({} of {})", step.name, number + 1, steps.len());
        let (outcome, time) = timed(|| (step.run)(workspace));
        match outcome {
            Ok(note) => {
                println!("=== {}: ok, {:.1} s", step.name, time.as_secs_f64());
                done.push((step.name, time, note));
            }
            Err(error) => {
                // What it said stands right above, where one looks first.
                let (name, seconds) = (step.name, time.as_secs_f64());
                println!("=== {name}: FAILED, {seconds:.1} s; {} steps before it passed", done.len());
                return Err(error);
            }
        }
    }
    summarize(&done);
    println!("All {} steps passed.", done.len());
    Ok(())
}

fn summarize(done: &[(&str, Duration, Option<String>)]) {
    println!("\n=== summary");
    for (name, time, note) in done {
        println!(
            "  ok      {name:<22} {:>7.1} s  {}",
            time.as_secs_f64(),
            note.as_deref().unwrap_or_default()
        );
    }
}

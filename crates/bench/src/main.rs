//! Runs the benches and compares their figures with the goals: `cargo xtask bench [js] [--quick]`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the report is what the program is for")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use atlassian_admin_bench::goals::{Figures, report};
use atlassian_admin_bench::server::{Listing, Server, page};
use atlassian_admin_bench::walk::{Consumer, Walks};
use atlassian_admin_bench::{HEAP_PAGES, Outcome, PAGES, schemas};
use serde_json::Value;

/// The version of gungraun in `Cargo.toml`, which its runner must have as well.
const RUNNER: &str = "0.20.0";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = words.iter().find(|word| !["js", "--quick"].contains(&word.as_str())) {
        eprintln!("unknown argument `{unknown}`; usage: cargo xtask bench [js] [--quick]");
        return ExitCode::from(2);
    }
    let has = |word: &str| words.iter().any(|given| given == word);
    let error = match measure(!has("js"), has("--quick")).map(|figures| report(&figures)) {
        Ok(0) => return ExitCode::SUCCESS,
        Ok(missed) => format!("{missed} of the goals are missed"),
        Err(error) => error.to_string(),
    };
    eprintln!("error: {error}");
    ExitCode::FAILURE
}

fn measure(has_rust: bool, is_quick: bool) -> Outcome<Figures> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The program is in `release`, below the target folder.
    let target: PathBuf =
        std::env::current_exe()?.ancestors().nth(2).ok_or("the program is not in a target folder")?.into();
    let mut figures = Figures::new();
    if has_rust {
        for listing in [Listing::Events, Listing::Users] {
            let kilobytes = page(listing, false, 0, false).len() / 1_000;
            println!("a page of {listing:?} has {} items and {kilobytes} kB", listing.page_size());
        }
        let mut install = Command::new("cargo");
        install.args(["install", "--quiet", "--locked", "gungraun-runner", "--version", RUNNER, "--root"]);
        text(install.arg(target.join("tools")))?;
        figures.extend(count(here, &target)?);
        // Built with our workspace, the peer's reqwest would get our features.
        figures.extend(count(&here.join("peers/jira"), &target.join("peers"))?);
        figures.extend(read_ahead(is_quick)?);
    }
    figures.extend(javascript(here, is_quick)?);
    Ok(figures)
}

/// Runs the bench `walks` of a package. A figure is named after its function and its ID there.
fn count(package: &Path, target: &Path) -> Outcome<Figures> {
    let tools = target.ancestors().map(|folder| folder.join("tools/bin")).find(|bin| bin.is_dir());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(tools.into_iter().chain(std::env::split_paths(&path)))?;
    let mut bench = Command::new("cargo");
    bench.args(["bench", "--quiet", "--locked", "--bench", "walks", "--"]);
    bench.args(["--output-format=json", "--parallel=auto", "--callgrind-args=--cache-sim=no"]);
    // Futures are polled through deep stacks, by which DHAT finds the allocations of a walk.
    bench.arg("--dhat-args=--num-callers=200").current_dir(package);
    bench.env("PATH", path).env("CARGO_TARGET_DIR", target);
    let mut figures = Figures::new();
    for line in text(&mut bench)?.lines() {
        let bench: Value = serde_json::from_str(line)?;
        let name = |property| bench.get(property).and_then(Value::as_str).unwrap_or_default();
        let metric = |metric: &str| {
            bench
                .pointer(&format!("/profiles/0/data/total/metrics/{metric}/values/new"))
                .and_then(Value::as_f64)
        };
        let mut add = |group: &str, value: Option<f64>, divisor: f64| {
            value.map(|value| figures.insert(format!("{group}.{}", name("id")), value / divisor))
        };
        add(name("function_name"), metric("Ir"), PAGES as f64 * 1e6);
        add("heap", metric("MaximumBytes"), 1e6);
        add("allocations", metric("TotalBlocks"), HEAP_PAGES as f64 * 1e3);
    }
    Ok(figures)
}

/// Milliseconds per page where the server takes 50 ms for each.
#[allow(clippy::disallowed_methods, reason = "a bench measures real time")]
fn read_ahead(is_quick: bool) -> Outcome<Figures> {
    const PAGES: usize = 20;
    let walks = Walks::new(PAGES, Server { latency: Duration::from_millis(50), ..Server::default() })?;
    let mut figures = Figures::new();
    for _ in 0..if is_quick { 2 } else { 5 } {
        for (name, is_ahead, consumer) in [
            ("ahead.idle", true, Consumer::Idle),
            ("ahead.awaits", true, Consumer::Awaits),
            ("ahead.computes", true, Consumer::Computes),
            ("ahead.sequential", false, Consumer::Awaits),
        ] {
            let start = Instant::now();
            walks.typed_events(is_ahead, consumer)?;
            let time = start.elapsed().as_secs_f64() * 1e3 / PAGES as f64;
            // The least: other work on the machine makes a walk slower, never faster.
            figures.entry(name.to_owned()).and_modify(|least| *least = least.min(time)).or_insert(time);
        }
    }
    Ok(figures)
}

/// Builds the npm package and the schemas for zod, and runs the scripts that measure them.
fn javascript(here: &Path, is_quick: bool) -> Outcome<Figures> {
    let scripts = here.join("js");
    text(Command::new("cargo").args(["xtask", "wasm", "--published"]).current_dir(here))?;
    let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
    text(Command::new("npm").args(install).current_dir(&scripts))?;
    let schemas = scripts.join("node_modules/schemas-for-zod");
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("schemas.mjs"), schemas::render())?;
    let mut node = Command::new("node");
    node.arg("bench.mjs").arg(Server::default().start()?).args(is_quick.then_some("--quick"));
    let mut figures = Figures::new();
    for line in text(node.current_dir(&scripts))?.lines() {
        let (name, value) = line.split_once(' ').ok_or_else(|| format!("not a figure: {line}"))?;
        figures.insert(name.to_owned(), value.parse()?);
    }
    Ok(figures)
}

/// Runs a command and returns what it prints on standard output.
fn text(command: &mut Command) -> Outcome<String> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let shown = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    eprintln!("$ {shown}");
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("`{shown}` failed: {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

//! `cargo xtask fuzz`: looks, by libFuzzer, for bytes that break a property of `crates/fuzz`.
//!
//! All of it is kept in `target/fuzz`: `corpus` holds the inputs that led somewhere new, from the seeds on, so that a later run goes
//! on from there; `crashes` those that broke something; `logs` what libFuzzer said. Deleting the folder begins anew.

mod options;
mod report;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;
pub(crate) use options::Options;
use report::Report;

/// The programs, which are a workspace of their own.
const TARGETS: &str = "crates/fuzz/targets";

/// The most memory that a target may take, in megabytes; a few of them are what libFuzzer remembers.
const MEMORY: u32 = 2_048;

/// How long one input may take, in seconds. The slowest ones take some thousandths.
const TIMEOUT: u32 = 10;

/// The longest input, in bytes: of that length are a page of a listing and a checkpoint.
const LENGTH: u32 = 16_384;

/// How libFuzzer ends when it is told to.
const INTERRUPTED: i32 = 72;

/// Runs the targets. An error where an input breaks one.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Outcome {
    match missing(workspace) {
        None => attack(workspace, options).map(|_| ()),
        Some(tool) => Err(tool.into()),
    }
}

/// A minute of each as a step of the tests, which is left out where there is no nightly toolchain.
pub(crate) fn step(workspace: &Workspace) -> Outcome<Option<String>> {
    match missing(workspace) {
        None => attack(workspace, &Options::default()).map(Some),
        Some(tool) => {
            let note = format!("NOT RUN: {tool}");
            println!("{note}");
            Ok(Some(note))
        }
    }
}

/// What has to be installed first.
fn missing(workspace: &Workspace) -> Option<&'static str> {
    let succeeds = |line| Cmd::line(line).succeeds(workspace.root());
    if !succeeds("cargo +nightly --version") {
        return Some(
            "there is no nightly toolchain, which libFuzzer's instruments need; `rustup toolchain install nightly` installs it",
        );
    }
    (!succeeds("cargo +nightly fuzz --version"))
        .then_some("cargo-fuzz is missing; `cargo install --locked cargo-fuzz` installs it")
}

fn attack(workspace: &Workspace, options: &Options) -> Outcome<String> {
    let fuzz = |task: &str| Cmd::line("cargo +nightly fuzz").args([task, "--fuzz-dir", TARGETS]);
    let targets = fuzz("list").text(workspace.root())?;
    let wanted = options.of(&targets.lines().collect::<Vec<_>>())?;
    let folder = workspace.target()?.join("fuzz");

    let seeds = Cmd::line("cargo run --quiet --package atlassian-admin-fuzz -- seeds")
        .args([folder.join("corpus").to_string_lossy()]);
    println!("$ {seeds}");
    seeds.run(workspace.root())?;

    // No sanitizer: nothing here is unsafe, and without one there are twice as many runs.
    let build = folder.join("build");
    let programs = fuzz("build").args(["--sanitizer", "none", "--target-dir", &build.to_string_lossy()]);
    println!("$ {programs}");
    programs.run(workspace.root())?;
    let programs = build.join(host(workspace)?).join("release");

    let mut reports = Vec::new();
    for target in wanted {
        println!("=== {target}: {} s", options.seconds);
        let report = one(&folder, &programs, &target, options.seconds)?;
        if let Some(crash) = &report.crash {
            println!("{crash}");
        }
        reports.push(report);
    }
    println!("\n=== summary");
    for report in &reports {
        println!("  {report}");
    }
    let broken: Vec<_> = reports.iter().filter_map(Report::repeat).collect();
    if broken.is_empty() {
        let runs: u64 = reports.iter().map(|report| report.runs).sum();
        return Ok(format!("{} targets, {runs} runs", reports.len()));
    }
    Err(format!("an input breaks what must hold; this repeats it:\n  {}", broken.join("\n  ")).into())
}

/// Runs one target for so many seconds, or up to its first crash.
fn one(folder: &Path, programs: &Path, target: &str, seconds: u64) -> Outcome<Report> {
    let place = |part: &str| -> Outcome<PathBuf> {
        let place = folder.join(part).join(target);
        fs::create_dir_all(&place)?;
        Ok(place)
    };
    let (corpus, crashes, logs) = (place("corpus")?, place("crashes")?, place("logs")?);
    let run = Cmd::new([programs.join(target).to_string_lossy(), corpus.to_string_lossy()])
        .args([
            format!("-max_total_time={seconds}"),
            format!("-rss_limit_mb={MEMORY}"),
            format!("-timeout={TIMEOUT}"),
            format!("-max_len={LENGTH}"),
            // What follows is the beginning of a file's name.
            format!("-artifact_prefix={}/", crashes.display()),
        ])
        .args(["-print_final_stats=1"]);
    let log = logs.join("libfuzzer.log");
    // What an input gives to standard output is of no use, and may be much.
    let status = run
        .process(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&log)?)
        .status()
        .map_err(|error| format!("`{run}` could not be started: {error}"))?;
    if status.code() == Some(INTERRUPTED) {
        return Err(format!("{target} was interrupted; what it found is in {}", corpus.display()).into());
    }
    Ok(Report::read(target, status.success(), &String::from_utf8_lossy(&fs::read(&log)?)))
}

/// The platform of the toolchain, by which the folders of what it builds are named.
fn host(workspace: &Workspace) -> Outcome<String> {
    let told = Cmd::line("rustc +nightly -vV").text(workspace.root())?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not tell its host")?.to_owned())
}

//! `cargo xtask mutants`: changes the core in many small ways, one at a time, and tells which changes no test notices.
//!
//! cargo-mutants makes the changes, by `.cargo/mutants.toml`, in a copy of the workspace. What it finds accumulates in `target/mutants`,
//! so that it may take as many runs as one likes; what was caught before is not run again. Deleting the folder begins anew.

mod areas;
mod options;
mod results;

use std::fs;
use std::path::Path;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;
use areas::Area;
pub(crate) use options::Options;
use results::{End, Results};

/// The least share of the mutants that compile, in a hundred, that is to be caught in each area.
const GOAL: usize = 90;

/// Runs mutants and tells of all that ran so far. An error where an area that is done falls short of the goal.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Outcome {
    if !Cmd::line("cargo mutants --version").succeeds(workspace.root()) {
        return Err("cargo-mutants is missing; `cargo install --locked cargo-mutants` installs it".into());
    }
    let folder = workspace.target()?.join("mutants");
    let (mut told, mut short) = (Vec::new(), Vec::new());
    for area in &options.areas {
        let own = folder.join(area.name);
        fs::create_dir_all(&own)?;
        let mut results = Results::load(&own)?;
        // A run that was broken off has left what it found; the next one writes over it.
        results.add_run(&own)?;
        results.store(&own)?;
        let all = list(workspace, area)?;
        let wanted: Vec<_> = options.shard.of(&all).filter(|mutant| !results.settles(mutant)).collect();
        if !wanted.is_empty() {
            println!("=== {}: {} of {} mutants", area.name, wanted.len(), all.len());
            attack(workspace, area, &wanted, &folder)?;
            results.add_run(&own)?;
        }
        let results = results.of(&all);
        results.store(&own)?;
        if results.count() == all.len() && results.share_caught() < GOAL {
            short.push(area.name);
        }
        told.push((*area, all, results));
    }
    tell(&told);
    if short.is_empty() {
        Ok(())
    } else {
        Err(format!("fewer than {GOAL} % are caught in: {}", short.join(", ")).into())
    }
}

/// The names of all of an area's mutants.
fn list(workspace: &Workspace, area: &Area) -> Outcome<Vec<String>> {
    let listed = mutants(area).args(["--list"]).text(workspace.root())?;
    Ok(listed.lines().map(str::to_owned).collect())
}

/// Runs these mutants; and those that leave out a field of a struct, which cargo-mutants does not pick by name, in any case.
fn attack(workspace: &Workspace, area: &Area, wanted: &[&String], folder: &Path) -> Outcome {
    let names: Vec<_> = wanted.iter().map(|name| escaped(name)).collect();
    let tests = area.tests.iter().flat_map(|test| ["--test", test]);
    // A changed loop may ask for memory without end.
    let command = Cmd::new(["sh", "-c", "ulimit -v 8000000; exec \"$@\"", "sh"])
        .then(&mutants(area))
        .args(["--re", &format!("^({})$", names.join("|"))])
        .args(["--output", &folder.join(area.name).to_string_lossy()])
        .args(["--", "--lib"])
        .args(tests)
        .env("CARGO_TARGET_DIR", &folder.join("build").to_string_lossy())
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("PROPTEST_CASES", "32")
        .env("PROPTEST_RNG_SEED", "1");
    // 0: all caught; 2: some missed; 3: some timed out. Anything else: the tests fail as they are, or it could not begin.
    let status = command.process(workspace.root()).status()?;
    match status.code() {
        Some(0 | 2 | 3) => Ok(()),
        _ => Err(format!("cargo-mutants failed ({status}); see above, and {}/mutants.out", area.name).into()),
    }
}

fn mutants(area: &Area) -> Cmd {
    Cmd::line("cargo mutants --package atlassian-admin-core --colors never").args(area.files())
}

/// A name as a pattern that matches it alone.
fn escaped(name: &str) -> String {
    let mut pattern = String::new();
    for character in name.chars() {
        if r"\.+*?()|[]{}^$".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

fn tell(told: &[(&Area, Vec<String>, Results)]) {
    let mut sum = Results::default();
    let mut left = 0;
    println!("\n=== summary");
    for (area, all, results) in told {
        println!("  {:<9} {results}; {} % of what compiles is caught", area.name, results.share_caught());
        left += all.len() - results.count();
        sum.merge(results);
    }
    for (end, title) in [(End::Missed, "missed"), (End::TimedOut, "timed out")] {
        for name in sum.names(end) {
            println!("  {title}: {name}");
        }
    }
    if left > 0 {
        println!("{left} mutants are still to be run");
    }
    println!("{sum}");
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_pattern_matches_the_name_alone() {
        assert_eq!(
            escaped("a/b.rs:1:2: replace <impl T for U<'_>>::f -> Option<()> with Some([1 + 2])"),
            r"a/b\.rs:1:2: replace <impl T for U<'_>>::f -> Option<\(\)> with Some\(\[1 \+ 2\]\)"
        );
    }
}

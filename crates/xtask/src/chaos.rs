//! `cargo xtask chaos`: builds the command line and the harness that attacks it (`src/chaos/`), and runs the harness.

use std::num::NonZero;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// Which rounds are played: so many from this seed on. Each has the seed after the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rounds {
    pub(crate) count: u64,
    pub(crate) seed: u64,
}

impl Rounds {
    /// Reads `--rounds N --seed S`.
    pub(crate) fn read(options: &[&str]) -> Outcome<Self> {
        let mut rounds = Self { count: 300, seed: 1 };
        for option in options.chunks(2) {
            match option {
                ["--rounds", count] => {
                    let count: NonZero<u64> =
                        count.parse().map_err(|_| "--rounds takes a number from 1 on")?;
                    rounds.count = count.get();
                }
                ["--seed", seed] => rounds.seed = seed.parse().map_err(|_| "--seed takes a number")?,
                _ => return Err(format!("`{}` is none of --rounds N and --seed S", option.join(" ")).into()),
            }
        }
        Ok(rounds)
    }
}

/// Plays rounds. An error where an event was lost, came twice or was torn, or an exporter did what it must not do.
pub(crate) fn run(workspace: &Workspace, rounds: Rounds) -> Outcome {
    Cmd::line("cargo build --quiet --package atlassian-admin-cli").run(workspace.root())?;
    let target = workspace.target()?;
    let (program, folder) = (target.join("debug/atlassian-admin"), target.join("chaos"));
    Cmd::line("cargo run --quiet --package xtask --features chaos --bin chaos --")
        .args([program.to_string_lossy(), folder.to_string_lossy()])
        .args([rounds.count.to_string(), rounds.seed.to_string()])
        .run(workspace.root())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_and_seed_are_read_in_any_order() {
        let read = |options: &[&str]| Rounds::read(options).map_err(|error| error.to_string());
        assert_eq!(read(&[]), Ok(Rounds { count: 300, seed: 1 }));
        assert_eq!(read(&["--seed", "7", "--rounds", "2"]), Ok(Rounds { count: 2, seed: 7 }));
        for count in ["many", "0", "-1"] {
            assert_eq!(read(&["--rounds", count]), Err("--rounds takes a number from 1 on".into()));
        }
        assert_eq!(read(&["--seed"]), Err("`--seed` is none of --rounds N and --seed S".into()));
    }
}

//! Counts user instructions: the one figure that a busy machine does not change.

use std::fmt;
use std::path::Path;
use std::process::Output;

use crate::command::{Cmd, Outcome};

/// What counts instructions here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counter {
    /// The processor's own counter.
    Perf,
    /// A simulated processor: slow, and within 2 % of the counter.
    Callgrind,
}

impl fmt::Display for Counter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Perf => "perf stat, the processor's counter",
            Self::Callgrind => "callgrind, as this machine offers no counter to perf",
        })
    }
}

impl Counter {
    pub(super) fn find(directory: &Path) -> Outcome<Self> {
        let probe = Self::Perf.wrapping().then(&Cmd::line("cargo --version")).output(directory);
        if probe.is_ok_and(|output| Self::Perf.read(&output).is_ok()) {
            return Ok(Self::Perf);
        }
        if Cmd::line("valgrind --version").succeeds(directory) {
            return Ok(Self::Callgrind);
        }
        Err("nothing here counts instructions: install `perf` where the machine has counters, or `valgrind`"
            .into())
    }

    /// What stands before a command to have it counted.
    fn wrapping(self) -> Cmd {
        match self {
            Self::Perf => Cmd::line("perf stat --field-separator , --event instructions:u --"),
            // Node writes its machine code as it goes.
            Self::Callgrind => {
                Cmd::line("valgrind --tool=callgrind --callgrind-out-file=/dev/null --smc-check=all-non-file")
            }
        }
    }

    /// How many instructions, and what the command itself printed.
    pub(super) fn count(self, command: &Cmd, directory: &Path) -> Outcome<(u64, String)> {
        self.counted(&self.wrapping().then(command), directory)
    }

    /// The same of a command that tells by itself from where on it is to be counted, and until when. Where a processor of its own counts,
    /// all of it is: that takes no time.
    pub(super) fn count_when_told(self, command: Cmd, directory: &Path) -> Outcome<(u64, String)> {
        match self {
            Self::Perf => self.count(&command, directory),
            Self::Callgrind => {
                let wrapping = self.wrapping().args(["--instr-atstart=no"]);
                let command = command.args(["counter=callgrind_control"]);
                self.counted(&wrapping.then(&command), directory)
            }
        }
    }

    fn counted(self, command: &Cmd, directory: &Path) -> Outcome<(u64, String)> {
        let output = command.output(directory)?;
        let count = self.read(&output)?;
        Ok((count, String::from_utf8(output.stdout)?))
    }

    fn read(self, output: &Output) -> Outcome<u64> {
        let told = String::from_utf8_lossy(&output.stderr);
        let count = match self {
            Self::Perf => told
                .lines()
                .find(|line| line.contains("instructions"))
                .and_then(|line| line.split(',').next()),
            Self::Callgrind => {
                told.lines().find_map(|line| line.split_once("Collected : ")).map(|(_, count)| count)
            }
        };
        let count = count.and_then(|count| count.trim().parse().ok());
        count.ok_or_else(|| format!("{self} told no count:\n{told}").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::ExitStatus;

    fn told(text: &str) -> Output {
        Output { status: ExitStatus::default(), stdout: Vec::new(), stderr: text.into() }
    }

    #[test]
    fn counts_are_read() {
        let perf = told("23140000,,instructions:u,1000,100.00,,\n");
        assert_eq!(Counter::Perf.read(&perf).unwrap(), 23_140_000);
        assert!(Counter::Perf.read(&told("<not supported>,,instructions:u,0,100.00,,\n")).is_err());
        let callgrind = told("==7== Events    : Ir\n==7== Collected : 491647533\n==7==\n");
        assert_eq!(Counter::Callgrind.read(&callgrind).unwrap(), 491_647_533);
    }
}

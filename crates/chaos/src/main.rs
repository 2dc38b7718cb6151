//! The crash and fault harness: the command line copies the audit log of the simulator into a
//! file, while it is killed and restarted and the simulator injects every fault that it knows. Then
//! the file is compared with the log.
//!
//! `cargo xtask chaos` builds and runs it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a task is for")]

mod clock;
mod compare;
mod exporter;
mod faults;
mod growth;
mod organization;
mod plan;
mod report;
mod round;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use futures_util::{StreamExt, stream};
use plan::Plan;
use report::Report;
use round::Round;

/// What a round comes to.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How many rounds are played at once: exporters mostly wait.
const AT_ONCE: usize = 8;

fn main() -> ExitCode {
    match run() {
        Ok(report) => {
            report.print();
            if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Attacks the command line, and prints what it lost.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask chaos")]
struct Options {
    /// How many rounds are played.
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..))]
    rounds: u64,
    /// The seed of the first round; each further round has the next one.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn run() -> Outcome<Report> {
    let Options { rounds, seed } = Options::parse();
    // `cargo build` puts the command line's program into the same folder as this one.
    let here = std::env::current_exe()?;
    let folder = here.ancestors().nth(2).ok_or("this program is not in a target directory")?.join("chaos");
    let program = here.with_file_name("atlassian-admin").with_extension(std::env::consts::EXE_EXTENSION);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let seeds = (0..rounds).map(|round| seed.wrapping_add(round));
        let rounds = seeds.map(|seed| tokio::spawn(round(seed, program.clone(), folder.clone())));
        let mut rounds = stream::iter(rounds).buffer_unordered(AT_ONCE);
        let mut report = Report::default();
        while let Some(played) = rounds.next().await {
            let (seed, played) = played?;
            report.add(seed, played?);
        }
        Ok(report)
    })
}

/// Plays the round of a seed, in a folder that stays where something is wrong.
async fn round(seed: u64, program: PathBuf, folder: PathBuf) -> (u64, Outcome<Round>) {
    let folder = folder.join(seed.to_string());
    let played = async {
        if folder.exists() {
            // Of an earlier run.
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let round = round::play(&Plan::from_seed(seed), &program, &folder).await?;
        if round.is_good() {
            fs::remove_dir_all(&folder)?;
        }
        Ok(round)
    };
    (seed, played.await)
}

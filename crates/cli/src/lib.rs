//! `atlassian-admin`: administers Atlassian organizations from the command line.
//!
//! A library, so that [`fuzzed`] can be attacked; the binary is its [`main`], and it promises nothing else to anybody.
//!
//! The way of a command: `args` says what can be typed, `context` makes a client of it, `commands` call it and hand what comes
//! back to `output`; whatever goes wrong becomes a `exit::Failure`, which is one line and an exit code.

mod args;
mod commands;
mod context;
mod dates;
mod exit;
mod explain;
#[doc(hidden)]
pub mod fuzzed;
mod groups;
mod key;
mod nearest;
mod output;
mod plain;
mod progress;
mod quantity;
mod signals;
mod stderr;
mod waits;
mod window;

use std::process::ExitCode;

use crate::exit::Failure;
use crate::signals::Interrupt;

/// The arguments, from which the manual pages are generated.
#[doc(hidden)]
#[must_use]
pub fn command() -> clap::Command {
    args::command()
}

/// Does what the arguments of the process ask for.
pub fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run() -> Result<(), Failure> {
    args::refuse_keys(std::env::args_os())?;
    let Some(cli) = args::parse(std::env::args_os())? else { return Ok(()) };
    let system =
        |error| Failure::usage(format!("the operating system refuses what this program needs: {error}"));
    let interrupt = Interrupt::listen().map_err(system)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
    let result = runtime.block_on(commands::run(cli, interrupt));
    // A name look-up under way would otherwise hold up the end of an interrupted command.
    runtime.shutdown_background();
    result
}

//! `atlassian-admin`: administers Atlassian organizations from the command line.
//!
//! A library, so that [`fuzzed`] can be fuzzed; the binary calls its [`main`]. Nothing else is a
//! stable API.
//!
//! The path of a command: `args` parses the command line, `context` creates a client, `commands`
//! call it and pass the result to `output`. Every failure becomes an `exit::Failure`: a message
//! and an exit code.

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

/// Runs the command of the process's arguments.
pub fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run() -> Result<(), Failure> {
    args::refuse_keys(std::env::args_os())?;
    let Some(cli) = args::parse(std::env::args_os())? else { return Ok(()) };
    let system = |error: std::io::Error| {
        Failure::usage(format!("cannot start: the operating system reports: {}", plain::system(&error)))
    };
    let interrupt = Interrupt::listen().map_err(system)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
    let result = runtime.block_on(commands::run(cli, interrupt));
    // A pending name resolution would otherwise delay the end of an interrupted command.
    runtime.shutdown_background();
    result
}

//! Tests of the real binary, run as users run it: arguments, a clean environment, exit codes,
//! standard output and standard error.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]
#![cfg(unix)]

mod arguments;
mod call;
mod dates;
#[cfg(target_os = "linux")]
mod durability;
mod errors;
mod examples;
mod export;
mod export_refusals;
mod export_stdout;
mod filters;
mod follow;
mod formats;
mod help;
mod input;
mod keys;
mod listings;
mod operations;
mod pty;
mod run;
mod secrets;
mod server;
mod simulate;
mod suggestions;
mod terminal;

//! The arguments of the simulator.

use std::fmt::Display;
use std::net::SocketAddr;

use atlassian_admin_simulator::{Fault, FaultArgument, Quirk};
use clap::Args;

use super::examples;
use super::number::{per_minute, whole};
use crate::dates::{FORMS, When};
use crate::nearest;

#[derive(Debug, Args)]
#[command(after_help = switches())]
pub(crate) struct SimulateArgs {
    /// The address to listen on; port 0 picks a free port, which is printed on standard output
    #[arg(long, allow_negative_numbers = true, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0", value_parser = address)]
    pub(crate) listen: SocketAddr,
    /// Listen on an address that other machines can reach
    #[arg(long)]
    pub(crate) allow_remote: bool,
    /// The seed of all data: the same seed gives the same organization
    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true, value_parser = whole::<u64>(0..=u64::MAX))]
    pub(crate) seed: u64,
    /// Number of managed accounts, at most 10,000,000: a search holds the order of all of them in
    /// memory, 70 bytes each
    #[arg(long, value_name = "N", default_value_t = 1_000, allow_negative_numbers = true, value_parser = whole::<u64>(0..=MAX_ACCOUNTS))]
    pub(crate) accounts: u64,
    /// Number of events that the audit log starts with, at most 10,000,000,000: each has a
    /// millisecond of its own within the last 170 days
    #[arg(long, value_name = "N", default_value_t = 10_000, allow_negative_numbers = true, value_parser = whole::<u64>(0..=MAX_EVENTS))]
    pub(crate) events: u64,
    /// Number of new events per minute, at most 60,000
    #[arg(long, value_name = "N", default_value_t = 0.0, allow_negative_numbers = true, value_parser = per_minute)]
    pub(crate) events_per_minute: f64,
    #[arg(long, value_name = "TIME", help = start_help())]
    pub(crate) now: Option<When>,
    /// Do not enforce rate limits
    #[arg(long)]
    pub(crate) no_rate_limits: bool,
    /// Deviate from the documents as the real API does; may be repeated
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = quirk)]
    pub(crate) quirk: Vec<Quirk>,
    /// Inject a fault; may be repeated
    #[arg(long, value_name = "SPEC", value_parser = fault)]
    pub(crate) fault: Vec<Fault>,
    /// Let web pages of any origin call it
    #[arg(long)]
    pub(crate) cors: bool,
}

/// A client that requests the last days by another clock gets no events.
fn start_help() -> String {
    format!(
        "The time at which its clock starts, which is a fixed day of January 2026 unless given; `now` for that of this machine; a date is 00:00 UTC of that day. Else {FORMS}"
    )
}

/// Maximum number of accounts. Ten million take 0.7 GB; far more would end the process.
const MAX_ACCOUNTS: u64 = 10_000_000;

/// Maximum number of events. With more than one a millisecond, cursors would skip some.
const MAX_EVENTS: u64 = 10_000_000_000;

fn address(text: &str) -> Result<SocketAddr, String> {
    let problem = |_| "give an IP address and a port up to 65535, such as 127.0.0.1:8080 or [::1]:0";
    text.parse().map_err(problem).map_err(str::to_owned)
}

fn quirk(text: &str) -> Result<Quirk, String> {
    let hint = nearest::hint(text, Quirk::ALL.iter().map(|quirk| quirk.name()));
    text.parse().map_err(|error| meant(&error, &hint))
}

fn fault(text: &str) -> Result<Fault, String> {
    let kind = text.split(':').next().unwrap_or_default();
    let names = || Fault::KINDS.iter().map(|kind| kind.name);
    let is_known = kind.parse::<u16>().is_ok() || names().any(|known| known == kind);
    let hint = if is_known { String::new() } else { nearest::hint(kind, names()) };
    text.parse().map_err(|error| meant(&error, &hint))
}

/// Puts the suggestion before the list of all names, which is long.
fn meant(error: &impl Display, hint: &str) -> String {
    match hint.strip_prefix(": ") {
        Some(hint) => format!("{hint} {error}"),
        None => error.to_string(),
    }
}

const FAULT_EXAMPLE: &str = "503:operation=pollEvents,skip=2,times=1";

/// Examples, and all quirks and faults.
fn switches() -> String {
    let mut text = format!("{}\n\nQuirks (--quirk NAME):\n", examples::SIMULATE);
    for quirk in Quirk::ALL {
        entry(&mut text, quirk.name(), quirk.description());
    }
    text.push_str("\nFaults (--fault KIND[:NAME=VALUE,…]):\n");
    for kind in Fault::KINDS {
        entry(&mut text, kind.name, kind.description);
        arguments(&mut text, kind.arguments);
    }
    text.push_str("All but late also take:\n");
    arguments(&mut text, Fault::TRIGGERS);
    text.push_str(&format!("  --fault {FAULT_EXAMPLE}"));
    text
}

fn arguments(text: &mut String, arguments: &[FaultArgument]) {
    for FaultArgument { name, value, description, .. } in arguments {
        entry(text, &format!("  {name}={value}"), description);
    }
}

fn entry(text: &mut String, name: &str, description: &str) {
    text.push_str(&format!("  {name:<25}{description}\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fault_example_can_be_parsed() {
        assert!(FAULT_EXAMPLE.parse::<Fault>().is_ok());
    }
}

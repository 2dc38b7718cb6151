//! The arguments of the simulator.

use std::fmt::Display;
use std::net::SocketAddr;

use atlassian_admin_simulator::{Fault, Quirk};
use clap::Args;

use super::examples;
use crate::dates::{FORMS, When};
use crate::nearest;

#[derive(Debug, Args)]
#[command(after_help = switches())]
pub(crate) struct SimulateArgs {
    /// The address to listen at; port 0 takes a free one, which the line on standard output tells
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0")]
    pub(crate) listen: SocketAddr,
    /// Listen at an address that other machines can reach
    #[arg(long)]
    pub(crate) allow_remote: bool,
    /// What everything derives from: the same seed gives the same organization
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many managed accounts there are
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    pub(crate) accounts: u64,
    /// How many events the audit log begins with
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub(crate) events: u64,
    /// How many new events there are a minute
    #[arg(long, value_name = "N", default_value_t = 0.0, value_parser = per_minute)]
    pub(crate) events_per_minute: f64,
    #[arg(long, value_name = "TIME", help = start_help())]
    pub(crate) now: Option<When>,
    /// Refuse nothing for its rate
    #[arg(long)]
    pub(crate) no_rate_limits: bool,
    /// Deviate from the documents as the real API does; may be repeated
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = quirk)]
    pub(crate) quirk: Vec<Quirk>,
    /// Fail; may be repeated
    #[arg(long, value_name = "SPEC", value_parser = fault)]
    pub(crate) fault: Vec<Fault>,
    /// Let web pages of any origin call it
    #[arg(long)]
    pub(crate) cors: bool,
}

/// Who asks it for the last days by another clock gets none of them.
fn start_help() -> String {
    format!(
        "The time at which its clock starts, which is a fixed day of January 2026 unless given; `now` for that of this machine; a date is 00:00 UTC of that day. Else {FORMS}"
    )
}

fn per_minute(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    number.ok_or_else(|| "give a number, such as 60 or 0.5".to_owned())
}

fn quirk(text: &str) -> Result<Quirk, String> {
    let hint = nearest::hint(text, Quirk::ALL.iter().map(|quirk| quirk.name()));
    text.parse().map_err(|error| meant(&error, &hint))
}

fn fault(text: &str) -> Result<Fault, String> {
    let kind = text.split(':').next().unwrap_or_default();
    let hint = match kinds().any(|known| known == kind) {
        true => String::new(),
        false => nearest::hint(kind, kinds()),
    };
    text.parse().map_err(|error| meant(&error, &hint))
}

/// Puts the suggestion before the list of all names, which is long.
fn meant(error: &impl Display, hint: &str) -> String {
    match hint.strip_prefix(": ") {
        Some(hint) => format!("{hint} {error}"),
        None => error.to_string(),
    }
}

/// The names of the faults.
fn kinds() -> impl Iterator<Item = &'static str> {
    FAULTS.iter().flat_map(|(form, _)| form.split(", ")).filter_map(|form| form.split(':').next())
}

/// The faults: how each is written, and what it does.
const FAULTS: &[(&str, &str)] = &[
    ("429:retry-after=SECONDS", "refuses for the rate; also retry-after=http-date, iso or none"),
    ("500, 502, 503, 504", "fails"),
    ("reset, reset-body", "ends the connection, before or within the answer"),
    ("truncated-json", "answers with JSON that is cut off"),
    ("wrong-type", "answers with JSON of another shape"),
    ("html", "answers with a page of HTML"),
    ("lost:as=reset", "does what is asked, and loses the answer; also as=hang, 500, 502, 503 or 504"),
    ("delay:ms=N", "answers later"),
    ("drip:ms=N", "sends the body in 16 pieces, so long after each other"),
    ("hang", "never answers"),
    ("repeated-cursor", "gives the same cursor again"),
    ("expired-cursor", "refuses a cursor"),
    ("duplicate", "gives an event of the page before again"),
    ("late:every=N,by=SECONDS", "shows each N-th event so much later"),
];

const FAULT_PARAMETERS: &str = "\
All but late also take operation=ID, skip=N, every=N, chance=0.25 and times=N:
  --fault 503:operation=pollEvents,skip=2,times=1";

/// Examples, and all quirks and faults.
fn switches() -> String {
    let quirks = Quirk::ALL.iter().map(|quirk| (quirk.name(), quirk.description()));
    let mut text = format!("{}\n\n", examples::SIMULATE);
    section(&mut text, "Quirks (--quirk NAME):", quirks);
    section(&mut text, "\nFaults (--fault KIND[:PARAMETER=VALUE,…]):", FAULTS.iter().copied());
    text.push_str(FAULT_PARAMETERS);
    text
}

fn section<'a>(text: &mut String, title: &str, entries: impl Iterator<Item = (&'a str, &'a str)>) {
    text.push_str(&format!("{title}\n"));
    for (name, description) in entries {
        text.push_str(&format!("  {name:<25}{description}\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_lists_the_faults_that_there_are() {
        let error = "no-such-fault".parse::<Fault>().unwrap_err().to_string();
        let kinds = error.split_once("the faults are ").unwrap().1;
        assert_eq!(kinds.split(", ").collect::<Vec<_>>(), super::kinds().collect::<Vec<_>>());
    }

    #[test]
    fn the_example_can_be_used() {
        let example = FAULT_PARAMETERS.rsplit(' ').next().unwrap();
        assert!(example.parse::<Fault>().is_ok());
    }
}

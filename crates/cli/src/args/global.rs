//! The arguments that every command takes.

use std::path::PathBuf;
use std::time::Duration;

use atlassian_admin::input::{self, InputError};
use clap::Args;

use super::number::{seconds, whole};
use crate::exit::Failure;

#[derive(Debug, Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct Global {
    /// The organization; may be omitted if the key can access exactly one [env:
    /// ATLASSIAN_ADMIN_ORG_ID]
    // The variables are read by hand, so that --simulate can distinguish them from arguments and
    // ignore them.
    #[arg(long, global = true, value_name = "ID", value_parser = id)]
    pub(crate) org: Option<String>,

    /// The file with the key, readable only by its owner; without it, the key is read from the
    /// environment
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) key_file: Option<PathBuf>,

    /// The URL of the API [default: https://api.atlassian.com] [env: ATLASSIAN_ADMIN_BASE_URL]
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) base_url: Option<String>,

    /// Maximum time for one call, with waits and retries [default: 60 per attempt, 600 in total]
    #[arg(long, global = true, value_name = "SECONDS", allow_negative_numbers = true, value_parser = seconds)]
    pub(crate) timeout: Option<Duration>,

    /// Print no progress, notes or summary
    // Listed after the flags of each command.
    #[arg(long, short, global = true, help_heading = "Output", display_order = 900)]
    pub(crate) quiet: bool,

    /// Use a simulated organization of 1,000 accounts instead of the API; needs no key
    #[arg(long, global = true, value_name = "SEED", num_args = 0..=1, require_equals = true, default_missing_value = "1", value_parser = whole::<u64>(0..=u64::MAX), help_heading = "Try it out")]
    pub(crate) simulate: Option<u64>,
}

/// Parses an id as it was pasted.
fn id(text: &str) -> Result<String, InputError> {
    input::id(text).map(str::to_owned)
}

impl Global {
    /// Refuses the flags that have no effect on the simulator's server, where they could be taken
    /// for its settings.
    pub(crate) fn refuse_for_server(&self) -> Result<(), Failure> {
        let given = [
            ("--simulate", self.simulate.is_some(), "its data follow from --seed N"),
            ("--org", self.org.is_some(), "it prints the organization's id, which follows from --seed N"),
            ("--key-file", self.key_file.is_some(), "it prints its own key"),
            ("--base-url", self.base_url.is_some(), "--listen sets its address"),
            ("--timeout", self.timeout.is_some(), "it serves until it is interrupted"),
        ];
        match given.into_iter().find(|(_, given, _)| *given) {
            Some((flag, _, reason)) => {
                Err(Failure::usage(format!("{flag} does not go with simulate: {reason}")))
            }
            None => Ok(()),
        }
    }
}

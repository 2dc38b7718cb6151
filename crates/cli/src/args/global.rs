//! The arguments that every command takes.

use std::path::PathBuf;
use std::time::Duration;

use atlassian_admin::input::{self, InputError};
use clap::Args;

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
    #[arg(long, global = true, value_name = "SEED", num_args = 0..=1, require_equals = true, default_missing_value = "1", help_heading = "Try it out")]
    pub(crate) simulate: Option<u64>,
}

/// Parses an id as it was pasted.
fn id(text: &str) -> Result<String, InputError> {
    input::id(text).map(str::to_owned)
}

/// Parses a duration greater than zero.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0);
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| "give a number of seconds, such as 30 or 0.5".to_owned())
}

//! The arguments of the audit log's commands.

use std::path::PathBuf;
use std::time::Duration;

use atlassian_admin::api::events::EventPlace;
use atlassian_admin::model::{AccountId, EventProduct};
use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Subcommand};

use super::examples;
use super::number::{seconds, whole};
use super::output::{Output, UnlistedOutput};
use crate::dates::{FORMS, When};
use crate::nearest;

#[derive(Debug, Subcommand)]
pub(crate) enum EventsCommand {
    /// Search the audit log, newest event first. Limited to 10 requests (of up to 500 events) a
    /// minute: for the whole log, see export
    #[command(after_help = examples::QUERY)]
    Query(Box<QueryArgs>),
    /// Copy the audit log to a file, one JSON object a line; run it again to resume or to add new
    /// events
    #[command(after_help = examples::EXPORT)]
    Export(ExportArgs),
    /// Print new events as they arrive, one JSON object a line, until interrupted
    #[command(after_help = examples::FOLLOW)]
    Follow(FollowArgs),
}

impl EventsCommand {
    /// Returns the requested output format.
    pub(crate) fn output(&self) -> Output {
        match self {
            Self::Query(args) => args.output,
            Self::Export(ExportArgs { output, .. }) | Self::Follow(FollowArgs { output, .. }) => {
                (*output).into()
            }
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct QueryArgs {
    /// A word to search for
    #[arg(long, value_name = "WORD", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) q: Option<String>,
    /// The action, such as user_login. If no event matches, it is checked against `events actions`
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) action: Option<String>,
    /// The actor: any of these accounts
    #[arg(long, value_name = "ACCOUNT", value_delimiter = ',')]
    pub(crate) actor: Vec<AccountId>,
    /// IP address of the actor: any of these
    #[arg(long, value_name = "ADDRESS", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    pub(crate) ip: Vec<String>,
    #[arg(long, value_delimiter = ',', value_parser = product, help = format!("Where: any of {}", EventProduct::KNOWN.join(", ")))]
    pub(crate) product: Vec<EventProduct>,
    /// Location of the actor: any of these, such as 'Austin,United States', 'Austin' or ',United
    /// States'
    #[arg(long, value_name = "CITY,COUNTRY", value_parser = place)]
    pub(crate) location: Vec<EventPlace>,
    /// City of the actor, in --country if given
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) city: Option<String>,
    /// Country of the actor, by its English name
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) country: Option<String>,
    #[command(flatten)]
    pub(crate) window: WindowArgs,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Maximum number of events to print [default: all]
    #[arg(long, alias = "max", value_name = "N", allow_negative_numbers = true, value_parser = whole::<u32>(1..=u32::MAX.into()), help_heading = "Output")]
    pub(crate) limit: Option<u32>,
    /// Maximum number of events per request [default: 500, or --limit]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = whole::<u32>(1..=500), help_heading = "Request")]
    pub(crate) page_size: Option<u32>,
    /// The cursor of the page to start with
    #[arg(long, value_parser = NonEmptyStringValueParser::new(), help_heading = "Request")]
    pub(crate) cursor: Option<String>,
    /// Print the request and send nothing; needs no key
    #[arg(long, help_heading = "Request")]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct WindowArgs {
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, help = format!("The earliest time; a date is 00:00 UTC of that day: {FORMS}"))]
    pub(crate) from: Option<When>,
    /// The latest time; a date includes the whole day (UTC)
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub(crate) to: Option<When>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) output: UnlistedOutput,
    /// The output file: each event is written exactly once. Its checkpoint is beside it, in
    /// FILE.checkpoint, with an empty FILE.checkpoint.lock. Or - for standard output: each event
    /// at least once
    #[arg(long, short, value_name = "FILE|-")]
    pub(crate) out: PathBuf,
    /// With --out -: where to store the checkpoint, to resume from it, with an empty FILE.lock
    /// beside it; after an interruption the last events may be printed again
    #[arg(long, value_name = "FILE")]
    pub(crate) checkpoint: Option<PathBuf>,
    /// Maximum number of events per request
    #[arg(long, value_name = "N", default_value_t = 500, allow_negative_numbers = true, value_parser = whole::<u32>(1..=500))]
    pub(crate) page_size: u32,
    /// How far back to read again for events that became visible late
    #[arg(long, value_name = "SECONDS", default_value_t = 60, allow_negative_numbers = true, value_parser = whole::<u64>(0..=LOG_SECONDS))]
    pub(crate) overlap: u64,
    #[command(flatten)]
    pub(crate) window: WindowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct FollowArgs {
    #[command(flatten)]
    pub(crate) output: UnlistedOutput,
    /// How long to wait between requests once there is nothing new
    #[arg(long, value_name = "SECONDS", default_value = "60", allow_negative_numbers = true, value_parser = seconds)]
    pub(crate) interval: Duration,
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, help = format!("Start with events since this time; a date is 00:00 UTC of that day: {FORMS} [default: new events only]"))]
    pub(crate) from: Option<When>,
    /// Where to store the checkpoint, to resume from it, with an empty FILE.lock beside it; after
    /// an interruption the last events may be printed again
    #[arg(long, value_name = "FILE", conflicts_with = "out")]
    pub(crate) checkpoint: Option<PathBuf>,
    /// Write to this file instead, with FILE.checkpoint and FILE.checkpoint.lock beside it, as
    /// export does
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// How far back to read again for events that became visible late
    #[arg(long, value_name = "SECONDS", default_value_t = 60, allow_negative_numbers = true, value_parser = whole::<u64>(0..=LOG_SECONDS))]
    pub(crate) overlap: u64,
}

/// The length of the log in seconds: 180 days.
const LOG_SECONDS: u64 = 180 * 86_400;

/// Parses a product of the table of operations; `call events.query` can send others.
fn product(text: &str) -> Result<EventProduct, String> {
    match EventProduct::from(text) {
        EventProduct::Other(_) => {
            let known = EventProduct::KNOWN;
            let hint = nearest::hint(text, known.iter().copied());
            Err(format!("it is not one of {}{hint}", known.join(", ")))
        }
        product => Ok(product),
    }
}

fn place(text: &str) -> Result<EventPlace, String> {
    let (city, country) = text.split_once(',').unwrap_or((text, ""));
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    match (given(city), given(country)) {
        (None, None) => Err("give a city and a country, such as 'Austin,United States'".to_owned()),
        (city, country_name) => {
            let mut place = EventPlace::new();
            (place.city, place.country_name) = (city, country_name);
            Ok(place)
        }
    }
}

//! The output format of items.

use clap::Args;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;

use crate::exit::Failure;
use crate::output::Format;

#[derive(Debug, Clone, Copy, Default, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// How to print: a table, one JSON document, one JSON object a line (ndjson), or CSV [default:
    /// table on a terminal, otherwise ndjson]
    #[arg(long, value_parser = format())]
    pub(crate) format: Option<Format>,

    /// The same as --format table
    #[arg(long)]
    pub(crate) table: bool,

    /// The same as --format json: the original JSON, of all items in one list
    #[arg(long)]
    pub(crate) json: bool,

    /// The same as --format csv
    #[arg(long)]
    pub(crate) csv: bool,
}

/// The same flags, omitted from help: before the command that takes them, and for commands that
/// refuse them with a reason.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct UnlistedOutput {
    #[arg(long, hide = true, value_parser = format())]
    format: Option<Format>,
    #[arg(long, hide = true)]
    table: bool,
    #[arg(long, hide = true)]
    json: bool,
    #[arg(long, hide = true)]
    csv: bool,
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::NAMES.map(|(name, _)| name)).map(|name| Format::named(&name))
}

impl From<UnlistedOutput> for Output {
    fn from(UnlistedOutput { format, table, json, csv }: UnlistedOutput) -> Self {
        Self { format, table, json, csv }
    }
}

impl Output {
    /// Merges these flags with those given elsewhere on the command line.
    pub(crate) fn or(self, other: impl Into<Self>) -> Self {
        let other = other.into();
        Self {
            format: self.format.or(other.format),
            table: self.table || other.table,
            json: self.json || other.json,
            csv: self.csv || other.csv,
        }
    }

    /// Returns the requested format, or the default.
    pub(crate) fn format(self) -> Result<Format, Failure> {
        let short = [(self.table, Format::Table), (self.json, Format::Json), (self.csv, Format::Csv)];
        let given = short.into_iter().filter_map(|(given, format)| given.then_some(format));
        match self.format.into_iter().chain(given).collect::<Vec<_>>().as_slice() {
            [] => Ok(Format::usual()),
            [format, others @ ..] if others.iter().all(|other| other == format) => Ok(*format),
            _ => Err(Failure::usage("--format, --table, --json and --csv exclude each other: give only one")),
        }
    }

    /// Refuses each flag, with the reason.
    pub(crate) fn refuse(self, reason: &str) -> Result<(), Failure> {
        let given = [
            ("--format", self.format.is_some()),
            ("--json", self.json),
            ("--csv", self.csv),
            ("--table", self.table),
        ];
        match given.into_iter().find(|(_, given)| *given) {
            Some((flag, _)) => Err(Failure::usage(format!("{flag} does not go with this command: {reason}"))),
            None => Ok(()),
        }
    }
}

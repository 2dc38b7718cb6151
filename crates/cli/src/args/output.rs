//! The output format of items.

use clap::Args;

use crate::exit::Failure;
use crate::output::Format;

#[derive(Debug, Clone, Copy, Default, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Print each item's original JSON, one a line; the default unless on a terminal
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Print CSV with the columns of most use
    #[arg(long, global = true)]
    pub(crate) csv: bool,

    /// Print a table; the default on a terminal
    #[arg(long, global = true)]
    pub(crate) table: bool,
}

/// The same flags, omitted from help: before the command that takes them, and for commands that
/// refuse them with a reason.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct UnlistedOutput {
    #[arg(long, hide = true)]
    json: bool,
    #[arg(long, hide = true)]
    csv: bool,
    #[arg(long, hide = true)]
    table: bool,
}

impl From<UnlistedOutput> for Output {
    fn from(UnlistedOutput { json, csv, table }: UnlistedOutput) -> Self {
        Self { json, csv, table }
    }
}

impl Output {
    /// Merges these flags with those given elsewhere on the command line.
    pub(crate) fn or(self, other: impl Into<Self>) -> Self {
        let other = other.into();
        Self { json: self.json || other.json, csv: self.csv || other.csv, table: self.table || other.table }
    }

    /// Returns the requested format.
    pub(crate) fn format(self) -> Result<Format, Failure> {
        Format::chosen(self.table, self.json, self.csv)
    }

    /// Refuses each flag, with the reason.
    pub(crate) fn refuse(self, reason: &str) -> Result<(), Failure> {
        let given = [("--json", self.json), ("--csv", self.csv), ("--table", self.table)];
        match given.into_iter().find(|(_, given)| *given) {
            Some((flag, _)) => Err(Failure::usage(format!("{flag} does not go with this command: {reason}"))),
            None => Ok(()),
        }
    }
}

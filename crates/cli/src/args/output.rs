//! In which form items are printed.

use clap::Args;

use crate::exit::Failure;
use crate::output::Format;

#[derive(Debug, Clone, Copy, Args)]
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

impl Output {
    /// The form that was asked for.
    pub(crate) fn format(self) -> Result<Format, Failure> {
        Format::chosen(self.table, self.json, self.csv)
    }
}

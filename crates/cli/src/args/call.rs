//! `call`, `operations` and `completions`: every operation by its name.

use clap::Args;
use clap_complete::Shell;

#[derive(Debug, Args)]
pub(crate) struct CallArgs {
    /// The operation: users.search or searchDirectoryUsers; see `operations`
    #[arg(index = 1)]
    pub(crate) operation: String,

    /// Its arguments: KEY=TEXT, KEY.PROPERTY=TEXT within an object, KEY:=JSON; a repeated KEY
    /// makes a list
    #[arg(index = 2, value_name = "KEY=VALUE")]
    pub(crate) arguments: Vec<String>,

    /// Its arguments as one JSON object; @FILE reads them from a file, - from standard input
    #[arg(long, value_name = "JSON")]
    pub(crate) json: Option<String>,

    /// Fetch all pages of a listing, and print each item's original JSON, one a line
    #[arg(long)]
    pub(crate) all: bool,

    /// Print the request and send nothing; needs no key
    #[arg(long)]
    pub(crate) dry_run: bool,

    /// Send values and properties that this version does not know
    #[arg(long)]
    pub(crate) unchecked: bool,
}

#[derive(Debug, Args)]
pub(crate) struct OperationsArgs {
    /// An operation, to show its arguments, such as users.search; or a group of operations, such
    /// as users
    #[arg(value_name = "OPERATION|GROUP")]
    pub(crate) operation: Option<String>,

    /// Print a JSON array
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: Shell,
}

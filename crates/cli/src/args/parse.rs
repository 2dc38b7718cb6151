//! Parses the command line, and reports errors on one line.

use std::ffi::OsString;
use std::io;

use clap::error::ErrorKind;
use clap::{Error, FromArgMatches};

use super::{Cli, command, suggest};
use crate::exit::Failure;

/// Parses the arguments; `None` if they request help or the version, which is then printed.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Option<Cli>, Failure> {
    let mut command = command();
    let arguments: Vec<_> = arguments.into_iter().collect();
    let parsed =
        command.try_get_matches_from_mut(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Ok(Some(cli)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            error.print().map(|()| None).map_err(|error: io::Error| Failure::stdout(&error))
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // If standard error cannot be written, nothing can be reported.
            let _ = error.print();
            Err(Failure::MissingCommand)
        }
        Err(error) => {
            let text = match suggest::better(&error, &command, &arguments) {
                Some(text) => format!("{text}; see --help"),
                None => one_line(&error.format(&mut command)),
            };
            Err(Failure::usage(text))
        }
    }
}

/// Joins the first paragraphs of an error, without the usage after them.
fn one_line(error: &Error) -> String {
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let said = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"));
    let mut joined = String::new();
    for line in said.filter(|line| !line.is_empty()) {
        // A list belongs to the line before it.
        let glue = match joined.chars().last() {
            None => "",
            Some(':') => " ",
            Some(_) if line.starts_with('[') => " ",
            Some(_) => "; ",
        };
        joined.push_str(glue);
        joined.push_str(line);
    }
    joined + "; see --help"
}

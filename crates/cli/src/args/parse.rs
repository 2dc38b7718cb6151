//! Parses the command line, and reports errors on one line.

use std::ffi::OsString;
use std::io;

use clap::error::ErrorKind;
use clap::{ArgMatches, Error, FromArgMatches};

use super::{Before, Cli, Command, command, operation, refusal, suggest};
use crate::exit::Failure;

/// Parses the arguments; `None` if they request help or the version, which is then printed.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Option<Cli>, Failure> {
    let mut command = command();
    let arguments: Vec<_> = arguments.into_iter().collect();
    let matches = command.try_get_matches_from_mut(&arguments);
    let parsed = match matches {
        Ok(matches) => match operation::of_matches(&matches)? {
            Some(args) => cli(&matches, Command::Operation(Box::new(args))),
            None => Command::from_arg_matches(&matches).and_then(|command| cli(&matches, command)),
        },
        Err(error) => Err(error),
    };
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
            if let Some(refusal) = refusal::of(&error, &arguments) {
                return Err(refusal);
            }
            let text = match suggest::better(&error, &arguments) {
                Some(text) => format!("{text}; see --help"),
                None => one_line(&error.format(&mut command)),
            };
            Err(Failure::usage(text))
        }
    }
}

fn cli(matches: &ArgMatches, command: Command) -> Result<Cli, Error> {
    let Before { global, output } = Before::from_arg_matches(matches)?;
    Ok(Cli { global, output: output.into(), command })
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

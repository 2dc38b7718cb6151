//! How a command ends: its exit code and its message.

use std::io;
use std::process::ExitCode;

use atlassian_admin::{Error, ErrorKind};

use crate::explain::{Explained, explain};
use crate::{plain, stderr};

/// The exit codes, as `--help` lists them.
pub(crate) const CODES: &str = "\
Exit codes:
  0    done; also if the reader of a listing leaves early, as `head` does
  2    invalid arguments, key, URL, date or checkpoint; nothing was done
  3    refused by the API, or the API could not be reached
  4    partial: a part was delivered, then something failed, or the reader of `events export` or
       `events follow` left early; with a checkpoint, the same command resumes
  5    unknown: the outcome of a write is unknown; check before you repeat it
  130  interrupted";

/// An end of a command other than success.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of standard output closed the pipe, as in `… | head`. This is not an error.
    ClosedPipe,
    /// The command is missing, and help was printed instead.
    MissingCommand,
    /// The user stopped the command.
    Interrupted(String),
    /// What failed, and the remedy.
    Error(Code, String),
    /// An error of the client.
    Call(Code, Box<Explained>),
}

/// The kind of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Usage = 2,
    Refused = 3,
    Partial = 4,
    Unknown = 5,
}

const INTERRUPTED: u8 = 130;

impl Failure {
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self::Error(Code::Usage, text.into())
    }

    pub(crate) fn partial(text: impl Into<String>) -> Self {
        Self::Error(Code::Partial, text.into())
    }

    /// A part was done before an error of the client.
    pub(crate) fn partly(explained: Explained) -> Self {
        Self::Call(Code::Partial, Box::new(explained))
    }

    /// Standard output cannot be written.
    pub(crate) fn stdout(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::partial(format!(
                "cannot write to standard output: {}; make room, or write elsewhere",
                plain::system(error)
            )),
        }
    }

    /// Prints what happened and returns the exit code.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::MissingCommand => ExitCode::from(Code::Usage as u8),
            Self::Interrupted(text) => {
                stderr::print(&format!("interrupted: {}", plain::line(&text)));
                ExitCode::from(INTERRUPTED)
            }
            Self::Call(code, explained) => {
                stderr::print(&explained.lines());
                ExitCode::from(code as u8)
            }
            Self::Error(code, text) => {
                stderr::print(&format!("error: {}", plain::line(&text)));
                ExitCode::from(code as u8)
            }
        }
    }
}

/// Ends the process without waiting for a write that blocks.
pub(crate) fn at_once() -> ! {
    stderr::print("interrupted: the command did not stop in time and was given up");
    std::process::exit(INTERRUPTED.into())
}

impl Code {
    /// Returns the exit code for an error before which nothing was done.
    pub(crate) fn of(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::InvalidArgument => Self::Usage,
            ErrorKind::OutcomeUnknown => Self::Unknown,
            _ => Self::Refused,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(Code::of(&error), Box::new(explain(&error)))
    }
}

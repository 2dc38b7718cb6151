//! Errors of an export.

use std::io;
use std::path::PathBuf;

use atlassian_admin_core::events::CheckpointError;

/// An export that cannot continue. The file itself stays valid.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The output exists, but without a checkpoint.
    NoCheckpoint(PathBuf),
    /// The checkpoint exists, but the output is missing.
    Missing(PathBuf),
    /// The output is shorter than the checkpoint records.
    Short(PathBuf),
    /// The output is a folder, a pipe or a device.
    NotAFile(PathBuf),
    /// Another process is exporting into the output, or with its checkpoint.
    Busy(PathBuf),
    /// Another program changed, moved or removed the output while it was written.
    Changed(PathBuf),
    /// An earlier write failed, and it is not certain how much of it is in the output.
    Broken(PathBuf),
    /// The output and its checkpoint do not belong together.
    Mismatched(PathBuf),
    /// After the checkpoint, the output has a line that this export did not write, or that it would
    /// not write again. Resuming would remove the line.
    Foreign {
        /// Path of the output.
        path: PathBuf,
        /// The number of the line, from 1.
        line: u64,
    },
    /// The checkpoint is malformed, or belongs to another organization or window.
    Unusable {
        /// Path of the checkpoint.
        path: PathBuf,
        /// The reason.
        error: CheckpointError,
    },
    /// The output cannot be read or written.
    Output {
        /// Path of the output.
        path: PathBuf,
        /// The operating system's error.
        error: io::Error,
    },
    /// The checkpoint cannot be read or written.
    Checkpoint {
        /// Path of the checkpoint.
        path: PathBuf,
        /// The operating system's error.
        error: io::Error,
    },
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoCheckpoint(path) => write!(
                f,
                "{0} exists without {0}.checkpoint, so it cannot be resumed and is not overwritten: choose another file, or move it away",
                path.display()
            ),
            Self::Missing(path) => write!(
                f,
                "{0}.checkpoint is there but {0} is gone: put it back, or remove the checkpoint to start afresh",
                path.display()
            ),
            Self::Short(path) => write!(
                f,
                "{0} is shorter than {0}.checkpoint says: put the whole file back, or move both away to start afresh",
                path.display()
            ),
            Self::NotAFile(path) => {
                write!(
                    f,
                    "{} is not a regular file: write to standard output instead, or choose a file",
                    path.display()
                )
            }
            Self::Busy(path) => {
                write!(
                    f,
                    "another process is exporting into {0}, or with {0}.checkpoint: wait for it, or choose another file",
                    path.display()
                )
            }
            Self::Changed(path) => write!(
                f,
                "{0} was changed, moved or removed while it was written, and nothing more goes into it: put the whole file back, or move what is left and {0}.checkpoint away to start afresh",
                path.display()
            ),
            Self::Broken(path) => {
                write!(
                    f,
                    "an earlier write into {} failed midway: open it again, and resume from its checkpoint",
                    path.display()
                )
            }
            Self::Mismatched(path) => write!(
                f,
                "{0} does not fit {0}.checkpoint: put back the two of one moment, or move both away to start afresh",
                path.display()
            ),
            Self::Foreign { path, line } => write!(
                f,
                "line {line} of {0} was not written by this export, and resuming would remove it: move that line into another file, then export again",
                path.display()
            ),
            // Without its checkpoint, the output cannot be resumed.
            Self::Unusable { path, error: CheckpointError::Unreadable } => write!(
                f,
                "{}: the checkpoint cannot be read: put it back, or move it and {} away to start afresh",
                path.display(),
                path.with_extension("").display()
            ),
            Self::Unusable { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Output { path, error } => write!(f, "cannot write {}: {error}", path.display()),
            Self::Checkpoint { path, error } => write!(f, "cannot use {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Output { error, .. } | Self::Checkpoint { error, .. } => Some(error),
            Self::Unusable { error, .. } => Some(error),
            _ => None,
        }
    }
}

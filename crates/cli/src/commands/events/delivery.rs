//! The output of an export or of `follow`, and its checkpoint.

use std::io;
use std::path::{Path, PathBuf};

use atlassian_admin::events::{Checkpoint, CheckpointError, FeedBatch, Window};
use atlassian_admin::export::{EventFile, ExportError};
use atlassian_admin::{CheckpointFile, CheckpointLock};

use crate::exit::{Code, Failure};
use crate::{output, quantity};

/// Where events are written.
#[derive(Debug)]
pub(super) enum Delivery {
    /// To a file, each exactly once.
    File { file: Box<EventFile>, path: PathBuf },
    /// To standard output, each at least once.
    Stdout { checkpoint: Option<LockedCheckpoint> },
}

/// A checkpoint that this process has locked.
#[derive(Debug)]
pub(super) struct LockedCheckpoint {
    file: CheckpointFile,
    path: PathBuf,
    _lock: CheckpointLock,
}

/// Returns the window that the output was started with, if it exists.
pub(super) fn begun(out: Option<&Path>, checkpoint: Option<&Path>) -> Result<Option<Window>, Failure> {
    match (out, checkpoint) {
        (Some(out), _) => EventFile::begun(out).map_err(|error| not_opened(&error)),
        (None, Some(path)) => {
            let reached = CheckpointFile::new(path).load().map_err(|error| not_loaded(path, &error))?;
            Ok(reached.map(|reached| reached.window()))
        }
        (None, None) => Ok(None),
    }
}

impl Delivery {
    /// Writes to a file, which starts after the checkpoint unless it exists, and returns the
    /// checkpoint that was reached.
    pub(super) fn to_file(path: PathBuf, begin: Checkpoint) -> Result<(Self, Checkpoint), Failure> {
        let file = EventFile::open_from(&path, begin).map_err(|error| not_opened(&error))?;
        let reached = file.checkpoint().clone();
        Ok((Self::File { file: Box::new(file), path }, reached))
    }

    /// Writes to standard output, from the checkpoint on unless an earlier run came further, and
    /// returns the checkpoint that was reached.
    pub(super) fn to_stdout(
        checkpoint: Option<PathBuf>,
        begin: Checkpoint,
    ) -> Result<(Self, Checkpoint), Failure> {
        let Some(path) = checkpoint else { return Ok((Self::Stdout { checkpoint: None }, begin)) };
        refuse_to_lose(&path)?;
        let file = CheckpointFile::new(&path);
        let lock = file.lock().map_err(|error| not_taken(&path, &error))?;
        let reached = file.load().map_err(|error| not_loaded(&path, &error))?;
        if let Some(reached) = &reached {
            reached.check(begin.org_id(), begin.window()).map_err(|error| unusable(&error))?;
        }
        let checkpoint = Some(LockedCheckpoint { file, path, _lock: lock });
        Ok((Self::Stdout { checkpoint }, reached.unwrap_or(begin)))
    }

    /// Delivers a batch, and then stores its checkpoint.
    pub(super) fn deliver(&mut self, batch: &FeedBatch) -> Result<(), Failure> {
        match self {
            Self::File { file, .. } => file.append(batch).map_err(|error| self.not_written(&error)),
            Self::Stdout { .. } => {
                output::write_lines(&batch.events).map_err(|error| self.not_printed(&error))?;
                self.advance(&batch.checkpoint)
            }
        }
    }

    /// Stores a checkpoint without new events.
    pub(super) fn advance(&mut self, reached: &Checkpoint) -> Result<(), Failure> {
        match self {
            Self::File { file, .. } => file.advance(reached).map_err(|error| self.not_written(&error)),
            Self::Stdout { checkpoint: None } => Ok(()),
            Self::Stdout { checkpoint: Some(LockedCheckpoint { file, path, .. }) } => {
                file.store(reached).map_err(|error| {
                    not_stored(path.display(), &error, "the same command delivers the last events once more")
                })
            }
        }
    }

    /// Names the destination of the events, for a summary.
    pub(super) fn place(&self) -> String {
        match self {
            Self::File { file, path } => {
                format!(
                    " to {0} ({1} in all; checkpoint {0}.checkpoint)",
                    path.display(),
                    quantity::size(file.length())
                )
            }
            Self::Stdout { checkpoint: Some(LockedCheckpoint { path, .. }) } => {
                format!(" (checkpoint {})", path.display())
            }
            Self::Stdout { checkpoint: None } => String::new(),
        }
    }

    /// Describes what the next run does, for messages.
    pub(super) fn next_time(&self) -> String {
        match self {
            Self::File { path, .. } => {
                format!("{} is complete so far, and the same command resumes", path.display())
            }
            Self::Stdout { checkpoint: Some(_) } => {
                "the same command resumes, and may print the last events once more".into()
            }
            Self::Stdout { checkpoint: None } => {
                "the same command starts again from the beginning (--checkpoint FILE lets it resume)".into()
            }
        }
    }

    /// Returns whether the events are printed.
    pub(super) fn prints(&self) -> bool {
        matches!(self, Self::Stdout { .. })
    }

    fn not_written(&self, error: &ExportError) -> Failure {
        match error {
            ExportError::Output { path, error } | ExportError::Checkpoint { path, error } => not_stored(
                path.display(),
                error,
                "events written earlier are safe, and the same command resumes",
            ),
            error => Failure::partial(error.to_string()),
        }
    }

    fn not_printed(&self, error: &io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => not_stored("to standard output", error, &self.next_time()),
        }
    }
}

/// Refuses to print if the checkpoint would be advanced past events that nobody receives, or be
/// overwritten by them.
fn refuse_to_lose(checkpoint: &Path) -> Result<(), Failure> {
    if output::goes_into(Path::new("/dev/null")) {
        return Err(Failure::usage(
            "standard output is closed or the null device, so the checkpoint would be advanced past events that were lost: give --out FILE, or leave out --checkpoint",
        ));
    }
    for ending in ["", ".tmp", ".lock"] {
        let mut path = checkpoint.as_os_str().to_owned();
        path.push(ending);
        if output::goes_into(Path::new(&path)) {
            return Err(Failure::usage(format!(
                "standard output is written to {}, which is the checkpoint's file: choose another checkpoint, or give --out FILE",
                Path::new(&path).display()
            )));
        }
    }
    Ok(())
}

/// The failure for a checkpoint that does not match the request.
pub(super) fn unusable(error: &CheckpointError) -> Failure {
    Failure::usage(match error {
        CheckpointError::OtherWindow => {
            "the checkpoint belongs to another time window: use the same --from and --to as before, or another file".into()
        }
        error => error.to_string(),
    })
}

fn not_loaded(path: &Path, error: &io::Error) -> Failure {
    Failure::usage(format!("cannot use {}: {error}", path.display()))
}

fn not_taken(path: &Path, error: &io::Error) -> Failure {
    Failure::usage(match error.kind() {
        io::ErrorKind::WouldBlock => format!(
            "another process is exporting with {}: wait for it, or choose another checkpoint",
            path.display()
        ),
        _ => format!(
            "cannot use {}.lock: {error}; choose another checkpoint, or repair this one",
            path.display()
        ),
    })
}

fn not_opened(error: &ExportError) -> Failure {
    let (path, error) = match error {
        ExportError::Output { path, error } | ExportError::Checkpoint { path, error } => (path, error),
        ExportError::Unusable { path, error } => {
            return match unusable(error) {
                Failure::Error(code, text) => Failure::Error(code, format!("{}: {text}", path.display())),
                other => other,
            };
        }
        error => return Failure::usage(error.to_string()),
    };
    let (code, mend) = match is_full(error) {
        false => (Code::Usage, "choose another file, or repair this one"),
        true => (Code::Partial, "make room, then run the same command again"),
    };
    Failure::Error(code, format!("cannot use {}: {error}; {mend}", path.display()))
}

fn not_stored(place: impl std::fmt::Display, error: &io::Error, next_time: &str) -> Failure {
    let room = if is_full(error) { "make room first; " } else { "" };
    Failure::partial(format!("cannot write {place}: {error}; {room}{next_time}"))
}

fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}

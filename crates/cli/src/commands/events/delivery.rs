//! The output of an export or of `follow`, and its checkpoint.

use std::io;
use std::path::{Path, PathBuf};

use atlassian_admin::events::{Checkpoint, CheckpointError, FeedBatch, Window};
use atlassian_admin::export::{EventFile, ExportError};
use atlassian_admin::{CheckpointFile, CheckpointLock, Error};

use crate::exit::{Code, Failure};
use crate::explain::explain_export;
use crate::{output, plain, quantity, stderr};

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
pub(super) fn stored_window(
    out: Option<&Path>,
    checkpoint: Option<&Path>,
) -> Result<Option<Window>, Failure> {
    match (out, checkpoint) {
        (Some(out), _) => EventFile::stored_window(out).map_err(|error| not_opened(&error)),
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
    pub(super) fn to_file(
        path: PathBuf,
        begin: Checkpoint,
        quiet: bool,
    ) -> Result<(Self, Checkpoint), Failure> {
        let file = EventFile::open_from(&path, begin).map_err(|error| not_opened(&error))?;
        if file.removed() > 0 && !quiet {
            let removed = quantity::size(file.removed());
            let text = format!(
                "note: {}: removed {removed} that an interrupted run left after its checkpoint; their events are written again",
                path.display()
            );
            stderr::print(&plain::line(&text));
        }
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
            let fits = reached.check(begin.org_id(), begin.window());
            fits.map_err(|error| unusable_of_stdout(&path, &error))?;
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
            // Unlike a listing, whose reader may have seen enough, it still has events to deliver.
            io::ErrorKind::BrokenPipe => Failure::partial(format!(
                "the reader closed standard output before all events were delivered; {}",
                self.next_time()
            )),
            _ => not_stored("to standard output", error, &self.next_time()),
        }
    }

    /// The failure of an export that the API or the network stopped after this many events.
    pub(super) fn stopped(&self, error: &Error, written: u64) -> Failure {
        if written == 0 {
            return not_begun(error);
        }
        let done = format!("only {} written", quantity::count_were(written, "event"));
        Failure::partly(explain_export(error).after(&done).then(&self.next_time()))
    }

    /// The failure for a checkpoint that the feed refuses.
    pub(super) fn unusable(&self, error: &CheckpointError) -> Failure {
        match self {
            Self::File { path, .. } => unusable_of_file(&with_ending(path, ".checkpoint"), error),
            Self::Stdout { checkpoint: Some(LockedCheckpoint { path, .. }) } => {
                unusable_of_stdout(path, error)
            }
            Self::Stdout { checkpoint: None } => Failure::usage(error.to_string()),
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
        let path = with_ending(checkpoint, ending);
        if output::goes_into(&path) {
            return Err(Failure::usage(format!(
                "standard output is written to {}, which is the checkpoint's file: give another --checkpoint, or --out FILE",
                path.display()
            )));
        }
    }
    Ok(())
}

/// The failure of an export that the API or the network stopped before the first event.
pub(super) fn not_begun(error: &Error) -> Failure {
    Failure::Call(Code::of(error), Box::new(explain_export(error)))
}

/// The failure for the checkpoint of a file of events.
fn unusable_of_file(checkpoint: &Path, error: &CheckpointError) -> Failure {
    let output = checkpoint.with_extension("");
    let remedy = format!("move it and {} away to start again", output.display());
    unusable(checkpoint, error, "--out", &remedy)
}

/// The failure for the checkpoint of `--checkpoint`.
fn unusable_of_stdout(checkpoint: &Path, error: &CheckpointError) -> Failure {
    unusable(checkpoint, error, "--checkpoint", "remove it to start again")
}

/// The failure for a checkpoint that does not match the request, which `option` names.
fn unusable(checkpoint: &Path, error: &CheckpointError, option: &str, remove: &str) -> Failure {
    let problem = match error {
        CheckpointError::NewerVersion(_) => {
            format!("a newer version of this program wrote it: update this one, or give another {option}")
        }
        CheckpointError::OtherOrganization(org_id) => {
            format!("it is of organization {org_id}: give --org {org_id}, or another {option}")
        }
        CheckpointError::OtherWindow => {
            format!(
                "it is of another time window: give the same --from and --to as before, or another {option}"
            )
        }
        _ => format!("it is damaged, or is not a checkpoint: put it back from a backup, or {remove}"),
    };
    Failure::usage(format!("cannot use {}: {problem}", checkpoint.display()))
}

fn not_loaded(path: &Path, error: &io::Error) -> Failure {
    let source = error.get_ref().and_then(|source| source.downcast_ref::<CheckpointError>());
    match source {
        Some(error) => unusable_of_stdout(path, error),
        None => not_usable(path, error, "--checkpoint"),
    }
}

fn not_taken(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::WouldBlock => Failure::usage(format!(
            "another process is exporting with {}: wait for it, or give another --checkpoint",
            path.display()
        )),
        _ => not_usable(&with_ending(path, ".lock"), error, "--checkpoint"),
    }
}

fn not_opened(error: &ExportError) -> Failure {
    match error {
        ExportError::Output { path, error } | ExportError::Checkpoint { path, error } => {
            not_usable(path, error, "--out")
        }
        ExportError::Unusable { path, error } => unusable_of_file(path, error),
        error => Failure::usage(error.to_string()),
    }
}

/// The failure for a file that cannot be opened, read or created.
fn not_usable(path: &Path, error: &io::Error, option: &str) -> Failure {
    let (code, remedy) = match error.kind() {
        _ if is_full(error) => (Code::Partial, "; make room, then run the same command again".to_owned()),
        // The remedy is in the error.
        io::ErrorKind::AlreadyExists => (Code::Usage, String::new()),
        io::ErrorKind::InvalidData if has_remedy(error) => (Code::Usage, String::new()),
        io::ErrorKind::NotFound => (Code::Usage, format!("; create the folder, or give another {option}")),
        io::ErrorKind::PermissionDenied => {
            (Code::Usage, format!("; change the permissions, or give another {option}"))
        }
        _ => (Code::Usage, format!("; give another {option}")),
    };
    Failure::Error(code, format!("cannot use {}: {}{remedy}", path.display(), plain::system(error)))
}

/// Returns whether the text says what to do, after its colon.
fn has_remedy(error: &io::Error) -> bool {
    error.to_string().contains(": ")
}

fn not_stored(place: impl std::fmt::Display, error: &io::Error, next_time: &str) -> Failure {
    let room = if is_full(error) { "make room first; " } else { "" };
    Failure::partial(format!("cannot write {place}: {}; {room}{next_time}", plain::system(error)))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}

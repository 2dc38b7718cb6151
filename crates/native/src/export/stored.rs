//! The checkpoint file beside an output.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use atlassian_admin_core::Raw;
use atlassian_admin_core::events::{Checkpoint, CheckpointError, FeedEntry, Window};
use atlassian_admin_core::model::{Event, OrgId};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::ExportError;
use crate::checkpoint_file::{CheckpointFile, CheckpointLock};
use crate::files::{read, sibling, write_atomically};

/// Maximum number of lines that a crash leaves after the checkpoint, unless `writing_up_to`
/// announces more. One batch is one page, usually at most 500 events.
pub(super) const MAX_TORN_LINES: usize = 1_000;

/// The same limit in bytes: the default maximum size of a response.
pub(super) const MAX_TORN_BYTES: u64 = 64 << 20;

/// The content of the checkpoint file: the feed's properties, and the length of the output.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportCheckpoint {
    #[serde(flatten)]
    pub(super) feed: Checkpoint,
    /// Length of the output in bytes that is known to be on the disk.
    pub(super) output_length: u64,
    /// Maximum length of the output after a crash, if it exceeds `MAX_TORN_LINES` or
    /// `MAX_TORN_BYTES`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) writing_up_to: Option<u64>,
}

impl ExportCheckpoint {
    /// Returns the path of an output's checkpoint.
    pub(super) fn path(output: &Path) -> PathBuf {
        sibling(output, ".checkpoint")
    }

    /// Locks the checkpoint beside the output.
    pub(super) fn lock(output: &Path) -> Result<CheckpointLock, ExportError> {
        let path = Self::path(output);
        CheckpointFile::new(&path).lock().map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => ExportError::Busy(output.to_owned()),
            _ => ExportError::Checkpoint { path, error },
        })
    }

    /// Reads the checkpoint beside the output, if there is one. A checkpoint of another window or
    /// organization is ignored if nothing was delivered: it comes from a refused run, such as one
    /// with a mistyped organization.
    pub(super) fn load(output: &Path, org_id: &OrgId, window: Window) -> Result<Option<Self>, ExportError> {
        let Some(stored) = Self::load_any(output)? else { return Ok(None) };
        match stored.feed.check(org_id, window) {
            Ok(()) => Ok(Some(stored)),
            Err(_) if stored.is_untouched() => Ok(None),
            Err(error) => Err(ExportError::Unusable { path: Self::path(output), error }),
        }
    }

    /// Reads the checkpoint for any organization and window.
    pub(super) fn load_any(output: &Path) -> Result<Option<Self>, ExportError> {
        let path = Self::path(output);
        match read(&path) {
            Ok(Some(json)) => {
                Self::read(&json).map(Some).map_err(|error| ExportError::Unusable { path, error })
            }
            Ok(None) => Ok(None),
            Err(error) => Err(ExportError::Checkpoint { path, error }),
        }
    }

    fn read(json: &str) -> Result<Self, CheckpointError> {
        // `Checkpoint::from_json` goes first because it checks the version.
        Checkpoint::from_json(json)?;
        serde_json::from_str(json).map_err(|_| CheckpointError::Unreadable)
    }

    fn is_untouched(&self) -> bool {
        self.output_length == 0
            && self.feed == Checkpoint::new(self.feed.org_id().clone(), self.feed.window())
    }

    pub(super) fn store(&self, output: &Path) -> Result<(), ExportError> {
        let path = Self::path(output);
        serde_json::to_vec(self)
            .map_err(io::Error::from)
            .and_then(|json| write_atomically(&path, &json))
            .map_err(|error| ExportError::Checkpoint { path, error })
    }

    /// Reads what follows the checkpoint in an output of this length, and whether it may be cut
    /// off. Leaves the position of the output anywhere.
    pub(super) fn rest(&self, mut output: &File, length: u64) -> io::Result<Rest> {
        let limit = self.writing_up_to.unwrap_or_default().max(self.output_length + MAX_TORN_BYTES);
        if length > limit || !self.ends_a_line(output)? {
            return Ok(Rest::Mismatched);
        }
        output.seek(SeekFrom::Start(self.output_length))?;
        let mut reader = BufReader::new(output);
        let (mut feed, mut line, mut lines) = (self.feed.clone(), Vec::new(), 0);
        let mut start = self.output_length;
        while reader.read_until(b'\n', &mut line)? > 0 {
            let is_own = match line.strip_suffix(b"\n") {
                Some(whole) => is_pending(&mut feed, whole),
                None => is_begun(&mut feed, &line),
            };
            if !is_own {
                return Ok(Rest::Foreign { start });
            }
            lines += usize::from(line.ends_with(b"\n"));
            start += line.len() as u64;
            line.clear();
        }
        let announced = self.writing_up_to.is_some_and(|end| length <= end);
        Ok(if announced || lines <= MAX_TORN_LINES { Rest::Interrupted } else { Rest::Mismatched })
    }

    /// Returns whether a line ends at the checkpoint's length.
    fn ends_a_line(&self, mut output: &File) -> io::Result<bool> {
        let Some(before) = self.output_length.checked_sub(1) else { return Ok(true) };
        output.seek(SeekFrom::Start(before))?;
        let mut last = [0];
        output.read_exact(&mut last)?;
        Ok(last == *b"\n")
    }
}

/// What follows the checkpoint's length in an output.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing, or what an interrupted write leaves: events that the feed delivers again, and the
    /// beginning of another.
    Interrupted,
    /// Also a line of another program, which starts here.
    Foreign { start: u64 },
    /// More than an interrupted write leaves, or the middle of a line.
    Mismatched,
}

/// Returns whether a line is an event that the feed delivers after this position, and marks it as
/// delivered, so that the feed does not deliver a second one.
fn is_pending(feed: &mut Checkpoint, line: &[u8]) -> bool {
    let Ok(event) = serde_json::from_slice::<Raw<Event>>(line) else { return false };
    let header = event.header();
    let is_event = line.starts_with(b"{") && (header.id.is_some() || header.processed_at.is_some());
    let is_pending = is_event && feed.may_deliver(&header);
    if let Some(id) = header.id {
        feed.mark_delivered(id, header.processed_at);
    }
    is_pending
}

/// Returns whether a line without an end is the beginning of such an event.
fn is_begun(feed: &mut Checkpoint, line: &[u8]) -> bool {
    // After a loss of power, some file systems keep the length and zeros in place of the content.
    let written = line.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let line = line.get(..written).unwrap_or_default();
    match serde_json::from_slice::<IgnoredAny>(line) {
        Ok(_) => is_pending(feed, line),
        Err(error) => line.is_empty() || line.starts_with(b"{") && error.is_eof(),
    }
}

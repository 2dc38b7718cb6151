//! The checkpoint file beside an output.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use atlassian_admin_core::events::{Checkpoint, CheckpointError, Window};
use atlassian_admin_core::model::OrgId;
use serde::{Deserialize, Serialize};

use super::ExportError;
use crate::checkpoint_file::{CheckpointFile, CheckpointLock};
use crate::files::{read, sibling, write_atomically};

/// Maximum number of lines that a crash leaves after the checkpoint, unless `writing_up_to`
/// announces more. One batch is one page, usually at most 500 events. More lines come from another
/// program and are not cut off.
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

    /// Returns whether the output may be cut to the checkpoint's length: a line ends there, and
    /// the rest is not more than a crash leaves.
    pub(super) fn matches(&self, mut output: &File, length: u64) -> io::Result<bool> {
        let is_torn_end =
            self.writing_up_to.is_some_and(|end| length <= end) || self.is_torn_end(output, length)?;
        let Some(before) = self.output_length.checked_sub(1) else { return Ok(is_torn_end) };
        output.seek(SeekFrom::Start(before))?;
        let mut last = [0];
        output.read_exact(&mut last)?;
        Ok(last == *b"\n" && is_torn_end)
    }

    fn is_torn_end(&self, mut output: &File, length: u64) -> io::Result<bool> {
        if length.saturating_sub(self.output_length) > MAX_TORN_BYTES {
            return Ok(false);
        }
        output.seek(SeekFrom::Start(self.output_length))?;
        let mut lines = 0;
        for byte in BufReader::new(output).bytes() {
            lines += usize::from(byte? == b'\n');
        }
        Ok(lines <= MAX_TORN_LINES)
    }
}

//! The checkpoint's file, beside the output.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use atlassian_admin_core::events::{Checkpoint, CheckpointError, Window};
use atlassian_admin_core::model::OrgId;
use serde::{Deserialize, Serialize};

use super::ExportError;
use crate::checkpoint_file::{CheckpointFile, CheckpointLock};
use crate::files::{read, sibling, write_atomically};

/// The most lines that a crash leaves behind the checkpoint, unless the checkpoint says how much was about to be written: one batch is
/// one page, of 500 events where the server keeps to what it is asked for. More of them are no remains, and not ours to cut off.
pub(super) const REMAINS: usize = 1_000;

/// The same in bytes: the longest answer that is read, unless the limit was raised.
pub(super) const REMAINING_BYTES: u64 = 64 << 20;

/// The checkpoint's file: the feed's own members, and the length of the output.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Stored {
    #[serde(flatten)]
    pub(super) feed: Checkpoint,
    /// How much of the output is known to be on the disk, in bytes.
    pub(super) output_length: u64,
    /// How long the output may be should the process die now, where that is more than a crash leaves otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) writing_up_to: Option<u64>,
}

impl Stored {
    /// Where the checkpoint of an output stands.
    pub(super) fn path(output: &Path) -> PathBuf {
        sibling(output, ".checkpoint")
    }

    /// Takes the checkpoint beside the output.
    pub(super) fn lock(output: &Path) -> Result<CheckpointLock, ExportError> {
        let path = Self::path(output);
        CheckpointFile::new(&path).lock().map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => ExportError::Busy(output.to_owned()),
            _ => ExportError::Checkpoint { path, error },
        })
    }

    /// Reads the checkpoint beside the output, if there is one. One that nothing was delivered under stands in nobody's way: it is of
    /// a run that was refused, such as one with a mistyped organization.
    pub(super) fn load(output: &Path, org_id: &OrgId, window: Window) -> Result<Option<Self>, ExportError> {
        let Some(stored) = Self::peek(output)? else { return Ok(None) };
        match stored.feed.check(org_id, window) {
            Ok(()) => Ok(Some(stored)),
            Err(_) if stored.is_untouched() => Ok(None),
            Err(error) => Err(ExportError::Unusable { path: Self::path(output), error }),
        }
    }

    /// The same, of whatever organization and window.
    pub(super) fn peek(output: &Path) -> Result<Option<Self>, ExportError> {
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
        // The feed's own reader first: it knows versions.
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

    /// Whether the output can be cut to the length that the checkpoint knows: that is behind a whole line, and what comes after it
    /// is no more than a crash leaves.
    pub(super) fn fits(&self, mut output: &File, length: u64) -> io::Result<bool> {
        let is_remains =
            self.writing_up_to.is_some_and(|end| length <= end) || self.is_remains(output, length)?;
        let Some(before) = self.output_length.checked_sub(1) else { return Ok(is_remains) };
        output.seek(SeekFrom::Start(before))?;
        let mut last = [0];
        output.read_exact(&mut last)?;
        Ok(last == *b"\n" && is_remains)
    }

    fn is_remains(&self, mut output: &File, length: u64) -> io::Result<bool> {
        if length.saturating_sub(self.output_length) > REMAINING_BYTES {
            return Ok(false);
        }
        output.seek(SeekFrom::Start(self.output_length))?;
        let mut lines = 0;
        for byte in BufReader::new(output).bytes() {
            lines += usize::from(byte? == b'\n');
        }
        Ok(lines <= REMAINS)
    }
}

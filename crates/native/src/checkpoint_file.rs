//! Stores a feed's checkpoint in a file.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use atlassian_admin_core::events::{Checkpoint, CheckpointError};
use serde::Deserialize;

use crate::files::{
    owner_only, read, refuse_other_than_files, resolve_links, sibling, try_lock, write_atomically,
};

/// The checkpoint of a feed in a file, for programs that send events elsewhere than to a file.
///
/// On Unix a new file is readable by its owner only; an existing one keeps its permissions. The
/// methods block.
///
/// # Examples
/// ```
/// use atlassian_admin::CheckpointFile;
/// use atlassian_admin::events::{Checkpoint, Window};
///
/// # fn main() -> std::io::Result<()> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("siem.checkpoint");
/// let file = CheckpointFile::new(path);
/// let lock = file.lock()?;
/// let checkpoint = match file.load()? {
///     Some(checkpoint) => checkpoint,
///     None => Checkpoint::new("an-organization".into(), Window::default()),
/// };
/// // Resume the feed from the checkpoint. Once events are delivered, store the new checkpoint.
/// file.store(&checkpoint)?;
/// assert_eq!(file.load()?, Some(checkpoint));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct CheckpointFile(PathBuf);

impl CheckpointFile {
    /// The checkpoint at `path`, which need not exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Locks the checkpoint for this process, until the lock is dropped or the process ends. Two
    /// processes that resume from one checkpoint would overwrite each other's, and events that one
    /// of them had not delivered would be lost.
    ///
    /// The lock is on an empty file beside the checkpoint, `FILE.lock`, which is not removed. On a
    /// file system without locks, it has no effect.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] if another process has the lock; other kinds if the lock file
    /// cannot be created.
    pub fn lock(&self) -> io::Result<CheckpointLock> {
        // Each store replaces the checkpoint's file, which would drop a lock on that file.
        let path = sibling(&resolve_links(&self.0), ".lock");
        refuse_other_than_files(&path)?;
        let file = owner_only().write(true).create(true).truncate(false).open(path)?;
        if try_lock(file.try_lock())? {
            Ok(CheckpointLock(file))
        } else {
            Err(io::ErrorKind::WouldBlock.into())
        }
    }

    /// Reads the checkpoint; `None` if the file does not exist.
    ///
    /// # Errors
    /// If the file cannot be read, is a folder, a pipe or a device, or is not a checkpoint (with a
    /// [`CheckpointError`] as source); also if it belongs to an
    /// [`EventFile`](crate::export::EventFile), which could not use it any more.
    pub fn load(&self) -> io::Result<Option<Checkpoint>> {
        match read(&self.0)? {
            Some(json) if is_of_event_file(&json) => {
                let problem =
                    "it is the checkpoint of a file of events: export into that file, or choose another";
                Err(io::Error::new(io::ErrorKind::InvalidData, problem))
            }
            Some(json) => Checkpoint::from_json(&json).map(Some).map_err(invalid),
            None => Ok(None),
        }
    }

    /// Replaces the checkpoint atomically. Call it once the events before it are stored.
    ///
    /// # Errors
    /// If the file cannot be written or is not a regular file. It then holds the old or the new
    /// checkpoint, complete.
    pub fn store(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        write_atomically(&self.0, &serde_json::to_vec(checkpoint)?)
    }
}

/// The lock of a checkpoint. See [`CheckpointFile::lock`].
///
/// # Examples
/// ```
/// use std::io::ErrorKind;
/// use atlassian_admin::CheckpointFile;
///
/// # fn main() -> std::io::Result<()> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("siem.checkpoint");
/// let file = CheckpointFile::new(path);
/// let lock = file.lock()?;
/// assert_eq!(file.lock().unwrap_err().kind(), ErrorKind::WouldBlock);
/// drop(lock);
/// assert!(file.lock().is_ok());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "dropping it unlocks the checkpoint"]
pub struct CheckpointLock(#[allow(dead_code, reason = "the lock ends when it is dropped")] File);

/// Returns whether a text is the checkpoint of an event file, of any version.
fn is_of_event_file(json: &str) -> bool {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Mark {
        #[allow(dead_code, reason = "its presence is the mark")]
        output_length: u64,
    }
    serde_json::from_str::<Mark>(json).is_ok()
}

fn invalid(error: CheckpointError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    #[cfg(unix)]
    fn pipe_is_neither_read_nor_replaced_nor_locked() {
        use std::os::unix::fs::FileTypeExt;

        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // The same refusal applies through links.
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        std::os::unix::fs::symlink(&pipe, sibling(&folder.path().join("other"), ".lock")).unwrap();
        let checkpoint = Checkpoint::new("o-1".into(), atlassian_admin_core::events::Window::default());
        let [pipe_error, link_error] =
            [&pipe, &link].map(|path| CheckpointFile::new(path).load().unwrap_err());
        let stored = CheckpointFile::new(&link).store(&checkpoint).unwrap_err();
        let locked = CheckpointFile::new(folder.path().join("other")).lock().unwrap_err();
        for error in [pipe_error, link_error, stored, locked] {
            assert_eq!(
                (error.kind(), error.to_string().as_str()),
                (io::ErrorKind::InvalidInput, "it is not a regular file")
            );
        }
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    }

    #[test]
    fn load_skips_byte_order_mark_and_names_utf16() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("checkpoint");
        let checkpoint = Checkpoint::new("o-1".into(), atlassian_admin_core::events::Window::default());
        let file = CheckpointFile::new(&path);
        file.store(&checkpoint).unwrap();
        let json = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("\u{feff}{json}\r\n")).unwrap();
        assert_eq!(file.load().unwrap(), Some(checkpoint));
        for mark in ["", "\u{feff}"] {
            let utf16 = [mark, &json].concat().encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
            fs::write(&path, utf16).unwrap();
            let refused = file.load().unwrap_err();
            assert_eq!(refused.kind(), io::ErrorKind::InvalidData);
            assert_eq!(refused.to_string(), "it is UTF-16 text: save the file as UTF-8");
        }
    }
}

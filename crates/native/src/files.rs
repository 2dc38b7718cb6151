//! Files that are complete at every moment: atomic replacement, locks, links, permissions.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use atlassian_admin_core::input;

/// Returns whether an attempt to lock a file succeeded.
pub(crate) fn try_lock(attempt: Result<(), TryLockError>) -> io::Result<bool> {
    match attempt {
        Ok(()) => Ok(true),
        // Some file systems have no locks. An export without a lock is better than none.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Opens a file for reading and writing, or creates it, and locks it. Returns `None` if another
/// process has the lock, which only processes that ask for it obey.
#[cfg(not(windows))]
pub(crate) fn open_alone(path: &Path) -> io::Result<Option<File>> {
    let file = owner_only().read(true).write(true).create(true).truncate(false).open(path)?;
    Ok(try_lock(file.try_lock())?.then_some(file))
}

/// Opens a file for reading and writing, or creates it, so that other processes can only read it.
/// Returns `None` if another process writes it.
///
/// This uses the share mode instead of a lock: a Windows lock would keep readers out as well, so
/// nothing could ship the events while they are written. The share mode also keeps the file from
/// being moved or removed.
#[cfg(windows)]
pub(crate) fn open_alone(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    const FILE_SHARE_READ: u32 = 1;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let mut options = owner_only();
    options.read(true).write(true).create(true).truncate(false).share_mode(FILE_SHARE_READ);
    match options.open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Maximum size of a checkpoint, which is larger than one of 25,000 events.
const MAX_STATE_BYTES: u64 = 64 << 20;

/// Reads a small text file; `None` if it does not exist.
pub(crate) fn read(path: &Path) -> io::Result<Option<String>> {
    refuse_other_than_files(path)?;
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    let length = file.take(MAX_STATE_BYTES + 1).read_to_end(&mut bytes)?;
    if length as u64 > MAX_STATE_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too large to be a checkpoint"));
    }
    let text = input::text(&bytes)
        .map_err(|problem| io::Error::new(io::ErrorKind::InvalidData, format!("it {problem}")))?;
    Ok(Some(text.to_owned()))
}

/// Refuses a pipe, a device and a folder: reading them could block or never end.
pub(crate) fn refuse_other_than_files(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"))
        }
        // A missing or unreadable file is reported by the open that follows.
        _ => Ok(()),
    }
}

/// Replaces the content of a file so that a crash leaves the old or the new content, complete.
pub(crate) fn write_atomically(path: &Path, content: &[u8]) -> io::Result<()> {
    let path = &resolve_links(path);
    refuse_other_than_files(path)?;
    let temporary = temporary_path(path);
    remove_stale_temporary(&temporary)?;
    let written = owner_only().write(true).create_new(true).open(&temporary).and_then(|mut file| {
        keep_permissions(path, &file)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    });
    if written.is_err() {
        // A partial file would only take space on a disk that may be full.
        let _ = fs::remove_file(&temporary);
    }
    written.and_then(|()| sync_folder(path))
}

/// Returns the path of a file's new content until it replaces the old one.
fn temporary_path(path: &Path) -> PathBuf {
    sibling(path, ".tmp")
}

/// The first bytes of every file that is written here.
const STATE_PREFIX: &[u8] = br#"{"version":"#;

/// Removes a partial file that a crash left, because its permissions would be kept. A file that
/// begins with other bytes belongs to another program and is not removed.
fn remove_stale_temporary(temporary: &Path) -> io::Result<()> {
    let mut start = Vec::new();
    match fs::symlink_metadata(temporary) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Ok(metadata) if metadata.is_file() => {
            File::open(temporary)?.take(STATE_PREFIX.len() as u64).read_to_end(&mut start)?;
        }
        _ => start.push(0),
    }
    if STATE_PREFIX.starts_with(&start) {
        return fs::remove_file(temporary);
    }
    let problem = format!("{} is in the way: move it elsewhere", temporary.display());
    Err(io::Error::new(io::ErrorKind::AlreadyExists, problem))
}

/// As many links as Linux follows.
const MAX_LINKS: usize = 40;

/// Follows the links of a path, whether or not the file exists, so that each name of a file locks
/// and replaces the same one.
pub(crate) fn resolve_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(_) => break,
        }
    }
    path
}

/// Returns whether two metadata describe one file. Always true on Windows: see [`open_alone`].
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        (one.dev(), one.ino()) == (other.dev(), other.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = (one, other);
        true
    }
}

/// Returns options to create files that only their owner can read, on Unix.
pub(crate) fn owner_only() -> OpenOptions {
    #[allow(unused_mut, reason = "other systems have no mode to set")]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Gives a file the permissions of the one at `path` that it replaces.
fn keep_permissions(path: &Path, file: &File) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if cfg!(unix) => file.set_permissions(metadata.permissions()),
        _ => Ok(()),
    }
}

/// Makes a rename or a new file durable. Windows does so by itself and cannot open folders.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Returns the path with an ending, such as `events.ndjson.checkpoint`.
pub(crate) fn sibling(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_succeeds_on_file_system_without_locks() {
        let attempt = |kind: io::ErrorKind| try_lock(Err(TryLockError::Error(kind.into())));
        assert!(attempt(io::ErrorKind::Unsupported).unwrap());
        assert_eq!(
            attempt(io::ErrorKind::PermissionDenied).unwrap_err().kind(),
            io::ErrorKind::PermissionDenied
        );
        assert!(!try_lock(Err(TryLockError::WouldBlock)).unwrap());
    }
}

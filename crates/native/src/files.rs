//! Files that are whole at every moment.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use atlassian_admin_core::events::{Checkpoint, CheckpointError};
use atlassian_admin_core::input;

use crate::export::Stored;

/// A feed's checkpoint in a file of its own, for programs that send events elsewhere than into a file.
///
/// On Unix it is made so that only its owner can read it; one that exists keeps its permissions.
#[derive(Debug, Clone)]
pub struct CheckpointFile(PathBuf);

impl CheckpointFile {
    /// The checkpoint at `path`, which need not exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Takes the checkpoint for this process, until the lock is dropped or the process ends: two that go on from one checkpoint would
    /// store theirs over each other's, and a later run would leave out what one of them had not delivered.
    ///
    /// What is locked is an empty file beside the checkpoint, `FILE.lock`, which stays. Where the file system knows no locks, the
    /// lock keeps nobody out.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] where somebody else has it; others where its file cannot be made.
    pub fn lock(&self) -> io::Result<CheckpointLock> {
        // The checkpoint itself is replaced all the time, and a lock is of the file that it was taken of.
        let path = beside(&real(&self.0), ".lock");
        refuse_other_than_files(&path)?;
        let file = private().write(true).create(true).truncate(false).open(path)?;
        if is_free(file.try_lock())? {
            Ok(CheckpointLock(file))
        } else {
            Err(io::ErrorKind::WouldBlock.into())
        }
    }

    /// Reads the checkpoint; `None` where there is none yet.
    ///
    /// # Errors
    /// Where the file cannot be read, is a folder, a pipe or a device, or holds no checkpoint ([`CheckpointError`] within); and where
    /// it is the one beside an [`EventFile`](crate::export::EventFile), which would be no use to that file any more.
    pub fn load(&self) -> io::Result<Option<Checkpoint>> {
        match read(&self.0)? {
            Some(json) if Stored::is_in(&json) => {
                let problem =
                    "it is the checkpoint of a file of events: export into that file, or choose another";
                Err(io::Error::new(io::ErrorKind::InvalidData, problem))
            }
            Some(json) => Checkpoint::from_json(&json).map(Some).map_err(invalid),
            None => Ok(None),
        }
    }

    /// Replaces the checkpoint, whole or not at all. Call it once the events before it are safe.
    ///
    /// # Errors
    /// Where the file cannot be written, or is no regular one: it holds this checkpoint or the one before it then, whole.
    pub fn store(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        replace(&self.0, &serde_json::to_vec(checkpoint)?)
    }
}

/// A checkpoint that is taken. See [`CheckpointFile::lock`].
#[derive(Debug)]
#[must_use = "dropping it lets others take the checkpoint"]
pub struct CheckpointLock(#[allow(dead_code, reason = "held, for the lock ends with it")] File);

/// What comes of the attempt to keep other processes out: whether it is ours.
pub(crate) fn is_free(attempt: Result<(), TryLockError>) -> io::Result<bool> {
    match attempt {
        Ok(()) => Ok(true),
        // Some file systems know no locks: to go on without one is better than not at all.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Opens a file to read and write, or makes it, so that other processes may only read it; `None`
/// where another process writes it.
#[cfg(not(windows))]
pub(crate) fn open_alone(path: &Path) -> io::Result<Option<File>> {
    let file = private().read(true).write(true).create(true).truncate(false).open(path)?;
    Ok(is_free(file.try_lock())?.then_some(file))
}

/// Opens a file to read and write, or makes it, so that other processes may only read it; `None`
/// where another process writes it.
///
/// Not by a lock, which on Windows would keep readers out as well: nothing could ship the events
/// while they are written. The share mode also keeps the file from being moved or removed.
#[cfg(windows)]
pub(crate) fn open_alone(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    const FILE_SHARE_READ: u32 = 1;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let mut options = private();
    options.read(true).write(true).create(true).truncate(false).share_mode(FILE_SHARE_READ);
    match options.open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

fn invalid(error: CheckpointError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

/// More bytes than a checkpoint of 25,000 events has.
const LONGEST: u64 = 64 << 20;

/// The text of a checkpoint; `None` where there is none.
pub(crate) fn read(path: &Path) -> io::Result<Option<String>> {
    refuse_other_than_files(path)?;
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    let length = file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if length as u64 > LONGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too large to be a checkpoint"));
    }
    let text = input::text(&bytes)
        .map_err(|problem| io::Error::new(io::ErrorKind::InvalidData, format!("it {problem}")))?;
    Ok(Some(text.to_owned()))
}

/// Refuses what would hang, never end, or be replaced by a file: a pipe nobody writes into, a device, a folder.
fn refuse_other_than_files(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file"))
        }
        // Where it is not there, or nobody may look, whoever opens it is told.
        _ => Ok(()),
    }
}

/// Replaces a file's content so that a crash at any moment leaves the old or the new one, whole.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let path = &real(path);
    refuse_other_than_files(path)?;
    let temporary = temporary(path);
    remove_remains(&temporary)?;
    let written = private().write(true).create_new(true).open(&temporary).and_then(|mut file| {
        keep_permissions(path, &file)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    });
    if written.is_err() {
        // What is half-written is in the way of nobody, but it takes room on a disk that may be full.
        let _ = fs::remove_file(&temporary);
    }
    written.and_then(|()| sync_folder(path))
}

/// Where a file's new content is written before it takes the file's place.
fn temporary(path: &Path) -> PathBuf {
    beside(path, ".tmp")
}

/// How every checkpoint begins.
const BEGINNING: &[u8] = br#"{"version":"#;

/// Removes what a crash left of a checkpoint that was being written: it would keep its permissions. What is no beginning of one is
/// somebody else's, and stays.
fn remove_remains(temporary: &Path) -> io::Result<()> {
    let mut start = Vec::new();
    match fs::symlink_metadata(temporary) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Ok(metadata) if metadata.is_file() => {
            File::open(temporary)?.take(BEGINNING.len() as u64).read_to_end(&mut start)?;
        }
        _ => start.push(0),
    }
    if BEGINNING.starts_with(&start) {
        return fs::remove_file(temporary);
    }
    let problem = format!("{} is in the way: move it elsewhere", temporary.display());
    Err(io::Error::new(io::ErrorKind::AlreadyExists, problem))
}

/// More links than any system follows.
const LINKS: usize = 40;

/// Where a path leads, be there a file yet or not: what is locked and replaced must be the same file under each of its names.
pub(crate) fn real(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(_) => break,
        }
    }
    path
}

/// Whether two are one file, under whatever names. On Windows they are: see [`open_alone`].
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

/// Options to make files that only their owner can read, where the system knows owners.
pub(crate) fn private() -> OpenOptions {
    #[allow(unused_mut, reason = "other systems have no mode to set")]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Gives the file that is to replace the one at `path` the permissions of that one: somebody may have chosen them.
fn keep_permissions(path: &Path, file: &File) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if cfg!(unix) => file.set_permissions(metadata.permissions()),
        _ => Ok(()),
    }
}

/// Makes a rename or a new file last. Windows does so by itself and cannot open folders.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// The path with more at its end: `events.ndjson.checkpoint`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn what_is_no_file_is_neither_read_nor_replaced() {
        use std::os::unix::fs::FileTypeExt;

        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // Found behind a link, too.
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        std::os::unix::fs::symlink(&pipe, beside(&folder.path().join("other"), ".lock")).unwrap();
        let checkpoint = Checkpoint::new("o-1".into(), atlassian_admin_core::events::Window::default());
        let [pipe_error, link_error] =
            [&pipe, &link].map(|path| CheckpointFile::new(path).load().unwrap_err());
        let stored = CheckpointFile::new(&link).store(&checkpoint).unwrap_err();
        let locked = CheckpointFile::new(folder.path().join("other")).lock().unwrap_err();
        for error in [pipe_error, link_error, stored, locked] {
            assert_eq!(
                (error.kind(), error.to_string().as_str()),
                (io::ErrorKind::InvalidInput, "it is no regular file")
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

    #[test]
    fn a_file_system_without_locks_is_good_enough() {
        let attempt = |kind: io::ErrorKind| is_free(Err(TryLockError::Error(kind.into())));
        assert!(attempt(io::ErrorKind::Unsupported).unwrap());
        assert_eq!(
            attempt(io::ErrorKind::PermissionDenied).unwrap_err().kind(),
            io::ErrorKind::PermissionDenied
        );
        assert!(!is_free(Err(TryLockError::WouldBlock)).unwrap());
    }
}

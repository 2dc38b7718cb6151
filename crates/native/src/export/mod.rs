//! An audit log in a file: one event a line, whatever happens.

mod error;
mod stored;

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf, is_separator};

use atlassian_admin_core::Raw;
use atlassian_admin_core::events::{Checkpoint, FeedBatch, Window};
use atlassian_admin_core::model::{Event, OrgId};

pub use error::ExportError;
use stored::Stored;
use stored::{REMAINING_BYTES, REMAINS};

use crate::checkpoint_file::CheckpointLock;
use crate::files::{is_same, open_alone, resolve_links, sync_folder};

/// A file of events as NDJSON (the original JSON, one event a line) with its checkpoint beside it, in `FILE.checkpoint`.
///
/// The checkpoint tells how far the file is known to be good. It is replaced only once the events before it are on the disk, and
/// opening the file cuts off what came after, so a crash at any moment loses no event and leaves no torn line.
///
/// On Unix both are made so that only their owner can read them, as they hold names and addresses; files that exist keep their
/// permissions.
#[derive(Debug)]
pub struct EventFile {
    path: PathBuf,
    file: File,
    stored: Stored,
    /// Whether it is unknown how far the output is good, or what the checkpoint says of it. Opening it again tells.
    broken: bool,
    _lock: CheckpointLock,
}

impl EventFile {
    /// Opens a file to go on exporting into it, or makes a new one, for the whole log.
    ///
    /// Both the file and its checkpoint are this process's alone then; the latter by an empty file beside it,
    /// `FILE.checkpoint.lock`, which stays.
    ///
    /// # Errors
    /// See [`Self::open_from`].
    pub fn open(path: impl AsRef<Path>, org_id: &OrgId) -> Result<Self, ExportError> {
        Self::open_window(path, org_id, Window::default())
    }

    /// Opens a file to go on exporting a part of the log into it, or makes a new one.
    ///
    /// # Errors
    /// See [`Self::open_from`].
    pub fn open_window(path: impl AsRef<Path>, org_id: &OrgId, window: Window) -> Result<Self, ExportError> {
        Self::open_from(path, Checkpoint::new(org_id.clone(), window))
    }

    /// Opens a file to go on exporting into it, or makes a new one for what comes behind a checkpoint: one that holds what is known
    /// already ([`Checkpoint::deliver`]). Where the file was begun earlier, only the checkpoint's organization and part of the log count.
    ///
    /// # Errors
    /// See [`ExportError`]; the files are as they were then, but for a new and empty one, or an empty `FILE.checkpoint.lock`.
    pub fn open_from(path: impl AsRef<Path>, checkpoint: Checkpoint) -> Result<Self, ExportError> {
        let (org_id, window) = (checkpoint.org_id(), checkpoint.window());
        let path = resolve_links(path.as_ref());
        let output = |error| ExportError::Output { path: path.clone(), error };
        // Where this refuses, nothing is made.
        if path.to_string_lossy().ends_with(is_separator) {
            return Err(ExportError::NoFile(path));
        }
        match fs::metadata(&path) {
            Ok(file) if !file.is_file() => return Err(ExportError::NoFile(path)),
            Ok(file) if file.len() > 0 && !Stored::path(&path).exists() => {
                return Err(ExportError::NoCheckpoint(path));
            }
            Ok(_) => {}
            Err(_) => {
                if Stored::load(&path, org_id, window)?.is_some_and(|stored| stored.output_length > 0) {
                    return Err(ExportError::Missing(path));
                }
            }
        }
        // Whoever prints events may have taken the checkpoint.
        let lock = Stored::lock(&path)?;
        let Some(file) = open_alone(&path).map_err(output)? else {
            return Err(ExportError::Busy(path));
        };
        // Only now, since until the lock is ours another process may move it on, and the file would be cut by what it was.
        let stored = Stored::load(&path, org_id, window)?;
        let length = file.metadata().map_err(output)?.len();
        match &stored {
            None if length > 0 => return Err(ExportError::NoCheckpoint(path)),
            Some(stored) if stored.output_length > length => return Err(ExportError::Short(path)),
            Some(stored) if !stored.fits(&file, length).map_err(output)? => {
                return Err(ExportError::Mismatched(path));
            }
            _ => {}
        }
        let (feed, output_length) = match stored {
            Some(stored) => (stored.feed, stored.output_length),
            None => (checkpoint, 0),
        };
        let stored = Stored { feed, output_length, writing_up_to: None };
        let mut file = Self { path: path.clone(), file, stored, broken: false, _lock: lock };
        file.cut_back().and_then(|()| sync_folder(&path)).map_err(output)?;
        file.stored.store(&file.path)?;
        Ok(file)
    }

    /// The part of the log that was asked for when the file was begun; `None` where none was. Whoever asks for "the last week" day by
    /// day opens the file with this, since each day means another week.
    ///
    /// # Errors
    /// [`ExportError::Checkpoint`] and [`ExportError::Unusable`].
    pub fn begun(path: impl AsRef<Path>) -> Result<Option<Window>, ExportError> {
        Ok(Stored::peek(&resolve_links(path.as_ref()))?.map(|stored| stored.feed.window()))
    }

    /// The organization.
    #[must_use]
    pub fn org_id(&self) -> &OrgId {
        self.stored.feed.org_id()
    }

    /// Where the feed is to go on.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.stored.feed
    }

    /// How long the file is, in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.stored.output_length
    }

    /// Adds a batch: when this returns, its events are on the disk and the checkpoint stands behind them.
    ///
    /// # Errors
    /// Where the disk refuses. After [`ExportError::Output`] nothing of the batch is in the file, and it may be appended again. Where
    /// that is not certain, every further call is [`ExportError::Broken`]: open the file again then, and resume the feed at its
    /// checkpoint. [`ExportError::Changed`] where somebody else has changed, moved or removed the file meanwhile.
    pub fn append(&mut self, batch: &FeedBatch) -> Result<(), ExportError> {
        self.append_by(|file, events| write_lines(file, events), &batch.events, &batch.checkpoint)
    }

    /// Appends by a writer of the caller's, so that tests can let it fail.
    fn append_by(
        &mut self,
        write: fn(&File, &[Raw<Event>]) -> io::Result<u64>,
        events: &[Raw<Event>],
        checkpoint: &Checkpoint,
    ) -> Result<(), ExportError> {
        self.check()?;
        self.announce(events)?;
        let written = write(&self.file, events).and_then(|written| self.file.sync_data().map(|()| written));
        match written {
            Ok(written) => self.stored.output_length += written,
            Err(error) => {
                // A torn line must not stay: what is appended next would stand behind it.
                self.broken = self.cut_back().is_err();
                return Err(ExportError::Output { path: self.path.clone(), error });
            }
        }
        self.stored.writing_up_to = None;
        let stored = self.advance(checkpoint);
        // The batch is in the file now: whoever appended it again would have it twice.
        self.broken = stored.is_err();
        stored
    }

    /// Says how much is about to be written where a crash would leave more than it usually does.
    fn announce(&mut self, events: &[Raw<Event>]) -> Result<(), ExportError> {
        let length: u64 = events.iter().map(|event| event.json().len() as u64 + 1).sum();
        if events.len() <= REMAINS && length <= REMAINING_BYTES {
            return Ok(());
        }
        self.stored.writing_up_to = Some(self.stored.output_length + length);
        self.stored.store(&self.path)
    }

    /// Makes the file as long as it is known to be good.
    fn cut_back(&mut self) -> io::Result<()> {
        self.file.set_len(self.stored.output_length)?;
        self.file.seek(SeekFrom::End(0)).map(|_| ())
    }

    /// Refuses to go on where the file is not what was written into it, or no more where it was: what comes would be lost, or behind
    /// a hole.
    fn check(&self) -> Result<(), ExportError> {
        if self.broken {
            return Err(ExportError::Broken(self.path.clone()));
        }
        let ours = self.file.metadata();
        let is_ours = |file: &Metadata| match fs::metadata(&self.path) {
            Ok(there) => is_same(file, &there) && file.len() == self.stored.output_length,
            Err(_) => false,
        };
        match ours.map(|file| is_ours(&file)) {
            Ok(true) => Ok(()),
            Ok(false) => Err(ExportError::Changed(self.path.clone())),
            Err(error) => Err(ExportError::Output { path: self.path.clone(), error }),
        }
    }

    /// Moves the checkpoint without new events, such as at the end of a drain.
    ///
    /// # Errors
    /// Where the disk refuses: the file has this checkpoint or the one before it then, and is whole with either. [`ExportError::Broken`]
    /// as with [`Self::append`].
    pub fn advance(&mut self, checkpoint: &Checkpoint) -> Result<(), ExportError> {
        self.check()?;
        let before = std::mem::replace(&mut self.stored.feed, checkpoint.clone());
        let stored = self.stored.store(&self.path);
        if stored.is_err() {
            self.stored.feed = before;
        }
        stored
    }
}

/// Writes events as NDJSON and returns how many bytes that took.
///
/// # Errors
/// Those of the writer.
pub fn write_lines(writer: impl Write, events: &[Raw<Event>]) -> io::Result<u64> {
    let mut writer = BufWriter::with_capacity(1 << 16, writer);
    let mut written = 0;
    for event in events {
        let line = event.one_line();
        writer.write_all(line.as_bytes())?;
        writer.write_all(b"\n")?;
        written += line.len() as u64 + 1;
    }
    writer.flush()?;
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "{\"id\":\"e1\"}";
    const SECOND: &str = "{\"id\":\"e2\"}";

    fn event(json: &str) -> Raw<Event> {
        serde_json::from_str(json).unwrap()
    }

    fn open(path: &Path) -> Result<EventFile, ExportError> {
        EventFile::open(path, &OrgId::from("o-1"))
    }

    fn append(file: &mut EventFile, json: &str) -> Result<(), ExportError> {
        let checkpoint = file.checkpoint().clone();
        file.append_by(|file, events| write_lines(file, events), &[event(json)], &checkpoint)
    }

    /// Writes a part of the line, and then there is no more room.
    fn tear(mut file: &File, events: &[Raw<Event>]) -> io::Result<u64> {
        file.write_all(&events[0].json().as_bytes()[..5])?;
        Err(io::ErrorKind::StorageFull.into())
    }

    #[test]
    fn what_a_failed_append_wrote_is_cut_off_and_the_next_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        let mut file = open(&path).unwrap();
        append(&mut file, FIRST).unwrap();
        let checkpoint = file.checkpoint().clone();
        let failed = file.append_by(tear, &[event(SECOND)], &checkpoint);
        assert!(
            matches!(failed, Err(ExportError::Output { error, .. }) if error.kind() == io::ErrorKind::StorageFull)
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{FIRST}\n"));

        append(&mut file, SECOND).unwrap();
        let text = format!("{FIRST}\n{SECOND}\n");
        assert_eq!((fs::read_to_string(&path).unwrap(), file.length()), (text.clone(), text.len() as u64));
        drop(file);
        assert_eq!(open(&path).unwrap().length(), text.len() as u64);
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }

    #[test]
    fn where_the_torn_end_cannot_be_cut_off_nothing_more_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        let mut file = open(&path).unwrap();
        append(&mut file, FIRST).unwrap();
        let checkpoint = file.checkpoint().clone();
        // A handle that may only read can be written no more, and not be cut either.
        let writable = std::mem::replace(&mut file.file, File::open(&path).unwrap());
        assert!(matches!(append(&mut file, SECOND), Err(ExportError::Output { .. })));
        file.file = writable;
        let error = append(&mut file, SECOND).unwrap_err();
        assert!(
            matches!(error, ExportError::Broken(_)) && error.to_string().contains("open it again"),
            "{error}"
        );
        assert!(matches!(file.advance(&checkpoint), Err(ExportError::Broken(_))));
        drop(file);
        let mut file = open(&path).unwrap();
        append(&mut file, SECOND).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{FIRST}\n{SECOND}\n"));
    }

    #[test]
    fn a_batch_whose_checkpoint_could_not_be_stored_cannot_be_added_twice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        let mut file = open(&path).unwrap();
        append(&mut file, FIRST).unwrap();
        // In its way is a folder that is not empty.
        let temporary = folder.path().join("events.ndjson.checkpoint.tmp");
        fs::create_dir_all(temporary.join("full")).unwrap();
        assert!(matches!(append(&mut file, SECOND), Err(ExportError::Checkpoint { .. })));
        fs::remove_dir_all(&temporary).unwrap();
        assert!(matches!(append(&mut file, SECOND), Err(ExportError::Broken(_))));
        drop(file);
        let mut file = open(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{FIRST}\n"), "as the checkpoint knows it");
        append(&mut file, SECOND).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{FIRST}\n{SECOND}\n"));
    }

    /// Writes all of it, and then the process dies.
    fn die(file: &File, events: &[Raw<Event>]) -> io::Result<u64> {
        write_lines(file, events)?;
        panic!("here the process dies")
    }

    #[test]
    fn however_many_events_a_page_has_a_crash_within_it_is_mended() {
        let folder = tempfile::tempdir().unwrap();
        let long = format!("{{\"id\":\"{}\"}}", "e".repeat(1 << 20));
        for (name, many) in [("many", vec![event(SECOND); REMAINS + 1]), ("long", vec![event(&long); 65])] {
            let path = folder.path().join(name);
            let mut file = open(&path).unwrap();
            append(&mut file, FIRST).unwrap();
            let checkpoint = file.checkpoint().clone();
            let died = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let _ = file.append_by(die, &many, &checkpoint);
            }));
            assert!(died.is_err());
            drop(file);
            let mut file = open(&path).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), format!("{FIRST}\n"), "{name}");
            // What was announced holds once.
            append(&mut file, SECOND).unwrap();
            drop(file);
            let written = fs::read(&path).unwrap();
            fs::write(&path, [written, vec![b'\n'; REMAINS + 1]].concat()).unwrap();
            assert!(matches!(open(&path), Err(ExportError::Mismatched(_))), "{name}");
        }
    }

    #[test]
    fn open_refuses_more_leftovers_than_a_crash_can_leave() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        append(&mut open(&path).unwrap(), FIRST).unwrap();
        let length = fs::metadata(&path).unwrap().len();
        // Not kept open, which on Windows would keep the exporter out.
        let set_length =
            |path: &Path, length| File::options().write(true).open(path).unwrap().set_len(length).unwrap();
        // Without a line's end, and without taking room on the disk.
        set_length(&path, length + REMAINING_BYTES + 1);
        assert!(matches!(open(&path), Err(ExportError::Mismatched(_))));
        set_length(&path, length + REMAINING_BYTES);
        assert_eq!(open(&path).unwrap().length(), length);

        set_length(&Stored::path(&path), 65 << 20);
        let refused = open(&path).unwrap_err().to_string();
        assert!(
            refused.ends_with("events.ndjson.checkpoint: it is too large to be a checkpoint"),
            "{refused}"
        );
    }
}

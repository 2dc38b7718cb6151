//! Exports an audit log to a file, one event a line, without loss or duplicates after a crash.

mod error;
mod stored;

use std::fs::{self, File, Metadata};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf, is_separator};

use atlassian_admin_core::Raw;
use atlassian_admin_core::events::{Checkpoint, FeedBatch, Window};
use atlassian_admin_core::model::{Event, OrgId};

pub use error::ExportError;
use stored::{ExportCheckpoint, MAX_TORN_BYTES, MAX_TORN_LINES, Rest};

use crate::checkpoint_file::CheckpointLock;
use crate::files::{is_same, open_alone, resolve_links, sync_folder};

/// A file of events as NDJSON (the original JSON, one event a line) with its checkpoint beside it,
/// in `FILE.checkpoint`.
///
/// The checkpoint holds the length up to which the file is known to be complete. It is replaced
/// only once the events before it are on the disk, and opening the file cuts off what a crash left
/// after that. So a crash at any moment loses no event and leaves no torn line. A line of another
/// program is never cut off: opening then fails.
///
/// On Unix, new files are readable by their owner only, as they hold names and addresses; existing
/// files keep their permissions.
///
/// # Examples
/// ```
/// use atlassian_admin::export::EventFile;
/// # use std::sync::Arc;
/// # use atlassian_admin_simulator::Simulator;
/// # use atlassian_admin_testing::ImmediateTime;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let simulator = Simulator::builder(Arc::new(ImmediateTime::default())).events(300).build();
/// # let (client, org_id) = (simulator.client(), simulator.org_id());
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("events.ndjson");
/// let mut file = EventFile::open(&path, &org_id)?;
/// let feed = client.organization(org_id).event_feed();
/// let mut feed = feed.resume(file.checkpoint().clone()).stream()?;
/// while let Some(batch) = feed.next().await {
///     file.append(&batch?)?;
/// }
/// file.advance(feed.checkpoint())?;
/// # assert_eq!(std::fs::read_to_string(path)?.lines().count(), 300);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct EventFile {
    path: PathBuf,
    file: File,
    stored: ExportCheckpoint,
    /// The number of bytes that opening removed.
    removed: u64,
    /// Whether a failed write left the output or its checkpoint in an unknown state. Reopening the
    /// file clears it.
    broken: bool,
    _lock: CheckpointLock,
}

impl EventFile {
    /// Opens a file to resume its export, or creates it, for the whole log.
    ///
    /// This process then locks the file and its checkpoint. The checkpoint is locked by an empty
    /// file beside it, `FILE.checkpoint.lock`, which is not removed.
    ///
    /// # Errors
    /// See [`Self::open_from`].
    pub fn open(path: impl AsRef<Path>, org_id: &OrgId) -> Result<Self, ExportError> {
        Self::open_window(path, org_id, Window::default())
    }

    /// Opens a file to resume the export of a window of the log, or creates it.
    ///
    /// # Errors
    /// See [`Self::open_from`].
    pub fn open_window(path: impl AsRef<Path>, org_id: &OrgId, window: Window) -> Result<Self, ExportError> {
        Self::open_from(path, Checkpoint::new(org_id.clone(), window))
    }

    /// Opens a file to resume its export, or creates it for the events after a checkpoint, such as
    /// one that marks events as known ([`Checkpoint::mark_delivered`]). For an existing file, only
    /// the checkpoint's organization and window matter.
    ///
    /// # Errors
    /// See [`ExportError`]. The files are then unchanged, except that an empty file or an empty
    /// `FILE.checkpoint.lock` may have been created.
    pub fn open_from(path: impl AsRef<Path>, checkpoint: Checkpoint) -> Result<Self, ExportError> {
        let (org_id, window) = (checkpoint.org_id(), checkpoint.window());
        let path = resolve_links(path.as_ref());
        let output = |error| ExportError::Output { path: path.clone(), error };
        // These checks come first, so that a refusal creates no file.
        if path.to_string_lossy().ends_with(is_separator) {
            return Err(ExportError::NotAFile(path));
        }
        match fs::metadata(&path) {
            Ok(file) if !file.is_file() => return Err(ExportError::NotAFile(path)),
            Ok(file) if file.len() > 0 && !ExportCheckpoint::path(&path).exists() => {
                return Err(ExportError::NoCheckpoint(path));
            }
            Ok(_) => {}
            Err(_) => {
                if ExportCheckpoint::load(&path, org_id, window)?
                    .is_some_and(|stored| stored.output_length > 0)
                {
                    return Err(ExportError::Missing(path));
                }
            }
        }
        // A program that uses [`CheckpointFile`](crate::CheckpointFile) may hold the checkpoint.
        let lock = ExportCheckpoint::lock(&path)?;
        let Some(file) = open_alone(&path).map_err(output)? else {
            return Err(ExportError::Busy(path));
        };
        // Loaded under the lock: without it, another process could advance the checkpoint, and the
        // file would be cut to an old length.
        let stored = ExportCheckpoint::load(&path, org_id, window)?;
        let length = file.metadata().map_err(output)?.len();
        match &stored {
            None if length > 0 => return Err(ExportError::NoCheckpoint(path)),
            Some(stored) if stored.output_length > length => return Err(ExportError::Short(path)),
            Some(stored) => match stored.rest(&file, length).map_err(output)? {
                Rest::Interrupted => {}
                Rest::Foreign { start } => {
                    let line = line_number(&file, start).map_err(output)?;
                    return Err(ExportError::Foreign { path, line });
                }
                Rest::Mismatched => return Err(ExportError::Mismatched(path)),
            },
            None => {}
        }
        let (feed, output_length) = match stored {
            Some(stored) => (stored.feed, stored.output_length),
            None => (checkpoint, 0),
        };
        let stored = ExportCheckpoint { feed, output_length, writing_up_to: None };
        let removed = length - output_length;
        let mut file = Self { path: path.clone(), file, stored, removed, broken: false, _lock: lock };
        file.cut_back().and_then(|()| sync_folder(&path)).map_err(output)?;
        file.stored.store(&file.path)?;
        Ok(file)
    }

    /// Returns the window that the export was started with, or `None` without a checkpoint. Pass
    /// it to [`Self::open_window`] to resume a relative window such as "last 7 days".
    ///
    /// # Errors
    /// [`ExportError::Checkpoint`] and [`ExportError::Unusable`].
    pub fn stored_window(path: impl AsRef<Path>) -> Result<Option<Window>, ExportError> {
        Ok(ExportCheckpoint::load_any(&resolve_links(path.as_ref()))?.map(|stored| stored.feed.window()))
    }

    /// Returns the organization.
    #[must_use]
    pub fn org_id(&self) -> &OrgId {
        self.stored.feed.org_id()
    }

    /// Returns the checkpoint to resume the feed from.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.stored.feed
    }

    /// Returns the length of the file in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.stored.output_length
    }

    /// Returns how many bytes [`Self::open`] removed from the end of the file: what an interrupted
    /// write had left there. The feed delivers their events again.
    #[must_use]
    pub fn removed(&self) -> u64 {
        self.removed
    }

    /// Appends a batch. On success, its events are on the disk and the checkpoint is after them.
    ///
    /// # Errors
    /// If a write fails. After [`ExportError::Output`], nothing of the batch is in the file, and
    /// the batch may be appended again. If that is not certain, every further call returns
    /// [`ExportError::Broken`]: open the file again, and resume the feed from its checkpoint.
    /// [`ExportError::Changed`] if another program changed, moved or removed the file.
    pub fn append(&mut self, batch: &FeedBatch) -> Result<(), ExportError> {
        self.append_by(|file, events| write_lines(file, events), &batch.events, &batch.checkpoint)
    }

    /// Appends with the given writer, so that tests can inject failures.
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
                // A torn line must not stay, or the next event would be appended to it.
                self.broken = self.cut_back().is_err();
                return Err(ExportError::Output { path: self.path.clone(), error });
            }
        }
        self.stored.writing_up_to = None;
        let stored = self.advance(checkpoint);
        // The batch is in the file now: appending it again would duplicate it.
        self.broken = stored.is_err();
        stored
    }

    /// Stores the length to be written if a crash could leave more than the usual limits.
    fn announce(&mut self, events: &[Raw<Event>]) -> Result<(), ExportError> {
        let length: u64 = events.iter().map(|event| event.json().len() as u64 + 1).sum();
        if events.len() <= MAX_TORN_LINES && length <= MAX_TORN_BYTES {
            return Ok(());
        }
        self.stored.writing_up_to = Some(self.stored.output_length + length);
        self.stored.store(&self.path)
    }

    /// Cuts the file to the length that is known to be complete.
    fn cut_back(&mut self) -> io::Result<()> {
        self.file.set_len(self.stored.output_length)?;
        self.file.seek(SeekFrom::End(0)).map(|_| ())
    }

    /// Refuses to continue if the file was changed, replaced or removed: new events would be lost,
    /// or written after a gap.
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

    /// Moves the checkpoint without new events, such as at the end of the log.
    ///
    /// # Errors
    /// If a write fails: the file then has this checkpoint or the one before it, and is complete
    /// with either. [`ExportError::Broken`] as with [`Self::append`].
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

/// Returns the number of the line that starts at this position, from 1.
fn line_number(mut file: &File, start: u64) -> io::Result<u64> {
    file.seek(SeekFrom::Start(0))?;
    let mut number = 1;
    for byte in BufReader::new(file.take(start)).bytes() {
        number += u64::from(byte? == b'\n');
    }
    Ok(number)
}

/// Writes events as NDJSON and returns the number of bytes written.
///
/// # Examples
/// ```
/// use atlassian_admin::export::write_lines;
///
/// let event = serde_json::from_str("{ \"id\": \"e-1\" }")?;
/// let mut output = Vec::new();
/// assert_eq!(write_lines(&mut output, &[event])?, 16);
/// assert_eq!(output, b"{ \"id\": \"e-1\" }\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The errors of the writer.
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

    /// Writes a part of the line, and then fails as if the disk were full.
    fn tear(mut file: &File, events: &[Raw<Event>]) -> io::Result<u64> {
        file.write_all(&events[0].json().as_bytes()[..5])?;
        Err(io::ErrorKind::StorageFull.into())
    }

    #[test]
    fn failed_append_is_cut_off_before_next_one() {
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
    fn append_refuses_after_torn_line_cannot_be_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        let mut file = open(&path).unwrap();
        append(&mut file, FIRST).unwrap();
        let checkpoint = file.checkpoint().clone();
        // A read-only handle can neither write nor cut the file.
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
    fn append_refuses_batch_twice_when_checkpoint_was_not_stored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        let mut file = open(&path).unwrap();
        append(&mut file, FIRST).unwrap();
        // A folder that is not empty blocks the temporary file.
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

    /// Writes everything, and then panics as if the process died.
    fn die(file: &File, events: &[Raw<Event>]) -> io::Result<u64> {
        write_lines(file, events)?;
        panic!("simulated crash of the process")
    }

    #[test]
    fn open_repairs_crash_within_a_batch_of_any_size() {
        let folder = tempfile::tempdir().unwrap();
        let events = |count: usize, length: usize| {
            let id = |number: usize| format!("{number}{}", "e".repeat(length));
            (0..count).map(|number| event(&format!("{{\"id\":\"{}\"}}", id(number)))).collect::<Vec<_>>()
        };
        for (name, many) in [("many", events(MAX_TORN_LINES + 1, 1)), ("long", events(65, 1 << 20))] {
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
            // The announced length applies only once.
            append(&mut file, SECOND).unwrap();
            drop(file);
            let mut written = File::options().append(true).open(&path).unwrap();
            write_lines(&mut written, &events(MAX_TORN_LINES + 1, 1)).unwrap();
            // On Windows an open file would block the exporter.
            drop(written);
            assert!(matches!(open(&path), Err(ExportError::Mismatched(_))), "{name}");
        }
    }

    #[test]
    fn open_refuses_more_leftovers_than_a_crash_can_leave() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.ndjson");
        append(&mut open(&path).unwrap(), FIRST).unwrap();
        let length = fs::metadata(&path).unwrap().len();
        // The file is closed again: on Windows an open one would block the exporter.
        let set_length =
            |path: &Path, length| File::options().write(true).open(path).unwrap().set_len(length).unwrap();
        // The added bytes have no line end, and take no room on the disk.
        set_length(&path, length + MAX_TORN_BYTES + 1);
        assert!(matches!(open(&path), Err(ExportError::Mismatched(_))));
        set_length(&path, length + MAX_TORN_BYTES);
        let opened = open(&path).unwrap();
        assert_eq!((opened.length(), opened.removed()), (length, MAX_TORN_BYTES));
        drop(opened);

        set_length(&ExportCheckpoint::path(&path), 65 << 20);
        let refused = open(&path).unwrap_err().to_string();
        assert!(
            refused.ends_with("events.ndjson.checkpoint: it is too large to be a checkpoint"),
            "{refused}"
        );
    }
}

//! The event file: complete at every moment, and never overwritten.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atlassian_admin::events::{CheckpointError, Window};
use atlassian_admin::export::{EventFile, ExportError};
use atlassian_admin::model::{EpochMillis, OrgId};
use atlassian_admin::{CheckpointFile, Client, ClientBuilder, OrganizationKey};
use atlassian_admin_simulator::Simulator;
use atlassian_admin_testing::VirtualTime;
use proptest::prelude::*;
use tempfile::TempDir;

struct World {
    simulator: Simulator,
    client: Client,
    folder: TempDir,
}

impl World {
    fn new() -> Self {
        let time = VirtualTime::new(|task| drop(tokio::spawn(task)));
        let simulator = Simulator::builder(Arc::new(time.clone())).events(300).build();
        let key = OrganizationKey::new(simulator.api_key()).unwrap();
        let client = ClientBuilder::new(simulator.clone(), time, key).build().unwrap();
        Self { simulator, client, folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("events.ndjson")
    }

    fn open(&self) -> Result<EventFile, ExportError> {
        EventFile::open(self.path(), &self.simulator.org_id())
    }

    /// Exports up to this many batches.
    async fn export(&self, batches: usize) {
        let mut file = self.open().unwrap();
        let feed = self.client.organization(file.org_id()).event_feed().page_size(50);
        let mut feed = feed.resume(file.checkpoint().clone()).stream().unwrap();
        for _ in 0..batches {
            match feed.next().await {
                Some(batch) => file.append(&batch.unwrap()).unwrap(),
                None => return file.advance(feed.checkpoint()).unwrap(),
            }
        }
    }

    /// Returns the ids in the file, and checks that each line is a complete event.
    fn ids(&self) -> Vec<String> {
        let text = fs::read_to_string(self.path()).unwrap();
        assert!(text.is_empty() || text.ends_with('\n'), "the last line is whole");
        text.lines()
            .map(|line| {
                serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
            })
            .collect()
    }

    fn truth(&self) -> Vec<String> {
        self.simulator.visible_event_ids().map(|id| id.to_string()).collect()
    }
}

fn checkpoint_of(path: &Path) -> PathBuf {
    path.with_file_name("events.ndjson.checkpoint")
}

#[tokio::test]
async fn export_resumes_where_it_stopped_and_repeats_nothing() {
    let world = World::new();
    world.export(2).await;
    assert_eq!(world.ids(), world.truth()[..100]);
    world.export(usize::MAX).await;
    assert_eq!(world.ids(), world.truth());
    let (before, checkpoint) =
        (fs::read(world.path()).unwrap(), fs::read_to_string(checkpoint_of(&world.path())).unwrap());
    world.export(usize::MAX).await;
    assert_eq!(fs::read(world.path()).unwrap(), before);
    let stored: serde_json::Value = serde_json::from_str(&checkpoint).unwrap();
    assert_eq!(stored["outputLength"], before.len());
    for member in ["version", "orgId", "cursor", "processedAt", "recent"] {
        assert!(!stored[member].is_null(), "{member}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Resuming repairs the file, wherever a crash interrupts the next write.
    #[test]
    fn resume_removes_interrupted_write(batches in 0_usize..6, part in 0.0..1.0, zeros in 0_usize..20, temporary in any::<bool>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let world = World::new();
            world.export(usize::MAX).await;
            let whole = fs::read(world.path()).unwrap();
            for path in [world.path(), checkpoint_of(&world.path())] {
                fs::remove_file(path).unwrap();
            }
            world.export(batches).await;
            let known = fs::read(world.path()).unwrap().len();
            let written = known + ((whole.len() - known) as f64 * part) as usize;
            fs::write(world.path(), [&whole[..written], &vec![0; zeros]].concat()).unwrap();
            if temporary {
                fs::write(world.folder.path().join("events.ndjson.checkpoint.tmp"), "{\"ver").unwrap();
            }
            assert_eq!(world.open().unwrap().removed(), (written - known + zeros) as u64);
            world.export(usize::MAX).await;
            assert_eq!(world.ids(), world.truth());
        });
    }
}

#[tokio::test]
async fn open_names_line_that_the_export_did_not_write() {
    let world = World::new();
    world.export(usize::MAX).await;
    let whole = fs::read_to_string(world.path()).unwrap();
    for path in [world.path(), checkpoint_of(&world.path())] {
        fs::remove_file(path).unwrap();
    }
    world.export(2).await;
    let known = fs::read_to_string(world.path()).unwrap();
    let [first, last] = [known.lines().next().unwrap(), known.lines().last().unwrap()];
    let mut next = whole.lines().skip(known.lines().count());
    let [next, after] = [next.next().unwrap(), next.next().unwrap()];
    for (rest, line) in [
        ("a note\n".to_owned(), 101),
        ("a note".to_owned(), 101),
        ("\n".to_owned(), 101),
        ("{}\n".to_owned(), 101),
        ("{}".to_owned(), 101),
        ("[\"id\"]\n".to_owned(), 101),
        ("{\"name\":\"ann\"}\n".to_owned(), 101),
        (format!("{next}\n{{\"user\":\"ann\"}}\n{after}\n"), 102),
        (format!("{next}\n{after}\n{next}\n"), 103),
        (format!("{next}\n{last}\n"), 102),
        (format!("{first}\n"), 101),
        (format!("{next}\n{}\n", &after[..20]), 102),
    ] {
        let text = known.clone() + &rest;
        fs::write(world.path(), &text).unwrap();
        let checkpoint = fs::read(checkpoint_of(&world.path())).unwrap();
        let refused = world.open().unwrap_err();
        let named = format!("line {line} of {} was not written by this export", world.path().display());
        assert!(refused.to_string().starts_with(&named), "{refused}, for {rest:?}");
        assert_eq!(fs::read_to_string(world.path()).unwrap(), text);
        assert_eq!(fs::read(checkpoint_of(&world.path())).unwrap(), checkpoint);
        // The remedy: without that line, the export resumes.
        let mut lines: Vec<_> = text.split_inclusive('\n').collect();
        lines.remove(line - 1);
        fs::write(world.path(), lines.concat()).unwrap();
        assert!(world.open().is_ok(), "{rest:?}");
    }
    world.export(usize::MAX).await;
    assert_eq!(world.ids(), world.truth());
}

#[tokio::test]
async fn open_refuses_unusable_files_and_leaves_them_unchanged() {
    let world = World::new();
    fs::write(world.path(), "somebody's\n").unwrap();
    assert!(matches!(world.open(), Err(ExportError::NoCheckpoint(_))));
    assert_eq!(fs::read_to_string(world.path()).unwrap(), "somebody's\n");
    assert!(!checkpoint_of(&world.path()).exists());

    fs::remove_file(world.path()).unwrap();
    world.export(1).await;
    let (output, checkpoint) =
        (fs::read(world.path()).unwrap(), fs::read(checkpoint_of(&world.path())).unwrap());
    let other = EventFile::open(world.path(), &OrgId::from("another"));
    assert!(other.unwrap_err().to_string().contains("the checkpoint belongs to organization"));
    let window = Window { from: Some(EpochMillis(1)), to: None };
    assert!(matches!(
        EventFile::open_window(world.path(), &world.simulator.org_id(), window),
        Err(ExportError::Unusable { error: CheckpointError::OtherWindow, .. })
    ));

    let newer = String::from_utf8(checkpoint.clone()).unwrap().replacen("\"version\":1", "\"version\":9", 1);
    fs::write(checkpoint_of(&world.path()), &newer).unwrap();
    assert!(world.open().unwrap_err().to_string().contains("has version 9"));
    assert_eq!(fs::read_to_string(checkpoint_of(&world.path())).unwrap(), newer, "not overwritten");

    fs::write(checkpoint_of(&world.path()), "{").unwrap();
    let refused = world.open().unwrap_err().to_string();
    let remedy = format!("cannot be read: put it back, or move it and {} away", world.path().display());
    assert!(refused.contains(&remedy), "{refused}");
    fs::write(checkpoint_of(&world.path()), &checkpoint).unwrap();
    assert_eq!(fs::read(world.path()).unwrap(), output);

    fs::write(world.path(), &output[..10]).unwrap();
    assert!(matches!(world.open(), Err(ExportError::Short(_))));
    fs::remove_file(world.path()).unwrap();
    assert!(matches!(world.open(), Err(ExportError::Missing(_))));
    assert!(!world.path().exists());
    fs::create_dir(world.path()).unwrap();
    assert!(matches!(world.open(), Err(ExportError::NotAFile(_))));
}

#[tokio::test]
async fn two_exporters_exclude_each_other() {
    let world = World::new();
    let first = world.open().unwrap();
    let error = world.open().unwrap_err();
    assert!(error.to_string().contains("another process is exporting into"), "{error}");
    drop(first);
    assert!(world.open().is_ok());
}

#[tokio::test]
async fn event_file_and_checkpoint_file_lock_each_other_out() {
    let world = World::new();
    let printing = CheckpointFile::new(checkpoint_of(&world.path()));
    let lock = printing.lock().unwrap();
    let error = world.open().unwrap_err();
    assert!(error.to_string().contains("events.ndjson.checkpoint: wait for it"), "{error}");
    assert!(!world.path().exists());
    drop(lock);
    let _export = world.open().unwrap();
    assert_eq!(printing.lock().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[tokio::test]
async fn open_reads_the_checkpoint_only_after_locking_the_file() {
    let world = World::new();
    let first = world.open().unwrap();
    // Without the lock, the file belongs to the other process and may contain anything.
    fs::write(checkpoint_of(&world.path()), "{").unwrap();
    assert!(matches!(world.open(), Err(ExportError::Busy(_))));
    drop(first);
    assert!(matches!(world.open(), Err(ExportError::Unusable { .. })));
    fs::remove_file(world.path()).unwrap();
    assert!(matches!(world.open(), Err(ExportError::Unusable { .. })));
    assert!(!world.path().exists(), "nothing is made beside a checkpoint that cannot be used");
}

#[tokio::test]
async fn checkpoint_file_is_replaced_atomically() {
    let world = World::new();
    let file = CheckpointFile::new(world.folder.path().join("feed.checkpoint"));
    assert_eq!(file.load().unwrap(), None);
    let mut feed = world.client.organization(world.simulator.org_id()).event_feed().stream().unwrap();
    let batch = feed.next().await.unwrap().unwrap();
    file.store(&batch.checkpoint).unwrap();
    assert_eq!(file.load().unwrap(), Some(batch.checkpoint));
    fs::write(world.folder.path().join("feed.checkpoint"), "junk").unwrap();
    assert_eq!(file.load().unwrap_err().kind(), std::io::ErrorKind::InvalidData);
}

#[test]
fn checkpoint_file_is_locked_by_one_process() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| CheckpointFile::new(folder.path().join(name));
    let lock = file("feed.checkpoint").lock().unwrap();
    assert_eq!(file("feed.checkpoint").lock().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    assert!(file("other.checkpoint").lock().is_ok());
    drop(lock);
    assert!(file("feed.checkpoint").lock().is_ok());
    assert_eq!(fs::read(folder.path().join("feed.checkpoint.lock")).unwrap(), b"");
}

#[tokio::test]
async fn checkpoint_file_refuses_checkpoint_of_event_file() {
    let world = World::new();
    world.export(1).await;
    let error = CheckpointFile::new(checkpoint_of(&world.path())).load().unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidData);
    assert!(error.to_string().starts_with("it is the checkpoint of a file of events"), "{error}");
}

#[tokio::test]
async fn event_file_returns_the_window_it_was_begun_with() {
    let world = World::new();
    assert_eq!(EventFile::stored_window(world.path()).unwrap(), None);
    let window = Window { from: Some(EpochMillis(5)), to: None };
    drop(EventFile::open_window(world.path(), &world.simulator.org_id(), window).unwrap());
    assert_eq!(EventFile::stored_window(world.path()).unwrap(), Some(window));
    fs::write(checkpoint_of(&world.path()), "{").unwrap();
    assert!(matches!(EventFile::stored_window(world.path()), Err(ExportError::Unusable { .. })));
}

#[cfg(unix)]
#[tokio::test]
async fn event_file_resolves_symbolic_links() {
    use std::os::unix::fs::symlink;

    let world = World::new();
    world.export(1).await;
    let link = world.folder.path().join("link");
    symlink(world.path(), &link).unwrap();
    let through_link = || EventFile::open(&link, &world.simulator.org_id());
    let reached = through_link().unwrap().checkpoint().clone();
    let first = world.open().unwrap();
    assert_eq!(*first.checkpoint(), reached);
    assert!(matches!(through_link(), Err(ExportError::Busy(_))));
    assert!(!world.folder.path().join("link.checkpoint").exists());

    // The same applies before the file exists.
    let link = world.folder.path().join("early");
    symlink("later", &link).unwrap();
    drop(EventFile::open(&link, &world.simulator.org_id()).unwrap());
    assert!(world.folder.path().join("later.checkpoint").exists());
    assert!(EventFile::open(&link, &world.simulator.org_id()).is_ok());

    let [file, link] = ["feed", "feed.link"].map(|name| world.folder.path().join(name));
    CheckpointFile::new(&file).store(first.checkpoint()).unwrap();
    symlink("feed", &link).unwrap();
    let lock = CheckpointFile::new(&file).lock().unwrap();
    assert_eq!(CheckpointFile::new(&link).lock().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    drop(lock);
    fs::write(&file, "junk").unwrap();
    CheckpointFile::new(&link).store(first.checkpoint()).unwrap();
    assert!(link.is_symlink());
    assert_eq!(CheckpointFile::new(&file).load().unwrap().as_ref(), Some(first.checkpoint()));
}

#[cfg(unix)]
#[tokio::test]
async fn new_files_are_private_and_existing_modes_are_kept() {
    use std::os::unix::fs::PermissionsExt;

    let world = World::new();
    let (output, checkpoint) = (world.path(), checkpoint_of(&world.path()));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    // A crash left a file that everyone can read.
    let temporary = world.folder.path().join("events.ndjson.checkpoint.tmp");
    fs::write(&temporary, "{").unwrap();
    fs::set_permissions(&temporary, fs::Permissions::from_mode(0o644)).unwrap();
    world.export(1).await;
    assert_eq!((mode(&output), mode(&checkpoint)), (0o600, 0o600));
    assert!(!temporary.exists());

    for path in [&output, &checkpoint] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    world.export(1).await;
    assert_eq!((mode(&output), mode(&checkpoint)), (0o640, 0o640));

    let path = world.folder.path().join("feed.checkpoint");
    let store = || CheckpointFile::new(&path).store(world.open().unwrap().checkpoint()).unwrap();
    store();
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    store();
    assert_eq!(mode(&path), 0o640);
}

#[tokio::test]
async fn open_refuses_a_checkpoint_of_another_length_and_truncates_nothing() {
    let world = World::new();
    world.export(usize::MAX).await;
    let (output, checkpoint) =
        (fs::read(world.path()).unwrap(), fs::read_to_string(checkpoint_of(&world.path())).unwrap());
    let length = output.len();
    let events: String = (0..1_001).map(|number| format!("{{\"id\":\"e{number}\"}}\n")).collect();
    let more = [&output, events.as_bytes()].concat();
    for (bytes, known) in [(&output, length - 3), (&more, length)] {
        fs::write(world.path(), bytes).unwrap();
        let known =
            checkpoint.replace(&format!("\"outputLength\":{length}"), &format!("\"outputLength\":{known}"));
        fs::write(checkpoint_of(&world.path()), known).unwrap();
        assert!(matches!(world.open(), Err(ExportError::Mismatched(_))));
        assert_eq!(&fs::read(world.path()).unwrap(), bytes);
    }
}

#[tokio::test]
async fn open_replaces_the_checkpoint_of_a_run_without_events() {
    let world = World::new();
    drop(EventFile::open(world.path(), &OrgId::from("mistyped")).unwrap());
    world.export(usize::MAX).await;
    assert_eq!(world.ids(), world.truth());
}

// Windows prevents changes to the open file.
#[cfg(unix)]
#[tokio::test]
async fn append_is_refused_when_another_process_changed_the_file() {
    type Touch = fn(&Path);
    let touches: [(&str, Touch); 6] = [
        ("emptied", |path| drop(fs::File::create(path).unwrap())),
        ("shortened", |path| fs::File::options().write(true).open(path).unwrap().set_len(10).unwrap()),
        ("added to", |path| {
            let file = fs::File::options().append(true).open(path).unwrap();
            std::io::Write::write_all(&mut &file, b"# note\n").unwrap();
        }),
        ("removed", |path| fs::remove_file(path).unwrap()),
        ("moved", |path| fs::rename(path, path.with_extension("1")).unwrap()),
        ("replaced", |path| {
            fs::copy(path, path.with_extension("new")).unwrap();
            fs::rename(path.with_extension("new"), path).unwrap();
        }),
    ];
    for (what, touch) in touches {
        let world = World::new();
        let mut file = world.open().unwrap();
        let feed = world.client.organization(file.org_id()).event_feed().page_size(50);
        let mut feed = feed.stream().unwrap();
        file.append(&feed.next().await.unwrap().unwrap()).unwrap();
        let checkpoint = fs::read(checkpoint_of(&world.path())).unwrap();
        touch(&world.path());
        let left = fs::read(world.path()).ok();
        let batch = feed.next().await.unwrap().unwrap();
        for refused in [file.append(&batch), file.advance(&batch.checkpoint), file.append(&batch)] {
            assert!(matches!(refused, Err(ExportError::Changed(_))), "{what}: {refused:?}");
        }
        assert_eq!(fs::read(world.path()).ok(), left, "{what}");
        assert_eq!(fs::read(checkpoint_of(&world.path())).unwrap(), checkpoint, "{what}");
    }
}

//! The checkpoint beside an output, on the disk: if it is accepted, the output ends with a
//! complete line, and opening it again changes nothing.

use std::fs;
use std::path::Path;

use atlassian_admin::events::Checkpoint;
use atlassian_admin::export::EventFile;
use tempfile::TempDir;

use crate::checkpoint;

/// An output of three lines and the beginning of a fourth one.
const OUTPUT: &str = "{\"id\":\"e1\"}\n{\"id\":\"e2\"}\n{\"id\":\"e3\"}\n{\"id";

/// The bytes are the checkpoint's file.
pub fn holds(data: &[u8]) {
    let folder = folder();
    let output = folder.path().join("events.ndjson");
    let stored = folder.path().join("events.ndjson.checkpoint");
    fs::write(&output, OUTPUT).expect("the folder takes files");
    fs::write(&stored, data).expect("the folder takes files");
    let org_id = std::str::from_utf8(data)
        .ok()
        .and_then(|text| Checkpoint::from_json(text).ok())
        .map_or_else(|| "o-1".into(), |checkpoint| checkpoint.org_id().clone());
    let Ok(mut file) = EventFile::open(&output, &org_id) else {
        assert_eq!(
            fs::read_to_string(&output).ok().as_deref(),
            Some(OUTPUT),
            "what is refused is left alone"
        );
        assert_eq!(fs::read(&stored).ok().as_deref(), Some(data), "what is refused is left alone");
        return;
    };
    let kept = fs::read_to_string(&output).expect("the output is there");
    assert_eq!(kept.len() as u64, file.length());
    assert!(OUTPUT.starts_with(&kept) && (kept.is_empty() || kept.ends_with('\n')), "{kept:?}");
    let (length, checkpoint) = (file.length(), file.checkpoint().clone());
    file.advance(&checkpoint).expect("the folder takes files");
    drop(file);
    let again = EventFile::open(&output, &org_id).expect("what was written can be read");
    assert_eq!((again.length(), again.checkpoint()), (length, &checkpoint));
}

/// Creates the folder in memory if possible: each run syncs files to the disk.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.expect("there is a place for files")
}

/// The checkpoints of feeds, with lengths of the output.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = checkpoint::seeds();
    for length in ["0", "12", "13", "24", "36", "40", "41", "18446744073709551615", "-1", "1.5", "\"12\""] {
        let text =
            format!(r#"{{"version":1,"orgId":"o-1","cursor":"c","recent":[],"outputLength":{length}}}"#);
        seeds.push(text.into_bytes());
    }
    seeds
}

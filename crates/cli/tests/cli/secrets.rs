//! The files of an export do not contain the key. `../calls.rs` checks what is printed.

use std::fs;

use tempfile::tempdir;

use crate::run::run;
use crate::server::Server;

#[test]
fn export_files_hold_no_key() {
    let folder = tempdir().unwrap();
    let server = Server::start(&["--events", "50"]);
    let key = server.get("apiKey");
    let mut export = server.client(&["events", "export", "--out"]);
    let ended = run(export.arg(folder.path().join("events.ndjson")));
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    let files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 2, "the events and the checkpoint: {files:?}");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        assert!(!text.contains(key), "{}", file.display());
    }
    assert!(!ended.stderr.contains(key));
}

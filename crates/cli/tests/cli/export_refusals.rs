//! What `events export` refuses and leaves unchanged.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::tempdir;

use crate::run::{run, simulated};
use crate::server::Server;

/// An export of all events of a server.
fn exported(server: &Server, folder: &Path) -> (PathBuf, PathBuf) {
    let out = folder.join("events.ndjson");
    run(&mut server.client(&["events", "export", "--out", out.to_str().unwrap()])).lines();
    let checkpoint = folder.join("events.ndjson.checkpoint");
    (out, checkpoint)
}

#[test]
fn export_refuses_a_file_that_it_did_not_write() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("precious");
    fs::write(&out, "precious").unwrap();
    let refused = simulated(&["events", "export", "--out", out.to_str().unwrap()]);
    refused.fails(2, &["precious.checkpoint", "choose another file"]);
    assert_eq!(fs::read_to_string(&out).unwrap(), "precious");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn export_refuses_a_checkpoint_of_another_export() {
    let folder = tempdir().unwrap();
    let [server, other] = ["1", "2"].map(|seed| Server::start(&["--events", "20", "--seed", seed]));
    let (out, checkpoint) = exported(&server, folder.path());
    let out_text = out.to_str().unwrap();
    let stored = fs::read_to_string(&checkpoint).unwrap();
    let (events, newer) = (fs::read(&out).unwrap(), stored.replacen("\"version\":1", "\"version\":99", 1));
    let torn = &stored[..stored.len() / 2];
    for (stored, server, more, words) in [
        (stored.as_str(), &other, None, "of organization "),
        (newer.as_str(), &server, None, "use a newer program"),
        (torn, &server, None, "cannot be read"),
        (stored.as_str(), &server, Some("--from=2025-01-01"), "the same --from and --to as before"),
    ] {
        fs::write(&checkpoint, stored).unwrap();
        run(server.client(&["events", "export", "--out", out_text]).args(more)).fails(2, &[words]);
        assert_eq!(fs::read_to_string(&checkpoint).unwrap(), stored);
        assert!(fs::read(&out).unwrap() == events);
    }
}

#[test]
fn export_refuses_a_file_that_was_truncated() {
    let folder = tempdir().unwrap();
    let server = Server::start(&["--events", "20"]);
    let (out, _) = exported(&server, folder.path());
    let export = || run(&mut server.client(&["events", "export", "--out", out.to_str().unwrap()]));
    fs::File::options().write(true).open(&out).unwrap().set_len(1_000).unwrap();
    export().fails(2, &["is shorter than"]);
    assert_eq!(fs::metadata(&out).unwrap().len(), 1_000);
    fs::remove_file(&out).unwrap();
    export().fails(2, &["is gone"]);
    assert!(!out.exists());
}

#[test]
fn export_refuses_foreign_files_at_its_paths() {
    let folder = tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let server = Server::start(&["--events", "20"]);
    for (text, is_kept) in [("my notes", true), ("{\"id\":\"e\"}\n", true), ("{\"vers", false), ("", false)] {
        for (arguments, temporary) in [
            (["--out", "-", "--checkpoint", &path("a")].as_slice(), "a.tmp"),
            (&["--out", &path("b")], "b.checkpoint.tmp"),
        ] {
            fs::write(path(temporary), text).unwrap();
            let export = || run(server.client(&["events", "export"]).args(arguments));
            if is_kept {
                let words = format!("{temporary} is in the way: move it elsewhere");
                assert!(export().stderr.contains(&words), "{:?}", export());
                assert_eq!(fs::read_to_string(path(temporary)).unwrap(), text);
                fs::remove_file(path(temporary)).unwrap();
            }
            assert_eq!(export().code, Some(0), "{text}");
            assert!(!fs::exists(path(temporary)).unwrap());
        }
        for name in ["a", "b", "b.checkpoint"] {
            fs::remove_file(path(name)).unwrap();
        }
    }
}

#[test]
fn export_refuses_paths_that_are_not_files() {
    let folder = tempdir().unwrap();
    let export = |out: &str| simulated(&["events", "export", "--out", out]);
    export(folder.path().to_str().unwrap()).fails(2, &["is not a regular file"]);
    export("/dev/null").fails(2, &["is not a regular file"]);
    export(folder.path().join("no/such").to_str().unwrap()).fails(2, &["cannot use ", "choose another file"]);
    export(folder.path().join("such/").to_str().unwrap()).fails(2, &["such/ is not a regular file"]);
    // Reading a pipe without a writer would block, and a device could be endless, or be replaced.
    let pipe = folder.path().join("events.ndjson.checkpoint");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    export(folder.path().join("events.ndjson").to_str().unwrap())
        .fails(2, &["events.ndjson.checkpoint: it is not a regular file"]);
    for special in [pipe.to_str().unwrap(), "/dev/zero", folder.path().to_str().unwrap()] {
        for command in [&["export", "--out", "-"][..], &["follow"]] {
            simulated(&[&["events"], command, &["--checkpoint", special]].concat())
                .fails(2, &[&format!("cannot use {special}: it is not a regular file")]);
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no lock is left beside what was refused");
    simulated(&["events", "export", "--out", "x", "--checkpoint", "c"]).fails(2, &["--out -"]);
}

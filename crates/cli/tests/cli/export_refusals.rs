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
        (newer.as_str(), &server, None, "a newer version of this program wrote it: update this one"),
        (torn, &server, None, "it is damaged, or is not a checkpoint"),
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
    export(folder.path().join("no/such").to_str().unwrap())
        .fails(2, &["cannot use ", "create the folder, or give another --out"]);
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

#[test]
fn export_names_foreign_line_and_resumes_without_it() {
    let folder = tempdir().unwrap();
    let server = Server::start(&["--events", "20"]);
    let (out, _) = exported(&server, folder.path());
    let export = || run(&mut server.client(&["events", "export", "--out", out.to_str().unwrap()]));
    let events = fs::read_to_string(&out).unwrap();
    let noted = events.clone() + "# checked by Ann\n";
    fs::write(&out, &noted).unwrap();
    export().fails(
        2,
        &[&format!("line 21 of {} was not written by this export", out.display()), "move that line"],
    );
    assert_eq!(fs::read_to_string(&out).unwrap(), noted);
    // The beginning of an event, as an interrupted run leaves it, is removed with a note.
    fs::write(&out, events.clone() + "{\"id\":\"to").unwrap();
    let resumed = export();
    resumed.lines();
    resumed.says(&["note: ", "removed 9 bytes that an interrupted run left"]);
    assert_eq!(fs::read_to_string(&out).unwrap(), events);
}

#[test]
fn export_succeeds_when_the_remedy_of_a_refusal_is_followed() {
    let server = Server::start(&["--events", "20"]);
    let export = |out: &Path| run(&mut server.client(&["events", "export", "--out", out.to_str().unwrap()]));
    type Break = fn(&Path, &Path);
    let cases: [(Break, &str, Break); 6] = [
        (
            |_, checkpoint| fs::write(checkpoint, "{").unwrap(),
            "put it back from a backup, or move it and ",
            |out, checkpoint| [out, checkpoint].into_iter().for_each(|path| fs::remove_file(path).unwrap()),
        ),
        (
            |_, checkpoint| fs::remove_file(checkpoint).unwrap(),
            "choose another file, or move it away",
            |out, _| fs::remove_file(out).unwrap(),
        ),
        (
            |out, _| fs::remove_file(out).unwrap(),
            "put it back, or remove the checkpoint to start afresh",
            |_, checkpoint| fs::remove_file(checkpoint).unwrap(),
        ),
        (
            |out, _| fs::write(out, "{").unwrap(),
            "put the whole file back, or move both away to start afresh",
            |out, checkpoint| [out, checkpoint].into_iter().for_each(|path| fs::remove_file(path).unwrap()),
        ),
        (
            |_, checkpoint| fs::write(checkpoint.with_extension("checkpoint.tmp"), "note").unwrap(),
            "is in the way: move it elsewhere",
            |_, checkpoint| fs::remove_file(checkpoint.with_extension("checkpoint.tmp")).unwrap(),
        ),
        (
            |_, checkpoint| {
                let json = "{\"version\":1,\"orgId\":\"o\",\"recent\":[]}";
                fs::write(checkpoint, json).unwrap();
            },
            "put it back from a backup, or move it and ",
            |out, checkpoint| [out, checkpoint].into_iter().for_each(|path| fs::remove_file(path).unwrap()),
        ),
    ];
    for (harm, remedy, mend) in cases {
        let folder = tempdir().unwrap();
        let (out, checkpoint) = exported(&server, folder.path());
        let events = fs::read_to_string(&out).unwrap();
        harm(&out, &checkpoint);
        export(&out).fails(2, &[remedy]);
        mend(&out, &checkpoint);
        export(&out).lines();
        assert_eq!(fs::read_to_string(&out).unwrap(), events, "{remedy}");
    }
}

#[test]
fn export_suggests_to_repeat_when_a_cursor_expired() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("out");
    let server =
        Server::start(&["--events", "3000", "--fault", "expired-cursor:operation=pollEvents,skip=2"]);
    let failed = run(&mut server.client(&["events", "export", "--out", out.to_str().unwrap()]));
    failed.fails(4, &["the same command resumes", "hint:  run the same command again: it reads by time"]);
    assert!(!failed.stderr.contains("start the listing again"), "{}", failed.stderr);
}

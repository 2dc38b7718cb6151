//! `events export` to standard output.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use tempfile::tempdir;

use crate::run::{Ended, binary, id, run, signal, simulated};
use crate::server::Server;

#[test]
fn a_checkpoint_lets_it_resume() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let export =
        || simulated(&["events", "export", "--out", "-", "--checkpoint", checkpoint.to_str().unwrap()]);
    assert_eq!(export().lines().len(), 10_000);
    assert!(export().lines().is_empty());
    assert_eq!(simulated(&["events", "export", "--out", "-"]).lines().len(), 10_000);

    let other = run(&mut binary(&[
        "events",
        "export",
        "--simulate=2",
        "--out",
        "-",
        "--checkpoint",
        checkpoint.to_str().unwrap(),
    ]));
    other.fails(2, &["of organization "]);
    fs::write(&checkpoint, "torn").unwrap();
    export().fails(2, &["cannot be read"]);
}

#[test]
fn a_full_disk_behind_it_stops_it_before_the_checkpoint() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let mut export = binary(&["events", "export", "--simulate", "--out", "-", "--checkpoint"]);
    let failed = run(export.arg(&checkpoint).stdout(File::create("/dev/full").unwrap()));
    failed.fails(
        4,
        &["cannot write to standard output", "No space left", "make room", "the same command resumes"],
    );
    assert!(!checkpoint.exists());
}

#[test]
fn where_events_go_nowhere_no_checkpoint_moves_on() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let nowhere = |redirection: &str, arguments: &str| {
        // Only a shell starts a program without a standard output.
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!(r#""$0" {arguments} {redirection}"#));
        run(shell.arg(env!("CARGO_BIN_EXE_atlassian-admin")).arg(&checkpoint).env_clear())
    };
    let export = r#"events export --simulate --out - --checkpoint "$1""#;
    for command in [export, r#"events follow --simulate --checkpoint "$1""#] {
        for redirection in [">&-", ">/dev/null"] {
            nowhere(redirection, command)
                .fails(2, &["would move on behind events that nobody got", "--out FILE"]);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
    // It would be written over.
    for own in ["checkpoint", "checkpoint.tmp", "checkpoint.lock"] {
        let refused = nowhere(&format!(r#">>"$(dirname "$1")/{own}""#), export);
        refused.fails(2, &[own]);
        fs::remove_file(folder.path().join(own)).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    // Whoever only wants to know whether it goes through may throw away what comes of it.
    assert_eq!(nowhere(">/dev/null", "events export --simulate --out -").code, Some(0));
    assert_eq!(nowhere("", export).lines().len(), 10_000);
}

#[test]
fn a_reader_who_leaves_is_told_what_is_missing() {
    let mut export = binary(&["events", "export", "--simulate", "--out", "-"]);
    let mut process = export.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(process.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    drop(stdout);
    Ended::of(process.wait_with_output().unwrap()).fails(4, &["before all events were delivered"]);
}

#[test]
fn an_interruption_loses_nothing() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let server = Server::start(&["--fault", "hang:operation=pollEvents,skip=3,times=1"]);
    let export = || {
        let mut command = server.client(&["events", "export", "--out", "-", "--checkpoint"]);
        command.arg(&checkpoint);
        command
    };
    let mut process = export().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut ids: Vec<_> = lines.by_ref().take(1_500).map(|line| id(&line.unwrap())).collect();
    signal("TERM", process.id());
    assert_eq!(lines.count(), 0);
    Ended::of(process.wait_with_output().unwrap())
        .fails(130, &["1,500 events were written", "the same command resumes"]);

    ids.extend(run(&mut export()).lines().into_iter().map(id));
    assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>().len()), (10_000, 10_000));
}

#[test]
fn two_exporters_on_one_checkpoint_exclude_each_other() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let server = Server::start(&["--fault", "hang:operation=pollEvents,skip=1,times=1"]);
    let export = || {
        let mut command = server.client(&["events", "export", "--out", "-", "--checkpoint"]);
        command.arg(&checkpoint);
        command
    };
    let mut first = export().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(first.stdout.take().unwrap()).lines();
    assert_eq!(lines.by_ref().take(500).count(), 500);
    run(&mut export()).fails(2, &["another process is exporting with ", "checkpoint: wait for it"]);
    signal("TERM", first.id());
    assert_eq!(lines.count(), 0);
    Ended::of(first.wait_with_output().unwrap()).fails(130, &["500 events were written"]);
    assert_eq!(run(&mut export()).lines().len(), 9_500);
}

#[test]
fn the_checkpoint_of_a_file_of_events_is_left_to_that_file() {
    let folder = tempdir().unwrap();
    let [out, checkpoint] =
        ["events.ndjson", "events.ndjson.checkpoint"].map(|name| folder.path().join(name));
    simulated(&["events", "export", "--out", out.to_str().unwrap()]).lines();
    let stored = fs::read(&checkpoint).unwrap();
    simulated(&["events", "export", "--out", "-", "--checkpoint", checkpoint.to_str().unwrap()])
        .fails(2, &["checkpoint of a file of events: export into that file, or choose another"]);
    assert_eq!(fs::read(&checkpoint).unwrap(), stored);
}

#[test]
fn a_refusal_before_the_first_event_is_no_partial_export() {
    let server = Server::start(&["--quirk", "expired-key"]);
    let refused =
        run(server.client(&["events", "export", "--out", "-"]).args(["--org", server.get("orgId")]));
    refused.fails(3, &["HTTP 401"]);
}

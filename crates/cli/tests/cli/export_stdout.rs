//! `events export` to standard output.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use tempfile::tempdir;

use crate::run::{Ended, binary, id, run, signal};
use crate::server::Server;

#[test]
fn export_to_stdout_resumes_from_its_checkpoint() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let server = Server::start(&["--events", "1200"]);
    let plain = ["events", "export", "--out", "-"];
    let with_checkpoint = [&plain[..], &["--checkpoint", checkpoint.to_str().unwrap()]].concat();
    let export = || run(&mut server.client(&with_checkpoint));
    let first = export();
    assert_eq!(first.lines().len(), 1_200);
    assert!(export().lines().is_empty());
    assert_eq!(run(&mut server.client(&plain)).stdout, first.stdout);

    let other = Server::start(&["--seed", "2", "--events", "1200"]);
    run(&mut other.client(&with_checkpoint)).fails(2, &["of organization "]);
    fs::write(&checkpoint, "torn").unwrap();
    export().fails(2, &["it is damaged, or is not a checkpoint", "or remove it to start again"]);
}

#[test]
fn export_stores_no_checkpoint_when_stdout_is_full() {
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
fn export_refuses_a_checkpoint_when_stdout_is_closed_or_dev_null() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let server = Server::start(&["--events", "1200"]);
    let nowhere = |redirection: &str, arguments: &str| {
        // Only a shell can start a program without a standard output.
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!(r#""$0" {arguments} {redirection}"#));
        shell.arg(env!("CARGO_BIN_EXE_atlassian-admin")).arg(&checkpoint).env_clear();
        shell.env("ATLASSIAN_ADMIN_BASE_URL", server.get("baseUrl"));
        run(shell.env("ATLASSIAN_ADMIN_API_KEY", server.get("apiKey")))
    };
    let export = r#"events export --out - --checkpoint "$1""#;
    for command in [export, r#"events follow --checkpoint "$1""#] {
        for redirection in [">&-", ">/dev/null"] {
            nowhere(redirection, command)
                .fails(2, &["would be advanced past events that were lost", "--out FILE"]);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
    // The output would overwrite it.
    for own in ["checkpoint", "checkpoint.tmp", "checkpoint.lock"] {
        let refused = nowhere(&format!(r#">>"$(dirname "$1")/{own}""#), export);
        refused.fails(2, &[own]);
        fs::remove_file(folder.path().join(own)).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    // A dry run without a checkpoint may discard the output.
    assert_eq!(nowhere(">/dev/null", "events export --out -").code, Some(0));
    assert_eq!(nowhere("", export).lines().len(), 1_200);
}

#[test]
fn export_fails_when_its_reader_leaves_early() {
    let mut export = binary(&["events", "export", "--simulate", "--out", "-"]);
    let mut process = export.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(process.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    drop(stdout);
    Ended::of(process.wait_with_output().unwrap()).fails(4, &["before all events were delivered"]);
}

#[test]
fn export_resumes_without_loss_after_an_interruption() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let server = Server::start(&["--events", "2200", "--fault", "hang:operation=pollEvents,skip=3,times=1"]);
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
    assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>().len()), (2_200, 2_200));
}

#[test]
fn export_is_refused_while_another_uses_the_checkpoint() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let server = Server::start(&["--events", "1200", "--fault", "hang:operation=pollEvents,skip=1,times=1"]);
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
    assert_eq!(run(&mut export()).lines().len(), 700);
}

#[test]
fn export_to_stdout_refuses_the_checkpoint_of_an_event_file() {
    let folder = tempdir().unwrap();
    let [out, checkpoint] =
        ["events.ndjson", "events.ndjson.checkpoint"].map(|name| folder.path().join(name));
    let server = Server::start(&["--events", "20"]);
    run(&mut server.client(&["events", "export", "--out", out.to_str().unwrap()])).lines();
    let stored = fs::read(&checkpoint).unwrap();
    let arguments = ["events", "export", "--out", "-", "--checkpoint", checkpoint.to_str().unwrap()];
    run(&mut server.client(&arguments))
        .fails(2, &["checkpoint of a file of events: export into that file, or choose another"]);
    assert_eq!(fs::read(&checkpoint).unwrap(), stored);
}

#[test]
fn export_exits_with_3_when_refused_before_the_first_event() {
    let server = Server::start(&["--quirk", "expired-key"]);
    let refused =
        run(server.client(&["events", "export", "--out", "-"]).args(["--org", server.get("orgId")]));
    refused.fails(3, &["HTTP 401"]);
}

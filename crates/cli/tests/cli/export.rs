//! `events export` into a file.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::tempdir;

use crate::run::{Ended, id, run, signal, simulated};
use crate::server::Server;

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn export_writes_every_event_once_and_a_second_run_adds_nothing() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("events.ndjson");
    let first = simulated(&["events", "export", "--out", path(&out)]);
    assert!(first.lines().is_empty());
    first.says(&["10,000 events written to ", " MiB in all; checkpoint ", "events.ndjson.checkpoint"]);
    assert_eq!(first.stderr.lines().count(), 1, "progress is for terminals: {}", first.stderr);

    let text = fs::read_to_string(&out).unwrap();
    assert!(text.ends_with('\n'));
    assert_eq!(text.lines().map(id).collect::<BTreeSet<_>>().len(), 10_000);
    assert_eq!(text.lines().count(), 10_000);

    let second = simulated(&["events", "export", "--out", path(&out)]);
    second.lines();
    second.says(&["0 events written to "]);
    assert_eq!(fs::read_to_string(&out).unwrap(), text);
    let quiet = simulated(&["events", "export", "--out", path(&out), "--quiet"]);
    assert_eq!((quiet.code, quiet.stderr.as_str()), (Some(0), ""));
}

#[test]
fn export_completes_the_file_after_a_failure() {
    let folder = tempdir().unwrap();
    let [whole, out] = ["whole", "out"].map(|name| folder.path().join(name));
    // The first export takes five requests, and the third of the second one fails.
    let fault = "wrong-type:operation=pollEvents,skip=7,times=1";
    let server = Server::start(&["--events", "2000", "--fault", fault]);
    run(&mut server.client(&["events", "export", "--out", path(&whole)])).lines();

    let export = || run(&mut server.client(&["events", "export", "--out", path(&out)]));
    let failed = export();
    failed.fails(4, &["events were written: events.poll: ", "same command resumes"]);
    let part = fs::read(&out).unwrap();
    assert!(part.ends_with(b"\n"));
    assert_eq!(part.iter().filter(|byte| **byte == b'\n').count(), 1_000, "two pages");

    // A crash leaves a torn line after the checkpoint.
    fs::OpenOptions::new().append(true).open(&out).unwrap().write_all(b"{\"id\":\"to").unwrap();
    export().lines();
    assert!(fs::read(&out).unwrap() == fs::read(&whole).unwrap(), "the same bytes as in one go");
}

#[test]
fn export_stops_when_the_disk_is_full_and_resumes() {
    let folder = tempdir().unwrap();
    let [whole, out] = ["whole", "out"].map(|name| folder.path().join(name));
    let server = Server::start(&["--events", "2000"]);
    let export = |out: &Path| server.client(&["events", "export", "--out", path(out)]);
    run(&mut export(&whole)).lines();
    // In units of 1,024 bytes, of an export of 2.7 MiB.
    for wrapper in ["ulimit -f 800; exec \"$@\"", "trap '' XFSZ; ulimit -f 1600; exec \"$@\""] {
        let export = export(&out);
        let mut limited = Command::new("bash");
        limited.args(["-c", wrapper, "bash"]).arg(export.get_program()).args(export.get_args());
        let environment = export.get_envs().filter_map(|(name, value)| Some((name, value?)));
        let failed = run(limited.env_clear().envs(environment));
        failed.fails(4, &["cannot write ", "File too large", "make room", "the same command resumes"]);
    }
    run(&mut export(&out)).lines();
    assert!(fs::read(&out).unwrap() == fs::read(&whole).unwrap(), "the same bytes as in one go");
}

#[test]
fn export_is_refused_while_another_writes_the_file() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("out");
    // The first export has written a page, and waits for the next.
    let server = Server::start(&["--events", "1200", "--fault", "hang:operation=pollEvents,skip=1,times=1"]);
    let export = || server.client(&["events", "export", "--out", path(&out)]);
    let mut first = export().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while fs::metadata(&out).map_or(0, |metadata| metadata.len()) == 0 {
        assert!(first.try_wait().unwrap().is_none(), "it ended early");
        std::thread::yield_now();
    }
    run(&mut export()).fails(2, &["another process is exporting into ", "out.checkpoint: wait for it"]);
    signal("TERM", first.id());
    Ended::of(first.wait_with_output().unwrap()).fails(130, &["500 events were written"]);
    run(&mut export()).lines();
    assert_eq!(fs::read_to_string(&out).unwrap().lines().map(id).collect::<BTreeSet<_>>().len(), 1_200);
}

#[test]
fn export_keeps_a_relative_window_when_resumed() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("events.ndjson");
    // A separate server, since the embedded simulator always starts at the same time: "now" must
    // be another one.
    let server = Server::start(&["--now=now", "--events=500"]);
    let export = || run(&mut server.client(&["events", "export", "--out", path(&out), "--from", "2h"]));
    export().lines();
    let [text, begun] =
        ["", ".checkpoint"].map(|more| fs::read_to_string(format!("{}{more}", path(&out))).unwrap());
    export().lines();
    assert!(!text.is_empty() && fs::read_to_string(&out).unwrap().starts_with(&text));
    let window = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap()["from"].clone();
    let went_on = fs::read_to_string(format!("{}.checkpoint", path(&out))).unwrap();
    assert!(window(&begun).is_string() && window(&begun) == window(&went_on), "{begun}, {went_on}");
}

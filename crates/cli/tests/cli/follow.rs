//! `events follow`.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::tempdir;

use crate::run::{Ended, id, signal};
use crate::server::Server;

/// Runs until this many lines are printed, then interrupts.
fn until(count: usize, command: &mut Command) -> (Vec<String>, Ended) {
    let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut ids: Vec<_> = lines.by_ref().take(count).map(|line| id(&line)).collect();
    signal("INT", process.id());
    ids.extend(lines.map(|line| id(&line)));
    (ids, Ended::of(process.wait_with_output().unwrap()))
}

#[test]
fn follow_prints_new_events_until_interrupted() {
    let server = Server::start(&["--events", "500", "--events-per-minute", "6000"]);
    let old: BTreeSet<_> = {
        let mut export = server.client(&["events", "export", "--out", "-"]);
        crate::run::run(&mut export).lines().into_iter().map(id).collect()
    };
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let follow = || {
        let mut command = server.client(&["events", "follow", "--interval", "0.1", "--checkpoint"]);
        command.arg(&checkpoint);
        command
    };
    let (mut ids, ended) = until(3, &mut follow());
    ended.fails(130, &["the same command resumes"]);
    assert!(ids.iter().all(|id| !old.contains(id)), "only new events");

    let (more, ended) = until(3, &mut follow());
    ended.fails(130, &[]);
    ids.extend(more);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "none twice");
}

#[test]
fn follow_skips_events_that_precede_it_however_many() {
    // A thousand per second: several pages of events are within the overlap.
    let server = Server::start(&["--events=10", "--events-per-minute=60000", "--now=2026-05-19T10:00:00Z"]);
    const TIME: &str = "2026-05-19T10:00:02Z";
    let lines = |arguments: &[&str]| {
        let ended = crate::run::run(&mut server.client(arguments));
        ended.lines().into_iter().map(id).collect::<BTreeSet<_>>()
    };
    // Up to a time in the past, so that none of its events is missing.
    while lines(&["events", "query", "--max", "1", "--from", TIME]).is_empty() {}
    let old = lines(&["events", "export", "--out", "-", "--to", TIME]);
    assert!(old.len() > 1_500, "{}", old.len());
    let (ids, ended) = until(3, &mut server.client(&["events", "follow", "--interval", "0.1"]));
    ended.fails(130, &[]);
    let again = ids.iter().filter(|id| old.contains(*id)).count();
    assert_eq!(again, 0, "of {} events", ids.len());
}

#[test]
fn follow_prints_events_between_runs_when_the_log_was_empty() {
    let folder = tempdir().unwrap();
    let [out, checkpoint] = ["new", "new.checkpoint"].map(|name| folder.path().join(name));
    let follow = |server: &Server| {
        let mut command = server.client(&["events", "follow", "--interval", "0.1", "--out"]);
        command.arg(&out).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let lines = || fs::read_to_string(&out).map_or(0, |text| text.lines().count());
    let interrupted = |process: Child| {
        signal("INT", process.id());
        Ended::of(process.wait_with_output().unwrap()).fails(130, &[]);
    };
    let empty = Server::start(&["--events=0"]);
    let first = follow(&empty);
    while !fs::read_to_string(&checkpoint).is_ok_and(|text| text.contains("outputLength")) {
        std::thread::yield_now();
    }
    interrupted(first);
    let grown = Server::start(&["--events=20"]);
    let mut second = follow(&grown);
    while lines() < 20 {
        assert!(second.try_wait().unwrap().is_none(), "it ended early");
        std::thread::yield_now();
    }
    interrupted(second);
}

#[test]
fn follow_prints_only_new_events_after_a_failed_first_start() {
    let folder = tempdir().unwrap();
    let server = Server::start(&["--events", "500", "--events-per-minute", "6000"]);
    let old: BTreeSet<_> = crate::run::run(&mut server.client(&["events", "export", "--out", "-"]))
        .lines()
        .into_iter()
        .map(id)
        .collect();
    for (place, name) in [("--out", "new.ndjson"), ("--checkpoint", "checkpoint")] {
        let place = [place, folder.path().join(name).to_str().unwrap()].map(str::to_owned);
        let follow = || {
            let mut command =
                server.client(&["events", "follow", "--interval", "0.1", "--org", server.get("orgId")]);
            command.args(&place);
            command
        };
        let refused = crate::run::run(follow().env("ATLASSIAN_ADMIN_API_KEY", "another"));
        refused.fails(3, &["HTTP 401"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made");

        let mut process = follow().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines: Box<dyn BufRead> = match place[0].as_str() {
            "--checkpoint" => Box::new(BufReader::new(process.stdout.take().unwrap())),
            _ => {
                while fs::metadata(&place[1]).map_or(0, |file| file.len()) == 0 {
                    assert!(process.try_wait().unwrap().is_none(), "it ended early");
                    std::thread::yield_now();
                }
                Box::new(BufReader::new(fs::File::open(&place[1]).unwrap()))
            }
        };
        let first = id(&lines.lines().next().unwrap().unwrap());
        assert!(!old.contains(&first), "only new events");
        signal("INT", process.id());
        process.wait().unwrap();
        fs::remove_dir_all(folder.path()).unwrap();
        fs::create_dir(folder.path()).unwrap();
    }
}

#[test]
fn follow_from_prints_earlier_events() {
    let server = Server::start(&["--events", "20"]);
    let (ids, ended) = until(20, &mut server.client(&["events", "follow", "--from", "2020-01-01"]));
    ended.fails(130, &["20 events were written", "--checkpoint FILE"]);
    assert_eq!(ids.len(), 20);
}

#[test]
fn follow_into_a_file_survives_a_lost_server() {
    let server = Server::start(&["--events", "500", "--events-per-minute", "6000"]);
    let folder = tempdir().unwrap();
    let out = folder.path().join("new.ndjson");
    // A warning is the only other line, and it requires a server that is down.
    let mut follow = server.client(&["events", "follow", "--interval", "0.1", "--timeout", "2", "--out"]);
    let mut process = follow.arg(&out).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = BufReader::new(process.stderr.take().unwrap());
    while fs::metadata(&out).map_or(0, |metadata| metadata.len()) == 0 {
        assert!(process.try_wait().unwrap().is_none(), "it ended early");
        std::thread::yield_now();
    }
    assert_eq!(server.end("TERM").code, Some(0));
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    assert!(line.starts_with("warning: events.poll: ") && line.contains("trying again"), "{line}");
    signal("INT", process.id());
    assert_eq!(process.wait().unwrap().code(), Some(130));
    let text = fs::read_to_string(&out).unwrap();
    assert_eq!(text.lines().map(id).collect::<BTreeSet<_>>().len(), text.lines().count());
}

#[test]
fn follow_fails_when_its_reader_leaves_early() {
    let server = Server::start(&["--events", "500", "--events-per-minute", "6000"]);
    let mut follow = server.client(&["events", "follow", "--interval", "0.1", "--from", "2020-01-01"]);
    let mut process = follow.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(process.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    drop(stdout);
    Ended::of(process.wait_with_output().unwrap())
        .fails(4, &["before all events were delivered", "--checkpoint FILE"]);
}

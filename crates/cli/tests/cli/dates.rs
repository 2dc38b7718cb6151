//! Dates as the bounds of a window: `--to` includes the whole day, in UTC.

use std::fs;

use tempfile::tempdir;

use crate::run::{Ended, binary, run};
use crate::server::Server;

/// Returns the request that `call` would send.
fn dry_run(arguments: &[&str]) -> Ended {
    run(binary(&["call", "--dry-run"]).args(arguments))
}

#[test]
fn window_of_a_date_holds_its_events_exactly() {
    let server = Server::start(&["--accounts", "60", "--events", "400"]);
    let folder = tempdir().unwrap();
    let events = |arguments: &[&str], path: &str| {
        let ended = run(server.client(&["events"]).args(arguments));
        let day = |line: &&str| {
            let event: serde_json::Value = serde_json::from_str(line).unwrap();
            event.pointer(path).unwrap().as_str().unwrap()[..10].to_owned()
        };
        ended.lines().iter().map(day).collect::<Vec<_>>()
    };
    let counted = |days: &[String], day: &str| days.iter().filter(|it| *it == day).count();

    let days = events(&["query"], "/attributes/time");
    let day = days[days.len() / 2].clone();
    let found = events(&["query", "--from", &day, "--to", &day], "/attributes/time");
    assert_eq!(found, vec![day.clone(); counted(&days, &day)]);

    let days = events(&["export", "--out", "-", "-q"], "/attributes/processedAt");
    let found =
        events(&["export", "--out", "-", "-q", "--from", &day, "--to", &day], "/attributes/processedAt");
    assert_eq!(found, vec![day.clone(); counted(&days, &day)]);

    // The same command resumes, with nothing new.
    let file = folder.path().join("events.ndjson");
    let export =
        || run(server.client(&["events", "export", "--from", &day, "--to", &day, "--out"]).arg(&file));
    assert_eq!(export().code, Some(0));
    let first = fs::read_to_string(&file).unwrap();
    assert_eq!(first.lines().count(), found.len());
    assert_eq!(export().code, Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), first);

    let called = dry_run(&["events.query", "--org=o", &format!("from={day}"), &format!("to={day}")]);
    let (from, to) = called.lines()[0].split_once("from=").unwrap().1.split_once("&to=").unwrap();
    assert_eq!(to.parse::<i64>().unwrap() - from.parse::<i64>().unwrap(), 86_399_999);
}

#[test]
fn export_of_an_earlier_version_resumes_with_its_window() {
    let folder = tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");
    let json = r#"{"version":1,"orgId":"ORG","to":"1767398400000"}"#;
    let server = Server::start(&["--events", "200"]);
    fs::write(&checkpoint, json.replace("ORG", server.get("orgId"))).unwrap();
    let export = run(server
        .client(&["events", "export", "--out", "-", "-q", "--to", "2026-01-03", "--checkpoint"])
        .arg(&checkpoint));
    assert_eq!(export.code, Some(0), "{}", export.stderr);
    export.says(&["warning: an earlier version began this export"]);
    assert!(fs::read_to_string(&checkpoint).unwrap().contains("\"1767398400000\""));
}

#[test]
fn window_is_refused_when_it_ends_before_it_begins() {
    dry_run(&["events.query", "--org=o", "from=2026-05-20", "to=2026-05-19"])
        .fails(2, &["to: is before `from`"]);
    dry_run(&["events.poll", "--org=o", "from=2026-05-20", "to=2026-05-19"])
        .fails(2, &["to: is before `from`"]);
}

#[test]
fn help_documents_what_a_date_covers() {
    for command in ["query", "export"] {
        let help = run(&mut binary(&["events", command, "--help"]));
        assert!(help.stdout.contains("a date includes the whole day (UTC)"), "{}", help.stdout);
        assert!(help.stdout.contains("a date is 00:00 UTC"), "{}", help.stdout);
    }
}

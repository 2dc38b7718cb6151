//! Every example of every help text is run.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use tempfile::tempdir;

use crate::run::{Ended, binary, run, signal};
use crate::server::Server;

const POLICY: &str = r#"{"data":{"type":"policy","attributes":{"type":"ip-allowlist","name":"Office","status":"enabled","rule":{"in":["192.0.2.0/24"]}}}}"#;

/// The commands that are written by hand.
const BY_HAND: [&str; 8] =
    ["events", "query", "export", "follow", "call", "operations", "completions", "simulate"];

/// Returns the examples of a command and its subcommands, without what a shell does with them.
fn examples(command: &[&str]) -> Vec<String> {
    let help = run(binary(command).arg("--help")).stdout;
    let section = |heading: &str| {
        let (_, rest) = help.split_once(&format!("\n{heading}:\n")).unwrap_or_default();
        rest.split("\n\n").next().unwrap_or_default().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = section("Examples")
        .iter()
        .map(|line| line.split(['>', '|']).next().unwrap().trim().to_owned())
        .collect();
    for line in section("Commands") {
        // Descriptions may continue on the next line. The examples of operations are tests of their
        // own.
        let name = line.strip_prefix("  ").filter(|line| !line.starts_with(' '));
        let name = name.and_then(|line| line.split_whitespace().next());
        let name = name.filter(|name| BY_HAND.contains(name));
        found.extend(name.into_iter().flat_map(|name| examples(&[command, &[name]].concat())));
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn every_example_of_help_runs() {
    let server = Server::start(&["--now=now", "--events-per-minute=6000"]);
    let found = examples(&[]);
    assert!(found.len() > 20, "{found:#?}");
    for example in found {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join("policy.json"), POLICY).unwrap();
        let given = example
            .replace("--org ID", &format!("--org {}", server.get("orgId")))
            .replace("directoryId=ID", &format!("directoryId={}", server.get("directoryId")))
            .replace("127.0.0.1:8080", "127.0.0.1:0");
        let words: Vec<_> = given.split_whitespace().skip(1).collect();
        match words.as_slice() {
            ["simulate", rest @ ..] => {
                let ended = Server::start(rest).end("TERM");
                assert_eq!(ended.code, Some(0), "{example}: {ended:?}");
            }
            ["events", "follow", ..] => follow(&server, &words, folder.path()),
            words => {
                let ended = run(binary(words).arg("--simulate").current_dir(folder.path()));
                assert_eq!(ended.code, Some(0), "{example}: {}", ended.stderr);
            }
        }
    }
}

/// Follows until the first event arrives. The embedded simulator has no new ones.
fn follow(server: &Server, words: &[&str], folder: &Path) {
    let mut command = server.client(words);
    command.args(["--interval", "0.1"]).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().unwrap();
    if words.contains(&"--out") {
        let out = folder.join("audit.ndjson");
        while fs::metadata(&out).map_or(0, |metadata| metadata.len()) == 0 {
            assert!(process.try_wait().unwrap().is_none(), "{words:?} ended early");
            std::thread::yield_now();
        }
        signal("INT", process.id());
    } else {
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        assert!(stdout.read_line(&mut String::new()).unwrap() > 0, "{words:?} printed nothing");
        signal("INT", process.id());
        std::io::copy(&mut stdout, &mut std::io::sink()).unwrap();
    }
    Ended::of(process.wait_with_output().unwrap()).fails(130, &[]);
}

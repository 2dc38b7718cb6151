//! Every operation by `call`: tests for each line of `cli/calls.txt`.
//!
//! `call_prints_request` runs the line with `--dry-run`. `call_never_prints_the_key` runs it with
//! a canary as the key, against a server that repeats the key. The server's text is printed, since
//! the operator asked for it; the key in it is redacted.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

#[path = "../../core/tests/support/canary.rs"]
mod canary;
#[allow(dead_code, reason = "the other tests use the rest")]
#[path = "cli/run.rs"]
mod run;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use libtest_mimic::{Arguments, Trial};
use serde_json::Value;

use crate::canary::assert_clean;
use crate::run::{Ended, binary, run};

const KEY: &str = "canary-5e0f1c";

/// Returns responses that repeat the key: in each property, in a header, as text, and in JSON
/// escapes.
fn answers() -> Vec<String> {
    let errors = |said: &str| {
        format!(
            r#"{{"errors":[{{"id":"{said}","code":"{said}","title":"{said}","detail":"key {said} is bad"}}]}}"#
        )
    };
    let other =
        format!(r#"{{"key":"{KEY}","message":"{KEY}","traceId":"{KEY}","context":{{"{KEY}":"{KEY}"}}}}"#);
    let escaped = KEY.replace("canary", r"\u0063\u0061\u006e\u0061\u0072\u0079");
    let bodies = [errors(KEY), errors(&escaped), other, format!("<html>Bearer {KEY}")];
    let statuses = ["400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "302 Found"];
    let answer = |status: &str, body: &String| {
        format!(
            "HTTP/1.1 {status}\r\natl-traceid: {KEY}\r\nlocation: /{KEY}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    statuses.iter().flat_map(|status| bodies.iter().map(move |body| answer(status, body))).collect()
}

/// Returns the URL of a server that sends these responses in turn to requests with the key.
fn repeat(answers: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for answer in answers {
            let (mut socket, _) = listener.accept().unwrap();
            let head = read(&mut socket);
            assert!(head.contains(KEY), "{head}");
            socket.write_all(answer.as_bytes()).unwrap();
        }
    });
    url
}

/// Reads a request, up to the end of its head.
fn read(socket: &mut TcpStream) -> String {
    let (mut head, mut part) = (Vec::new(), [0; 4096]);
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match socket.read(&mut part).unwrap() {
            0 => break,
            length => head.extend(&part[..length]),
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}

/// Returns the lines of this build: the arguments of `call`, and the method and path of the
/// request.
fn calls() -> impl Iterator<Item = (Vec<&'static str>, &'static str)> {
    let lines = include_str!("cli/calls.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter(|line| cfg!(feature = "legacy") || !line.starts_with("v1")).map(|line| {
        let (arguments, request) = line.split_once(" => ").unwrap();
        (arguments.split(' ').collect(), request)
    })
}

fn prints_request(arguments: &[&str], request: &str) {
    let (method, path) = request.split_once(' ').unwrap();
    let printed = run(binary(&["call"]).args(arguments).arg("--dry-run"));
    assert_eq!(printed.lines()[0], format!("{method} https://api.atlassian.com{path}"));
}

/// Each operation starts at another response, so that together they cover all.
fn never_prints_the_key(arguments: &[&str], index: usize) {
    let mut answers = answers();
    let count = answers.len();
    answers.rotate_left(2 * index % count);
    let url = repeat(answers);
    let ended = |more: &[&str]| -> Ended {
        let mut command = binary(&["call"]);
        command.args(arguments).args(more).env("ATLASSIAN_ADMIN_BASE_URL", &url);
        // Libraries must not log the key either.
        command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "full");
        run(command.env("ATLASSIAN_ADMIN_API_KEY", KEY).env("ATLASSIAN_ADMIN_DIRECTORY_KEY", KEY))
    };
    for (more, code) in [(&["--dry-run"][..], 0), (&[], 3), (&[], 3)] {
        let ended = ended(more);
        assert_eq!(ended.code, Some(code), "{ended:?}");
        assert_clean(&format!("{}\n{}", ended.stdout, ended.stderr), arguments[0]);
    }
}

fn calls_are_in_the_order_of_operations() {
    let offered: Value =
        serde_json::from_str(run(&mut binary(&["operations", "--json"])).lines()[0]).unwrap();
    let offered: Vec<_> =
        offered.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    assert_eq!(calls().map(|(arguments, _)| arguments[0]).collect::<Vec<_>>(), offered);
}

fn main() {
    if !cfg!(unix) {
        // Skipped as in the tests of `cli`.
        return;
    }
    let mut trials = vec![Trial::test("calls_are_in_the_order_of_operations", || {
        calls_are_in_the_order_of_operations();
        Ok(())
    })];
    for (index, (arguments, request)) in calls().enumerate() {
        let id = arguments[0];
        let same = arguments.clone();
        trials.push(Trial::test(format!("call_prints_request::{id}"), move || {
            prints_request(&same, request);
            Ok(())
        }));
        trials.push(Trial::test(format!("call_never_prints_the_key::{id}"), move || {
            never_prints_the_key(&arguments, index);
            Ok(())
        }));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

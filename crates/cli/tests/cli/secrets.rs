//! A canary key goes through every operation, against a server that repeats it, and through the files of an export: it is printed nowhere.
//!
//! The server's words are printed, since the operator asked for them and may see what the key may see; the key in them is not.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use tempfile::tempdir;

use crate::canary::assert_clean;
use crate::run::{Ended, binary, run};
use crate::server::Server;

const KEY: &str = "canary-5e0f1c";

/// What a server says that repeats the key: in each member, in a header, as text, and in letters of JSON's own.
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

/// Gives these answers, one after the other and again, to who sends the key.
fn repeat(answers: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for answer in answers.iter().cycle() {
            let (mut socket, _) = listener.accept().unwrap();
            let head = read(&mut socket);
            assert!(head.contains(KEY), "{head}");
            socket.write_all(answer.as_bytes()).unwrap();
        }
    });
    url
}

/// A request, up to the end of its head and what has come with it.
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

#[test]
fn no_operation_prints_the_key() {
    let url = repeat(answers());
    let calls = include_str!("calls.txt").lines().filter(|line| !line.starts_with('#'));
    for call in calls.filter(|line| cfg!(feature = "legacy") || !line.starts_with("v1")) {
        let arguments: Vec<_> = call.split_once(" => ").unwrap().0.split(' ').collect();
        let ended = |more: &[&str]| -> Ended {
            let mut command = binary(&["call"]);
            command.args(&arguments).args(more).env("ATLASSIAN_ADMIN_BASE_URL", &url);
            // Nothing of a library's own is logged, either.
            command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "full");
            run(command.env("ATLASSIAN_ADMIN_API_KEY", KEY).env("ATLASSIAN_ADMIN_DIRECTORY_KEY", KEY))
        };
        let dry = ended(&["--dry-run"]);
        assert_eq!(dry.code, Some(0), "{dry:?}");
        let refused = [ended(&[]), ended(&[])];
        for ended in refused.iter().chain([&dry]) {
            assert_clean(&format!("{}\n{}", ended.stdout, ended.stderr), call);
        }
        assert!(refused.iter().all(|ended| ended.code == Some(3)), "{call}: {refused:?}");
    }
}

#[test]
fn the_files_of_an_export_hold_no_key() {
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

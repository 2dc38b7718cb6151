//! Every operation by `call` and by its own command: tests for each example beside the operations.
//! `call` runs with `--dry-run`, a command against a server that keeps its request, and both run
//! against a simulator.
//!
//! `never_prints_the_key` runs an operation with a canary as the key, against a server that
//! repeats the key. The server's text is printed, since the operator asked for it; the key in it is
//! redacted.
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
use std::process::Command;
use std::sync::Arc;
use std::thread;

use atlassian_admin::TokioRuntime;
use atlassian_admin::operation::{Operation, Paging};
use atlassian_admin_cli::fuzzed::command_line;
use atlassian_admin_simulator::{LoopbackServer, Reply, Simulator};
use atlassian_admin_testing::examples::{self, Call, Example, Examples, Refusal, Response, Setup};
use atlassian_admin_testing::matching::check;
use http::Request;
use libtest_mimic::{Arguments, Trial};
use serde_json::{Map, Value};

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

fn call(operation: &str, arguments: &Map<String, Value>) -> Command {
    let mut command = binary(&["call", operation]);
    // The simulator may refuse what would be refused here as an unknown value.
    let is_unknown =
        atlassian_admin::operation(operation).is_some_and(|it| !it.violations(arguments).is_empty());
    command.args(is_unknown.then_some("--unchecked")).args(examples::words(arguments));
    command
}

/// A simulator with what an example needs.
struct World {
    simulator: Simulator,
    server: LoopbackServer,
    /// The values of names, such as `$orgId`.
    known: Map<String, Value>,
    _runtime: tokio::runtime::Runtime,
}

impl World {
    fn new(setup: &Setup) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let _within = runtime.enter();
        let simulator = Simulator::builder(Arc::new(TokioRuntime::new()))
            .accounts(examples::ACCOUNTS)
            .events(examples::EVENTS)
            .quirks(setup.quirks.iter().map(|name| name.parse().unwrap()))
            .rate_limits(false)
            .build();
        let server = LoopbackServer::start(simulator.clone(), "127.0.0.1:0".parse().unwrap()).unwrap();
        let mut known = Map::from_iter([
            ("orgId".to_owned(), simulator.org_id().to_string().into()),
            ("directoryId".to_owned(), simulator.directory_id().into()),
        ]);
        let scenario = Value::from(setup.scenario.clone()).to_string();
        let request = Request::post("/_simulator/scenario").body(scenario.into()).unwrap();
        let Reply::Respond(ids) = simulator.respond(&request) else { panic!("the simulator responds") };
        known.extend(serde_json::from_slice::<Map<String, Value>>(&ids.body).unwrap());
        drop(_within);
        let mut world = Self { simulator, server, known, _runtime: runtime };
        for Call(operation, arguments, keep) in &setup.calls {
            let ended = world.call(operation, arguments);
            assert_eq!(ended.code, Some(0), "{operation}: {ended:?}");
            for (name, pointer) in keep {
                let response: Value = serde_json::from_str(&ended.stdout).unwrap();
                world.known.insert(name.clone(), response.pointer(pointer).unwrap().clone());
            }
        }
        world
    }

    fn call(&self, operation: &str, arguments: &Map<String, Value>) -> Ended {
        self.run(call(operation, &self.filled(arguments)))
    }

    fn filled(&self, arguments: &Map<String, Value>) -> Map<String, Value> {
        examples::fill(&arguments.clone().into(), &self.known).as_object().unwrap().clone()
    }

    fn run(&self, mut command: Command) -> Ended {
        run(command
            .env("ATLASSIAN_ADMIN_BASE_URL", self.server.base_url())
            .env("ATLASSIAN_ADMIN_API_KEY", self.simulator.api_key())
            .env("ATLASSIAN_ADMIN_DIRECTORY_KEY", self.simulator.directory_key()))
    }
}

/// The names, such as `$orgId`, are sent as they are.
fn sends(operation: &str, example: &Example) {
    let printed = run(call(operation, &example.arguments).arg("--dry-run"));
    let lines = printed.lines();
    let line = lines[0].replace("https://api.atlassian.com", "").replace("%24", "$");
    assert_eq!(line, example.request.line(&Map::new()));
    let body =
        printed.stdout.split_once("\n\n").map(|(_, body)| serde_json::from_str::<Value>(body).unwrap());
    assert_eq!(body, example.request.body);
}

fn prints(operation: &str, example: &Example) {
    let Some(Response { body, .. }) = &example.response else { return };
    let world = World::new(&example.setup);
    let ended = world.call(operation, &example.arguments);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    match body {
        None => assert_eq!(ended.stdout, ""),
        Some(body) => {
            let response = serde_json::from_str(&ended.stdout).unwrap();
            check(&examples::fill(body, &world.known), Some(&response), "").unwrap();
        }
    }
}

fn refuses(operation: &str, refusal: &Refusal) {
    let ended = World::new(&refusal.setup).call(operation, &refusal.arguments);
    assert_eq!(ended.code, Some(3), "{ended:?}");
    let code = refusal.code.as_deref().unwrap_or_default();
    ended.says(&[operation, &format!("HTTP {}", refusal.status), code]);
}

/// An operation's own command.
fn command(operation: &Operation, arguments: &Map<String, Value>) -> Command {
    let words = command_line(operation, arguments);
    let mut command = binary(&words.iter().map(String::as_str).collect::<Vec<_>>());
    command.args((!operation.violations(arguments).is_empty()).then_some("--unchecked"));
    command
}

/// Returns the URL of a server that refuses one request, and the request: its line and its body.
fn keep() -> (String, thread::JoinHandle<(String, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let kept = thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let request = read(&mut socket);
        let (head, start) = request.split_once("\r\n\r\n").unwrap();
        let length =
            head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        let mut rest = vec![0; length.unwrap_or(0_usize) - start.len()];
        socket.read_exact(&mut rest).unwrap();
        socket
            .write_all(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
            .unwrap();
        let line = head.lines().next().unwrap().trim_end_matches(" HTTP/1.1").to_owned();
        (line, start.to_owned() + std::str::from_utf8(&rest).unwrap())
    });
    (url, kept)
}

/// The request on the wire is that of the example.
fn command_sends(operation: &Operation, example: &Example) {
    let (url, kept) = keep();
    let ended = run(command(operation, &example.arguments)
        .env("ATLASSIAN_ADMIN_BASE_URL", url)
        .env("ATLASSIAN_ADMIN_API_KEY", KEY)
        .env("ATLASSIAN_ADMIN_DIRECTORY_KEY", KEY));
    // A refusal by the command itself sends nothing.
    assert_eq!(ended.code, Some(3), "{ended:?}");
    let (line, body) = kept.join().unwrap();
    assert_eq!(line.replace("%24", "$"), example.request.line(&Map::new()));
    let body = (!body.is_empty()).then(|| serde_json::from_str::<Value>(&body).unwrap());
    assert_eq!(body, example.request.body);
}

/// The result is that of the response: the items of its page, or what its envelope contains.
fn command_prints(operation: &Operation, example: &Example) {
    let Some(Response { body, .. }) = &example.response else { return };
    let world = World::new(&example.setup);
    let arguments = world.filled(&example.arguments);
    let mut command = command(operation, &arguments);
    command.arg("--format=json");
    if operation.paging != Paging::None {
        let page = world.call(&operation.dotted(), &example.arguments);
        let page: Value = serde_json::from_str(&page.stdout).unwrap();
        let items =
            ["/data/product_access", "/data", "/Resources"].into_iter().find_map(|at| page.pointer(at));
        let items = items.and_then(Value::as_array).unwrap();
        let ended = world.run({
            command.arg(format!("--limit={}", items.len().max(1)));
            command
        });
        assert_eq!(ended.code, Some(0), "{ended:?}");
        assert_eq!(serde_json::from_str::<Vec<Value>>(&ended.stdout).unwrap(), *items);
        return;
    }
    let ended = world.run(command);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let Some(body) = body else { return assert_eq!(ended.stdout, "") };
    let result: Value = serde_json::from_str(&ended.stdout).unwrap();
    let body = examples::fill(body, &world.known);
    let within = body.as_object().filter(|body| body.len() == 1).and_then(|body| body.values().next());
    let matches = |expected: &Value| check(expected, Some(&result), "").is_ok();
    assert!(matches(&body) || within.is_some_and(matches), "{body} is not {result}");
}

/// Each operation starts at another response, so that together they cover all.
fn never_prints_the_key(operation: &str, arguments: &Map<String, Value>, index: usize) {
    let mut answers = answers();
    let count = answers.len();
    answers.rotate_left(2 * index % count);
    let url = repeat(answers);
    let ended = |more: &[&str]| -> Ended {
        let mut command = call(operation, arguments);
        command.args(more).env("ATLASSIAN_ADMIN_BASE_URL", &url);
        // Libraries must not log the key either.
        command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "full");
        run(command.env("ATLASSIAN_ADMIN_API_KEY", KEY).env("ATLASSIAN_ADMIN_DIRECTORY_KEY", KEY))
    };
    for (more, code) in [(&["--dry-run"][..], 0), (&[], 3), (&[], 3)] {
        let ended = ended(more);
        assert_eq!(ended.code, Some(code), "{ended:?}");
        assert_clean(&format!("{}\n{}", ended.stdout, ended.stderr), operation);
    }
}

fn main() {
    if !cfg!(unix) {
        // Skipped as in the tests of `cli`.
        return;
    }
    let mut trials = Vec::new();
    let mut test = |name: String, run: Box<dyn FnOnce() + Send>| {
        trials.push(Trial::test(name, move || {
            run();
            Ok(())
        }));
    };
    for (index, (operation, Examples { examples, refusals })) in
        examples::all().unwrap().into_iter().enumerate()
    {
        let name = operation.dotted();
        let arguments = examples[0].arguments.clone();
        for example in examples {
            // The command written by hand takes times and places in other forms.
            let by_hand = name == "events.query" && example.arguments.contains_key("location");
            let same = example.clone();
            let title = format!("command::{name}/{}", example.name);
            let run = move || {
                command_sends(operation, &same);
                command_prints(operation, &same);
            };
            (!by_hand).then(|| test(title, Box::new(run)));
            let operation = name.clone();
            test(
                format!("{name}/{}", example.name),
                Box::new(move || {
                    sends(&operation, &example);
                    prints(&operation, &example);
                }),
            );
        }
        for refusal in refusals {
            let operation = name.clone();
            test(format!("{name}/{}", refusal.name), Box::new(move || refuses(&operation, &refusal)));
        }
        let title = format!("never_prints_the_key::{name}");
        test(title, Box::new(move || never_prints_the_key(&name, &arguments, index)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

//! Error messages: the server's text in all forms, an unreachable host, a web page instead of
//! JSON.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::run::{Ended, binary, run};
use crate::server::refusing_host;

/// Starts a server with the same response to each request, and counts the requests.
fn always(status: &str, media: &str, body: &str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let length = body.len();
    let response = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {media}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    thread::spawn(move || {
        while let Ok((mut socket, _)) = listener.accept() {
            count.fetch_add(1, Ordering::SeqCst);
            let (mut head, mut part) = (Vec::<u8>::new(), [0; 4096]);
            while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                let length = socket.read(&mut part).unwrap();
                head.extend_from_slice(&part[..length]);
            }
            socket.write_all(response.as_bytes()).unwrap();
        }
    });
    (url, requests)
}

fn call(url: &str, arguments: &[&str]) -> Ended {
    let mut command = binary(&["call"]);
    command.args(arguments).env("ATLASSIAN_ADMIN_BASE_URL", url).env("ATLASSIAN_ADMIN_ORG_ID", "o-1");
    run(command.env("ATLASSIAN_ADMIN_API_KEY", "canary-key"))
}

#[test]
fn error_prints_text_of_the_server_in_any_form() {
    for (media, body, cause) in [
        ("application/json", r#"{"errorMessages":["Not valid"],"errors":{}}"#, "the server says: Not valid"),
        ("application/json", r#"{"errors":["Not valid"]}"#, "the server says: Not valid"),
        ("application/json", r#"{"errors":{"cursor":["too long"]}}"#, "the server says: cursor: too long"),
        (
            "application/json",
            r#"{"message":["a","b"],"error":"Bad Request"}"#,
            "the server says: Bad Request: a; b",
        ),
        ("application/json", r#"{"error":{"code":"X","message":"nested"}}"#, "the server says: nested"),
        ("application/json", "\u{feff}{\"detail\":{\"message\":\"m\",\"code\":\"c\"}}", "the server says: m"),
        ("application/json", r#"[{"code":"ADMIN-1","detail":"in a list"}]"#, "the server says: in a list"),
        (
            "application/json",
            r#"{"errors":[{"code":"ADMIN-400-1","title":"t1","detail":"first"},{"code":"ADMIN-400-3","title":"t2"}]}"#,
            "the server says: t1: first; and 1 more: ADMIN-400-3 t2",
        ),
        ("text/plain", "Invalid\n  cursor\u{1b}[2J", "the server says: Invalid cursor [2J"),
        (
            "application/json",
            r#"{"odd": "canary-key"}"#,
            r#"the server sent application/json: {"odd": "(the key)"}"#,
        ),
        ("text/html", "<!doctype html><title>Log in</title>", "the server sent text/html: Log in"),
    ] {
        let (url, _) = always("400 Bad Request", media, body);
        let ended = call(&url, &["domains.list"]);
        ended.fails(3, &["HTTP 400"]);
        let line = ended.stderr.lines().find_map(|line| line.strip_prefix("cause: "));
        assert_eq!(line, Some(cause), "{body}");
    }
}

#[test]
fn web_page_with_status_200_is_reported_without_retry() {
    for arguments in [&["domains.list"][..], &["domains.list", "--all"], &["orgs.list", "--all"]] {
        let (url, requests) = always("200 OK", "text/html", "<!DOCTYPE html><title>Log in</title>");
        let ended = call(&url, arguments);
        ended.fails(3, &["a web page (HTML) instead of JSON", "cause: the server sent text/html: Log in"]);
        ended.says(&["\nhint:  check the base URL"]);
        assert_eq!(requests.load(Ordering::SeqCst), 1, "{arguments:?}");
    }
}

#[test]
fn response_that_cannot_be_json_is_reported_without_retry() {
    let page = "a web page (HTML) instead of JSON";
    for (body, named) in [
        ("<!-- saved --><!DOCTYPE html><html>", page),
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", page),
        ("<head><title>x</title>", page),
        ("<script>location='/login'</script>", page),
        ("<?xml version='1.0'?><Error/>", "markup (XML) instead of JSON"),
        ("ok", "the response is not JSON"),
    ] {
        for media in ["text/plain", "application/json", "application/octet-stream"] {
            for arguments in [&["domains.list"][..], &["domains.list", "--all"]] {
                let (url, requests) = always("200 OK", media, body);
                call(&url, arguments).fails(3, &[named, "\nhint:  check the base URL"]);
                assert_eq!(requests.load(Ordering::SeqCst), 1, "{media} {body}");
            }
        }
    }
}

#[test]
fn success_with_errors_in_place_of_its_data_is_an_error() {
    let body = r#"{"errors":[{"code":"ADMIN-500-1","detail":"No domains"}]}"#;
    for arguments in [&["domains.list"][..], &["domains.list", "--all"], &["orgs.get"]] {
        let (url, requests) = always("200 OK", "application/json", body);
        let ended = call(&url, arguments);
        ended.fails(3, &["ADMIN-500-1", "cause: the server says: No domains"]);
        assert_eq!((ended.stdout.len(), requests.load(Ordering::SeqCst)), (0, 1), "{arguments:?}");
    }
    let body = r#"{"data":[],"errors":[{"detail":"a part"}]}"#;
    let (url, _) = always("200 OK", "application/json", body);
    assert_eq!(call(&url, &["domains.list"]).lines(), [body]);
}

#[test]
fn error_bounds_number_and_length_of_messages() {
    let errors: Vec<_> = (0..500).map(|n| format!("\"e{n}\"")).collect();
    let (url, _) =
        always("400 Bad Request", "application/json", &format!("{{\"errors\":[{}]}}", errors.join(",")));
    call(&url, &["domains.list"]).fails(3, &["500 errors", "and 499 more: e1; "]);
    let body = format!("{{\"message\":\"{}\"}}", "é".repeat(5_000));
    let (url, _) = always("400 Bad Request", "application/json", &body);
    let cause = format!("cause: the server says: {}…", "é".repeat(500));
    let ended = call(&url, &["domains.list"]);
    assert!(ended.stderr.lines().any(|line| line == cause), "{}", ended.stderr);
    let (url, _) = always("400 Bad Request", "application/json", r#"{"message":" "}"#);
    assert!(!call(&url, &["domains.list"]).stderr.contains("the server says"));
}

#[test]
fn follow_stops_at_a_web_page_with_a_client_error() {
    for status in ["401 Unauthorized", "403 Forbidden", "404 Not Found"] {
        let (url, _) = always(status, "text/html", "<!DOCTYPE html><title>Log in</title>");
        let mut command = binary(&["events", "follow", "--org", "o-1"]);
        command.env("ATLASSIAN_ADMIN_BASE_URL", url).env("ATLASSIAN_ADMIN_API_KEY", "canary-key");
        run(&mut command).fails(3, &["a web page (HTML) instead of JSON"]);
    }
}

#[test]
fn byte_order_mark_before_a_response_is_skipped() {
    let (url, _) = always("200 OK", "application/json", "\u{feff}{\"data\":[{\"id\":\"d-1\"}],\"links\":{}}");
    assert_eq!(call(&url, &["domains.list", "--all"]).lines(), [r#"{"id":"d-1"}"#]);
    assert_eq!(call(&url, &["domains.list"]).lines(), [r#"{"data":[{"id":"d-1"}],"links":{}}"#]);
}

#[test]
fn refused_connection_names_the_host() {
    let (_socket, host) = refusing_host();
    let ended = call(&format!("http://{host}/a/path"), &["domains.list", "--timeout", "0.1"]);
    let sentence = format!("the request could not be sent to {host}: connection refused");
    ended.fails(3, &[&sentence, "\nhint:  check the base URL"]);
    assert!(!ended.stderr.contains("path"), "{}", ended.stderr);
}

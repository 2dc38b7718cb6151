//! Endless and malformed response heads.

use atlassian_admin::ErrorKind;

use crate::server::{Answer, SHORT, Server, ask, refused, with};

/// Linux lets socket buffers grow to about this size.
const SOCKETS: u64 = 16 << 20;

#[tokio::test]
async fn endless_head_is_an_error() {
    for (first, again) in [
        ("HTTP/1.1 200 OK\r\n", "x-canary: canary\r\n"),
        ("HTTP/1.1 200 OK\r\nx-canary: ", "canary"),
        ("HTTP/1.1 200 OK\r\n", "x-canary"),
        ("HTTP/1.1 200 ", "OK"),
        ("", "HTTP/1.1"),
    ] {
        let server =
            Server::always(move || Answer::Endless(first.into(), again.repeat(1_000).into_bytes())).await;
        let error = refused(&server.client()).await;
        assert_eq!(error.kind(), ErrorKind::Connection, "{first}{again}: {error}");
        assert!(server.written() <= SOCKETS, "{} bytes", server.written());
    }
}

#[tokio::test]
async fn client_accepts_ninety_headers_and_refuses_a_thousand() {
    let body = r#"{"data":{"id":"o-1","type":"orgs","attributes":{}}}"#;
    let flood =
        |count: usize| (0..count).map(|number| format!("\r\nx-canary-{number}: canary")).collect::<String>();
    let server = Server::always(move || with(&format!("200 OK{}", flood(90)), body)).await;
    assert_eq!(ask(&server.client()).await.unwrap(), "o-1");
    let server = Server::always(move || with(&format!("200 OK{}", flood(1_000)), body)).await;
    assert_eq!(refused(&server.client()).await.kind(), ErrorKind::Connection);
}

/// Informational responses are skipped until the time-out.
#[tokio::test]
async fn informational_responses_without_an_end_time_out() {
    for status in ["100 Continue", "102 Processing", "103 Early Hints"] {
        let interim = format!("HTTP/1.1 {status}\r\n\r\n");
        let server =
            Server::always(move || Answer::Endless(Vec::new(), interim.repeat(1_000).into_bytes())).await;
        let error = refused(&server.builder().timeouts(SHORT).build().unwrap()).await;
        assert!(matches!(error.kind(), ErrorKind::Timeout | ErrorKind::Connection), "{status}: {error}");
    }
}

#[tokio::test]
async fn response_that_is_not_http_is_an_error() {
    for bytes in [
        "canary\r\n\r\n",
        "HTTP/1.1 canary OK\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length: canary\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} ",
        "HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999999\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\ncanary\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}",
        "HTTP/1.1 200 OK\r\nx-\u{0}canary: 1\r\n\r\n{}",
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n",
    ] {
        let server = Server::always(move || Answer::Last(bytes.into())).await;
        let error = refused(&server.client()).await;
        let expected = if bytes.contains(" 101 ") { ErrorKind::BadRequest } else { ErrorKind::Connection };
        assert_eq!(error.kind(), expected, "{bytes:?}: {error}");
        assert!(!error.to_string().contains("canary"), "{error}");
    }
}

/// Sends headers that the client reads, with malformed values.
#[tokio::test]
async fn unreadable_headers_are_ignored() {
    let body = r#"{"data":{"id":"o-1","type":"orgs","attributes":{}}}"#;
    for header in [
        "retry-after: 99999999999999999999999999",
        "retry-after: -1",
        "retry-after: \u{ff}",
        "x-ratelimit-remaining: 0\r\nx-ratelimit-reset: 9999-12-31T23:59:59Z",
        "x-ratelimit-remaining: canary\r\nx-ratelimit-reset: canary",
        "date: canary",
        "date: Thu, 01 Jan 1970 00:00:00 GMT",
        "atl-traceid: \u{ff}\u{fe}",
    ] {
        let server = Server::always(move || with(&format!("200 OK\r\n{header}"), body)).await;
        assert_eq!(ask(&server.client()).await.unwrap(), "o-1", "{header}");
        let server = Server::always(move || with(&format!("400 Bad\r\n{header}"), body)).await;
        assert_eq!(refused(&server.client()).await.kind(), ErrorKind::BadRequest, "{header}");
    }
}

//! Endless bodies.

use atlassian_admin::api;
use atlassian_admin::{ErrorKind, operation};
use serde_json::{Map, Value};

use crate::server::{Answer, SHORT, Server, refused};

const MIB: u64 = 1024 * 1024;

/// The limit that these clients have, in bytes.
const LIMIT: u64 = MIB;

/// What two socket buffers may hold in addition, since Linux lets them grow.
const SOCKETS: u64 = 16 * MIB;

/// Returns heads of responses whose bodies are larger than any memory.
fn heads(status: &str) -> [String; 3] {
    [
        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n", 10 * 1024 * MIB),
        format!("HTTP/1.1 {status}\r\ntransfer-encoding: chunked\r\n\r\n"),
        format!("HTTP/1.0 {status}\r\n\r\n"),
    ]
}

/// Returns the body, in consecutive chunks of 64 KiB if it is chunked.
fn block(head: &str) -> Vec<u8> {
    let data = vec![b' '; 65_536];
    if head.contains("chunked") { [b"10000\r\n".as_slice(), &data, b"\r\n"].concat() } else { data }
}

#[tokio::test]
async fn endless_body_is_refused_at_the_limit() {
    for status in ["200 OK", "404 Not Found", "429 Too Many", "500 Broken"] {
        for head in heads(status) {
            let first = head.clone();
            let server =
                Server::always(move || Answer::Endless(first.clone().into_bytes(), block(&first))).await;
            let client = server.builder().body_limit(LIMIT as usize).build().unwrap();
            let error = refused(&client).await;
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1), "{head}");
            let error = client.pages(api::accounts::List::new("o-1")).next().await.unwrap().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{head}");
            let arguments = Map::from_iter([("orgId".to_owned(), Value::from("o-1"))]);
            let org = operation("getOrgById").unwrap();
            let error = client.send_untyped(org, arguments).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{head}");
            assert_eq!(
                error.to_string(),
                "orgs.get: the response is larger than allowed: the body is larger than 1048576 bytes; ask for smaller pages"
            );
            assert!(server.written() <= 3 * (LIMIT + SOCKETS), "{head}: {} bytes", server.written());
            println!(
                "{}: {} KiB were written for three calls",
                head.lines().next().unwrap(),
                server.written() / 1024
            );
        }
    }
}

#[tokio::test]
async fn write_with_endless_body_is_outcome_unknown() {
    for head in heads("200 OK") {
        let server = Server::always(move || Answer::Endless(head.clone().into_bytes(), block(&head))).await;
        let client = server.builder().body_limit(LIMIT as usize).build().unwrap();
        let suspend = client.organization("o-1").directory("d-1").users().suspend("a-1");
        assert_eq!(suspend.send().await.unwrap_err().kind(), ErrorKind::OutcomeUnknown);
    }
}

/// Trailers and chunk extensions are not part of the body: the HTTP library limits them, or the
/// time-out does.
#[tokio::test]
async fn chunk_extensions_and_trailers_are_bounded_in_time() {
    let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    for (first, again) in [
        (b"2;".as_slice(), b"extension;".as_slice()),
        (b"2\r\n{}\r\n0\r\n", b"x-trailer: canary\r\n"),
        (b"", b"1;canary=canary\r\n \r\n"),
        (b"", b"0000000000"),
    ] {
        let (first, again) = ([head, first].concat(), again.repeat(1_000));
        let server = Server::always(move || Answer::Endless(first.clone(), again.clone())).await;
        let builder = server.builder().body_limit(LIMIT as usize).timeouts(SHORT);
        let kind = refused(&builder.build().unwrap()).await.kind();
        let ends = [ErrorKind::Connection, ErrorKind::TooLarge, ErrorKind::Timeout];
        assert!(ends.contains(&kind), "{kind:?}");
    }
}

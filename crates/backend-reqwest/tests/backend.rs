//! Requests and responses over reqwest, against a server that the test writes by hand on a socket.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests fail loudly")]

use std::time::Duration;

use atlassian_admin_backend_reqwest::ReqwestBackend;
use atlassian_admin_core::backend::{
    BodyLimit, BodyTooLarge, HttpBackend, HttpRequest, HttpResponse, TransportError,
};
use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket};

/// Sends a request to a server that sends these bytes and closes; also returns what the server
/// read.
async fn exchange(answer: Vec<u8>, limit: usize) -> (String, Result<HttpResponse, TransportError>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/admin/v1/orgs?cursor=a%2Fb", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let (mut head, mut byte) = (Vec::new(), [0]);
        while !head.ends_with(b"\r\n\r\n") && socket.read(&mut byte).await.unwrap() == 1 {
            head.push(byte[0]);
        }
        // A client that reached its limit closes the connection in the middle.
        let _ = socket.write_all(&answer).await;
        drop(socket);
        (String::from_utf8(head).unwrap(), listener)
    });
    let request =
        http::Request::builder().uri(url).header("authorization", "Bearer k").extension(BodyLimit(limit));
    let answer = ReqwestBackend::new().unwrap().execute(request.body(Bytes::new()).unwrap()).await;
    let (head, listener) = server.await.unwrap();
    // A client that follows a redirect or retries would have connected again by now.
    let again =
        tokio::select! { biased; _ = listener.accept() => true, () = std::future::ready(()) => false };
    assert!(!again, "one request is sent once");
    (head, answer)
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [
        format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len()).as_bytes(),
        body,
    ]
    .concat()
}

/// Compresses `text` with gzip by hand: one stored block.
fn gzip(text: &[u8]) -> Vec<u8> {
    let length = u16::try_from(text.len()).unwrap();
    let crc = text.iter().fold(!0_u32, |crc, byte| {
        (0..8)
            .fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (!(crc & 1)).wrapping_add(1)))
    });
    let mut bytes = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1];
    bytes.extend(length.to_le_bytes());
    bytes.extend((!length).to_le_bytes());
    bytes.extend(text);
    bytes.extend((!crc).to_le_bytes());
    bytes.extend(u32::from(length).to_le_bytes());
    bytes
}

#[tokio::test]
async fn request_is_sent_unchanged_and_accepts_gzip() {
    let (head, response) =
        exchange(answer("200 OK\r\ncontent-encoding: gzip", &gzip(b"{\"data\":[]}")), 1000).await;
    assert!(head.starts_with("GET /admin/v1/orgs?cursor=a%2Fb HTTP/1.1\r\n"), "{head}");
    assert!(
        head.contains("\r\nauthorization: Bearer k\r\n") && head.contains("\r\naccept-encoding: gzip\r\n"),
        "{head}"
    );
    assert_eq!(response.unwrap().body().bytes().as_ref(), b"{\"data\":[]}");
}

#[tokio::test]
async fn redirect_is_returned_as_a_response() {
    let (_, response) = exchange(answer("307 Moved\r\nlocation: /elsewhere", b""), 1000).await;
    let response = response.unwrap();
    assert_eq!(
        (response.status().as_u16(), response.headers()["location"].to_str().unwrap()),
        (307, "/elsewhere")
    );
}

#[tokio::test]
async fn body_over_the_limit_is_refused_in_every_encoding() {
    let chunked =
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nabcd\r\n4\r\nefgh\r\n0\r\n\r\n".to_vec();
    let bomb = answer("200 OK\r\ncontent-encoding: gzip", &gzip(&[b'a'; 5000]));
    for (bytes, limit) in [(answer("200 OK", b"12345678"), 7), (chunked, 7), (bomb, 4999)] {
        let (_, response) = exchange(bytes.clone(), limit).await;
        let error = response.unwrap_err();
        assert_eq!(error.source.downcast_ref::<BodyTooLarge>(), Some(&BodyTooLarge { limit }));
        let (_, response) = exchange(bytes, limit + 1).await;
        assert_eq!(response.unwrap().body().bytes().len(), limit + 1);
    }
}

#[tokio::test]
async fn body_is_complete_in_any_number_of_chunks() {
    for (chunks, body) in [
        ("0\r\n\r\n", ""),
        ("4\r\nabcd\r\n0\r\n\r\n", "abcd"),
        ("4\r\nabcd\r\n4\r\nefgh\r\n0\r\n\r\n", "abcdefgh"),
        ("4\r\nabcd\r\n4\r\nefgh\r\n3\r\nijk\r\n0\r\n\r\n", "abcdefghijk"),
    ] {
        let answer = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{chunks}");
        let (_, response) = exchange(answer.into_bytes(), 1000).await;
        assert_eq!(response.unwrap().body().bytes().as_ref(), body.as_bytes());
    }
}

#[tokio::test]
async fn truncated_response_is_a_lost_response() {
    for bytes in
        [b"".to_vec(), b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec(), b"junk\r\n\r\n".to_vec()]
    {
        let (_, response) = exchange(bytes, 1000).await;
        let error = response.unwrap_err();
        assert!(!error.before_send);
        assert!(
            error.problem.is_some_and(|problem| problem.text().contains("response")),
            "{:?}",
            error.problem
        );
    }
}

#[tokio::test]
async fn error_reports_nothing_sent_when_connection_is_refused() {
    // Bound, so that no other process gets the port, and not listening.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = format!("http://{}/", socket.local_addr().unwrap());
    let request: HttpRequest = http::Request::builder().uri(url).body(Bytes::new()).unwrap();
    assert!(ReqwestBackend::new().unwrap().execute(request).await.unwrap_err().before_send);
}

#[tokio::test]
async fn error_reports_nothing_sent_when_connecting_times_out() {
    // It accepts, but never sends its part of the TLS handshake.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let accepted = tokio::spawn(async move { listener.accept().await.unwrap() });
    let backend = ReqwestBackend::with_connect_timeout(Duration::from_millis(50)).unwrap();
    let request: HttpRequest = http::Request::builder().uri(url).body(Bytes::new()).unwrap();
    assert!(backend.execute(request).await.unwrap_err().before_send);
    drop(accepted.await.unwrap());
}

#[tokio::test]
async fn http_1_0_response_is_read() {
    let (_, response) = exchange(b"HTTP/1.0 200 OK\r\n\r\n{\"data\":[]}".to_vec(), 1000).await;
    assert_eq!(response.unwrap().body().bytes().as_ref(), b"{\"data\":[]}");
}

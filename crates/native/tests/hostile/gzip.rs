//! Bodies that grow when they are decompressed.

use atlassian_admin::ErrorKind;

use crate::server::{Answer, SHORT, Server, refused, with};

/// The limit that these clients have, in bytes after decompression.
const LIMIT: usize = 4 * 1024 * 1024;

/// Returns an endless gzip stream, as its beginning and its repeated part: 13 bytes for each 2,064
/// of the body.
///
/// One stored byte, and then a block of fixed codes with one match of 258 bytes at distance 1
/// after another. Such a match takes 13 bits, so the bytes repeat after 13.
pub fn bomb() -> (Vec<u8>, Vec<u8>) {
    let start = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 0, 1, 0, 0xfe, 0xff, b' '];
    // Not the last block, of fixed codes; then 285 (258 bytes) and 0 (distance 1), the codes'
    // highest bit first.
    let header = [0, 1, 0];
    let copy = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
    let bits: Vec<u8> = header.into_iter().chain(copy.into_iter().cycle()).take(14 * 8).collect();
    let bytes: Vec<u8> =
        bits.chunks(8).map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | bit)).collect();
    ([start.as_slice(), &bytes[..1]].concat(), bytes[1..].repeat(1_000))
}

pub const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n";

#[tokio::test]
async fn decompression_stops_at_body_limit() {
    for head in [HEAD, b"HTTP/1.1 500 Broken\r\ncontent-encoding: gzip\r\n\r\n"] {
        let server = Server::always(move || {
            let (first, again) = bomb();
            Answer::Endless([head, &first].concat(), again)
        })
        .await;
        let error = refused(&server.builder().body_limit(LIMIT).build().unwrap()).await;
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
        assert!(server.written() < 20 << 20, "{} bytes", server.written());
    }
}

/// Checks that the bomb does decompress, without which the test above would prove nothing.
#[tokio::test]
async fn bomb_expands_as_much_as_documented() {
    let server = Server::always(|| {
        let (first, again) = bomb();
        let body = [first, again].concat();
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", body.len());
        Answer::Bytes([head.as_bytes(), &body].concat())
    })
    .await;
    // 13 kB of it are more than two million spaces; below the limit, the stream is truncated.
    let error = refused(&server.builder().body_limit(2_000_000).build().unwrap()).await;
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    let error = refused(&server.builder().body_limit(3_000_000).build().unwrap()).await;
    assert_eq!(error.kind(), ErrorKind::Connection);
}

/// Endless streams that decompress to nothing are an error, or time out.
#[tokio::test]
async fn gzip_stream_of_nothing_times_out() {
    // An endless file name; endless empty members; endless empty blocks.
    let name = ([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 255].to_vec(), vec![b'a'; 10_000]);
    let member = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let members = (member.to_vec(), member.repeat(1_000));
    let blocks = (member[..10].to_vec(), [0, 0, 0, 0xff, 0xff].repeat(1_000));
    for (first, again) in [name, members, blocks] {
        let server = Server::always(move || Answer::Endless([HEAD, &first].concat(), again.clone())).await;
        let error = refused(&server.builder().timeouts(SHORT).build().unwrap()).await;
        assert!(matches!(error.kind(), ErrorKind::Timeout | ErrorKind::Connection), "{error}");
    }
}

#[tokio::test]
async fn unsupported_content_encoding_is_an_error() {
    for (encoding, kind) in [
        ("gzip", ErrorKind::Connection),
        ("br", ErrorKind::Decode),
        ("deflate", ErrorKind::Decode),
        ("zstd", ErrorKind::Decode),
    ] {
        let server = Server::always(move || {
            with(&format!("200 OK\r\ncontent-encoding: {encoding}"), b"\x00\xff\x00\xffcanary")
        })
        .await;
        assert_eq!(refused(&server.client()).await.kind(), kind, "{encoding}");
    }
}

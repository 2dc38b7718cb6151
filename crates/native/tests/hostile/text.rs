//! Bytes that are not text.

use atlassian_admin::api;
use atlassian_admin::page::PageError;
use atlassian_admin::{ErrorKind, operation};
use serde_json::{Map, Value};

use crate::server::{Server, ok, refused, with};

#[tokio::test]
async fn bytes_that_are_not_utf_8_are_an_error() {
    for body in [
        b"{\"data\":{\"id\":\"\xff\"}}".as_slice(),
        b"\xff\xfe{\x00}\x00",
        b"\xc0\xaf",
        b"{\"data\":{\"id\":\"\xed\xa0\x80\"}}",
        b"{\"data\":{\"id\":\"o-1\"}}\x80",
    ] {
        let server = Server::always(move || ok(body)).await;
        let error = refused(&server.client()).await;
        // A body that does not begin like JSON is reported as such.
        let (path, words) = match body.starts_with(b"{") {
            true => (Some("."), "not UTF-8 at byte "),
            false => (None, "the response is not JSON"),
        };
        assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, path), "{error}");
        assert!(error.to_string().contains(words), "{error}");
        let arguments = Map::from_iter([("orgId".to_owned(), Value::from("o-1"))]);
        let untyped = server.client().send_untyped(operation("getOrgById").unwrap(), arguments).await;
        assert_eq!(untyped.unwrap_err().kind(), ErrorKind::Decode);
    }
}

#[tokio::test]
async fn lone_surrogate_is_read_as_the_replacement_character() {
    for (id, read) in [(r"\ud800", "\u{fffd}"), (r"\udc00\ud800x", "\u{fffd}\u{fffd}x")] {
        let body = format!(r#"{{"data":{{"id":"{id}","type":"orgs","attributes":{{}}}}}}"#);
        let server = Server::always(move || ok(&body)).await;
        let org = server.client().send(&api::orgs::Get::new("o-1")).await.unwrap();
        assert_eq!(org.id.as_str(), read, "{id}");
    }
}

#[tokio::test]
async fn escape_that_json_does_not_have_is_an_error() {
    for id in [r"\u12", r"\x"] {
        let body = format!(r#"{{"data":{{"id":"{id}","type":"orgs","attributes":{{}}}}}}"#);
        let server = Server::always(move || ok(&body)).await;
        assert_eq!(refused(&server.client()).await.kind(), ErrorKind::Decode, "{id}");
    }
}

#[tokio::test]
async fn error_keeps_binary_bytes_and_prints_none() {
    let server = Server::always(|| with("404 Not Found", b"{\"message\":\"canary\xff\"}")).await;
    let error = refused(&server.client()).await;
    assert_eq!(
        (error.kind(), error.body()),
        (ErrorKind::NotFound, b"{\"message\":\"canary\xff\"}".as_slice())
    );
    assert_eq!(error.api().detail, None);
    assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
}

#[tokio::test]
async fn pages_end_at_cursor_that_is_not_text() {
    for next in ["?cursor=%FF", "?cursor=%ED%A0%80", "https://api.atlassian.com/x?cursor=%C0%AF"] {
        let body =
            serde_json::json!({ "data": [{ "account_id": "a" }], "links": { "next": next } }).to_string();
        let server = Server::always(move || ok(&body)).await;
        let mut pages = server.client().pages(api::accounts::List::new("o-1"));
        assert_eq!(pages.next().await.unwrap().unwrap().items.len(), 1, "the page itself is whole");
        let error = pages.next().await.unwrap().unwrap_err();
        assert_eq!(
            (error.kind(), error.page_error()),
            (ErrorKind::Paging, Some(&PageError::NoCursor)),
            "{next}"
        );
    }
}

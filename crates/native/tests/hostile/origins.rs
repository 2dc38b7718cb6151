//! The key is only sent to the configured host.

use atlassian_admin::api;
use std::sync::Arc;

use atlassian_admin::{ErrorKind, operation};
use serde_json::{Map, Value};
use tokio::net::TcpListener;

use crate::server::{Server, ok, refused, with};

/// Another origin, which no request may reach.
struct Trap(TcpListener);

impl Trap {
    async fn new() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    fn url(&self) -> String {
        format!("http://{}", self.0.local_addr().unwrap())
    }

    /// Checks that no connection is waiting.
    async fn assert_empty(&self, what: &str) {
        let came =
            tokio::select! { biased; _ = self.0.accept() => true, () = std::future::ready(()) => false };
        assert!(!came, "{what}");
    }
}

#[tokio::test]
async fn redirect_is_never_followed() {
    let trap = Trap::new().await;
    for status in [300, 301, 302, 303, 305, 307, 308] {
        for location in [format!("{}/admin/v1/orgs/o-1", trap.url()), "/admin/v1/orgs/o-2".to_owned()] {
            let head = format!("{status} Elsewhere\r\nlocation: {location}\r\nrefresh: 0; url={location}");
            let server = Server::always(move || with(&head, "")).await;
            let error = refused(&server.client()).await;
            assert_eq!(error.kind(), ErrorKind::Redirect, "{status} {location}");
            assert_eq!(error.http_status().map(|it| it.as_u16()), Some(status));
            assert_eq!(server.requests().len(), 1, "{status} {location}");
        }
    }
    trap.assert_empty("a redirect").await;
}

#[tokio::test]
async fn location_of_a_success_is_never_followed() {
    let trap = Trap::new().await;
    let url = trap.url();
    let server = Server::always(move || {
        let head = format!(
            "200 OK\r\nlocation: {url}\r\ncontent-location: {url}\r\nlink: <{url}>; rel=next\r\nalt-svc: h2=\"{}\"",
            url.trim_start_matches("http://")
        );
        with(&head, r#"{"data":{"id":"o-1","type":"orgs","attributes":{}}}"#)
    })
    .await;
    let client = server.client();
    for _ in 0..3 {
        assert_eq!(crate::server::ask(&client).await.unwrap(), "o-1");
    }
    trap.assert_empty("a header").await;
}

/// Returns all encodings of a next link, each with another host in it.
fn pages(trap: &str) -> Vec<String> {
    let hosts = [
        format!("{trap}/admin/v1/orgs/o-1/users?cursor=two"),
        format!("{}/x?cursor=two", trap.trim_start_matches("http:")),
        format!("http://canary:canary@{}?cursor=two", trap.trim_start_matches("http://")),
        format!("@{}?cursor=two", trap.trim_start_matches("http://")),
        format!("\\\\{}?cursor=two", trap.trim_start_matches("http://")),
    ];
    let json = |name: &str, next: &str| serde_json::json!({ "data": [], name: { "next": next } }).to_string();
    hosts.iter().flat_map(|next| [json("links", next), json("meta", next)]).collect()
}

#[tokio::test]
async fn next_page_is_requested_from_configured_host() {
    let trap = Trap::new().await;
    for page in pages(&trap.url()) {
        let first = Arc::new(page.clone());
        let server = Server::start(move |head| match head.contains("cursor=two ") {
            true => ok(r#"{"data":[{"account_id":"last"}]}"#),
            false => ok(first.as_bytes()),
        })
        .await;
        let mut typed = server.client().pages(api::accounts::List::new("o-1"));
        assert!(typed.next().await.unwrap().unwrap().items.is_empty());
        assert_eq!(typed.next().await.unwrap().unwrap().items[0].account_id.as_str(), "last", "{page}");
        assert!(typed.next().await.is_none());

        let arguments = Map::from_iter([("orgId".to_owned(), Value::from("o-1"))]);
        let mut untyped = server.client().pages_untyped(operation("getUsers").unwrap(), arguments);
        assert!(untyped.next().await.unwrap().unwrap().is_empty());
        assert_eq!(untyped.next().await.unwrap().unwrap()[0].json(), r#"{"account_id":"last"}"#, "{page}");
        assert!(untyped.next().await.is_none());
        for request in server.requests() {
            assert!(request.starts_with("GET /admin/v1/orgs/o-1/users"), "{request}");
            assert!(request.contains("authorization: Bearer canary-key\r\n"), "the key is where it belongs");
        }
    }
    trap.assert_empty("a next page").await;
}

#[tokio::test]
async fn feed_resumes_at_configured_host() {
    let trap = Trap::new().await;
    for page in pages(&trap.url()) {
        let first = Arc::new(page);
        let server = Server::start(move |head| match head.contains("cursor=two") {
            true => ok(r#"{"data":[]}"#),
            false => ok(first.as_bytes()),
        })
        .await;
        let mut feed = server.client().organization("o-1").event_feed().stream().unwrap();
        while let Some(batch) = feed.next().await {
            assert!(batch.unwrap().events.is_empty());
        }
        assert!(!server.requests().is_empty());
    }
    trap.assert_empty("an event's page").await;
}

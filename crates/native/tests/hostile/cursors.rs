//! Listings with pagination loops.

use atlassian_admin::api;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use atlassian_admin::backend::{Body, HttpBackend, HttpRequest, HttpResponse, TransportError};
use atlassian_admin::page::PageError;
use atlassian_admin::policy::Unlimited;
use atlassian_admin::{Client, ClientBuilder, ErrorKind, OrganizationKey, TokioRuntime, operation};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// An in-memory log or listing whose pages end in a loop, each with one item, such as an event of
/// this time. Thousands of pages over sockets would take minutes.
#[derive(Debug)]
struct Circle {
    lead: usize,
    period: usize,
    time: fn(usize) -> String,
    requests: Arc<AtomicUsize>,
}

#[async_trait]
impl HttpBackend for Circle {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let made = self.requests.fetch_add(1, Ordering::Relaxed);
        assert!(made < 3_000, "the walk does not end");
        let query = request.uri().query().unwrap_or_default();
        let cursor = query.split("cursor=").nth(1).and_then(|rest| rest.split('&').next());
        let here: usize = cursor.map_or(0, |cursor| cursor.parse().unwrap());
        let next = if here + 1 < self.lead + self.period { here + 1 } else { self.lead };
        // The log needs an identifier of its events, and the listing one of its accounts.
        let body = json!({
            "data": [{
                "id": format!("e{here}"),
                "account_id": format!("a{here}"),
                "attributes": { "processedAt": (self.time)(here) },
            }],
            "links": { "next": format!("?cursor={next}") },
        });
        Ok(HttpResponse::new(Body::from(body.to_string().into_bytes())))
    }
}

fn client(lead: usize, period: usize, time: fn(usize) -> String) -> Client {
    let circle = Circle { lead, period, time, requests: Arc::default() };
    let key = OrganizationKey::new("canary-key").unwrap();
    ClientBuilder::new(circle, TokioRuntime::new(), key).rate_limiter(Unlimited).build().unwrap()
}

fn block_on<T>(case: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(case)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// A loop of any length is detected after a few rounds; the items until then are returned.
    #[test]
    fn pages_detect_loop_of_any_period(lead in 0_usize..150, period in 1_usize..150) {
        let (typed, untyped) = block_on(async {
            let client = || client(lead, period, |_| String::new());
            let mut typed = 0;
            let mut pages = client().pages(api::accounts::List::new("o-1"));
            let error = loop {
                match pages.next().await.unwrap() {
                    Ok(page) => typed += page.items.len(),
                    Err(error) => break error,
                }
            };
            assert_eq!((error.kind(), error.page_error()), (ErrorKind::Paging, Some(&PageError::Loop)));

            let (mut untyped, arguments) = (0, Map::from_iter([("orgId".to_owned(), Value::from("o-1"))]));
            let mut pages = client().pages_untyped(operation("getUsers").unwrap(), arguments);
            let error = loop {
                match pages.next().await.unwrap() {
                    Ok(items) => untyped += items.len(),
                    Err(error) => break error,
                }
            };
            assert_eq!(error.kind(), ErrorKind::Paging);
            (typed, untyped)
        });
        prop_assert!(typed >= lead + period && typed <= 4 * (lead + period) + 4, "{} pages", typed);
        prop_assert_eq!(typed, untyped);
    }

    /// A feed returns each event once, and then reports the loop.
    #[test]
    fn feed_detects_loop_of_any_period(lead in 0_usize..30, period in 1_usize..30) {
        let mut ids = block_on(copied(client(lead, period, |_| "2026-05-19T10:00:00.000Z".to_owned())));
        prop_assert_eq!(ids.len(), lead + period);
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), lead + period, "none comes twice");
    }

    /// Events that were dropped from memory or have no time are repeated, but not endlessly.
    #[test]
    fn feed_detects_loop_of_events_without_memory(lead in 0_usize..10, period in 1_usize..10) {
        let times: [fn(usize) -> String; 2] =
            [|_| String::new(), |here| format!("2026-05-{:02}T10:00:00.000Z", here + 1)];
        for time in times {
            let ids = block_on(copied(client(lead, period, time)));
            prop_assert!(ids.len() >= lead + period);
        }
    }
}

/// Returns the events of a feed until it gives up.
async fn copied(client: Client) -> Vec<String> {
    let mut feed = client.organization("o-1").event_feed().stream().unwrap();
    let mut ids = Vec::new();
    loop {
        match feed.next().await.unwrap() {
            Ok(batch) => ids.extend(batch.events.iter().map(|event| event.decode().unwrap().id.to_string())),
            Err(error) => {
                assert_eq!(error.page_error(), Some(&PageError::Loop));
                return ids;
            }
        }
    }
}

//! Listings that lead round in a circle.

use atlassian_admin::api::accounts::GetUsers;
use atlassian_admin::paging::PageError;
use atlassian_admin::{ErrorKind, operation};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::server::{Answer, Server, ok};

/// Pages that first lead on and then round and round, each with one item, such as an event of this time.
fn circle(lead: usize, period: usize, time: fn(usize) -> String) -> impl Fn(&str) -> Answer + Send + Sync {
    move |head| {
        let cursor = head.split("cursor=").nth(1).and_then(|rest| rest.split(['&', ' ']).next());
        let here: usize = cursor.map_or(0, |cursor| cursor.parse().unwrap());
        let next = if here + 1 < lead + period { here + 1 } else { lead };
        // The log wants an identifier of its events, and the accounts one of theirs.
        let item = format!(
            r#"{{"id":"e{here}","account_id":"a{here}","attributes":{{"processedAt":"{}"}}}}"#,
            time(here)
        );
        ok(format!(r#"{{"data":[{item}],"links":{{"next":"?cursor={next}"}}}}"#))
    }
}

fn block_on<T>(case: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(case)
}

proptest! {
    // Sockets take their time.
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every circle is noticed after a few rounds at most; what was listed until then was handed out.
    #[test]
    fn a_circle_of_any_period_ends_the_walk(lead in 0_usize..150, period in 1_usize..150) {
        let (typed, untyped) = block_on(async {
            let server = Server::start(circle(lead, period, |_| String::new())).await;
            let mut typed = 0;
            let mut pages = server.client().pages(GetUsers::new("o-1"));
            let error = loop {
                match pages.next().await.unwrap() {
                    Ok(page) => typed += page.items.len(),
                    Err(error) => break error,
                }
            };
            assert_eq!((error.kind(), error.page_error()), (ErrorKind::Paging, Some(&PageError::Cycle)));

            let (mut untyped, arguments) = (0, Map::from_iter([("orgId".to_owned(), Value::from("o-1"))]));
            let mut pages = server.client().pages_untyped(operation("getUsers").unwrap(), arguments);
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

    /// A feed hands out each event once, and then says that the log goes in a circle.
    #[test]
    fn a_circle_of_any_period_ends_a_feed(lead in 0_usize..30, period in 1_usize..30) {
        let mut ids = block_on(copied(circle(lead, period, |_| "2026-05-19T10:00:00.000Z".to_owned())));
        prop_assert_eq!(ids.len(), lead + period);
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), lead + period, "none comes twice");
    }

    /// What was forgotten, or has no time to be remembered by, comes again; but not for ever.
    #[test]
    fn a_circle_of_events_that_are_not_remembered_ends_a_feed(lead in 0_usize..10, period in 1_usize..10) {
        let times: [fn(usize) -> String; 2] =
            [|_| String::new(), |here| format!("2026-05-{:02}T10:00:00.000Z", here + 1)];
        for time in times {
            let ids = block_on(copied(circle(lead, period, time)));
            prop_assert!(ids.len() >= lead + period);
        }
    }
}

/// What a feed hands out before it gives up.
async fn copied(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Vec<String> {
    let server = Server::start(answer).await;
    let mut feed = server.client().event_feed("o-1").drain().unwrap();
    let mut ids = Vec::new();
    loop {
        match feed.next().await.unwrap() {
            Ok(batch) => ids.extend(batch.events.iter().map(|event| event.decode().unwrap().id.to_string())),
            Err(error) => {
                assert_eq!(error.page_error(), Some(&PageError::Cycle));
                return ids;
            }
        }
        assert!(server.requests().len() < 3_000, "it goes round for ever");
    }
}

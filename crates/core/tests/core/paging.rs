//! Walks over listings: what they request, where they end, and what they return.

use crate::support::{ImmediateTime, Reply, Script, answer, builder, client, ok};
use atlassian_admin_core::api;
use atlassian_admin_core::page::PageError;
use atlassian_admin_core::paging::Position;
use atlassian_admin_core::{ErrorKind, Raw};
use futures_util::StreamExt;
use serde::Deserialize;

fn page(ids: &[&str], next: &str) -> Reply {
    let data: Vec<_> =
        ids.iter().map(|id| serde_json::json!({ "account_id": id, "name": format!("N {id}") })).collect();
    ok(serde_json::json!({ "data": data, "links": { "next": next } }).to_string())
}

/// The identifiers of a whole walk, in order, its last error, and its requests.
async fn walk(replies: Vec<Reply>) -> (Vec<String>, Option<ErrorKind>, Vec<String>) {
    let (client, script, _) = client(replies);
    let mut items = client.pages(api::accounts::List::new("o-1")).items();
    let (mut ids, mut error) = (Vec::new(), None);
    while let Some(item) = items.next().await {
        match item {
            Ok(account) => ids.push(account.account_id.to_string()),
            Err(failure) => error = Some(failure.kind()),
        }
    }
    (ids, error, script.lines())
}

const USERS: &str = "GET https://api.atlassian.com/admin/v1/orgs/o-1/users";

#[tokio::test]
async fn walk_requests_next_page_from_configured_host() {
    for next in [
        "https://api.atlassian.com/admin/v1/orgs/o-1/users?cursor=c%2F2%3D",
        "https://attacker.example/steal?cursor=c%2F2%3D",
        "/admin/v1/orgs/o-1/users?cursor=c%2F2%3D",
        "?cursor=c%2F2%3D",
        "c/2=",
    ] {
        let (ids, error, lines) = walk(vec![page(&["a"], next), page(&["b"], "")]).await;
        assert_eq!((ids, error), (vec!["a".into(), "b".into()], None), "{next}");
        assert_eq!(lines, [USERS.to_owned(), format!("{USERS}?cursor=c%2F2%3D")], "{next}");
    }
}

#[tokio::test]
async fn empty_page_does_not_end_listing() {
    let (ids, error, _) = walk(vec![page(&["a"], "2"), page(&[], "3"), page(&["b"], "")]).await;
    assert_eq!((ids, error), (vec!["a".into(), "b".into()], None));
}

#[tokio::test]
async fn empty_page_ends_event_stream() {
    let replies =
        [ok(r#"{"data":[{"id":"e"}],"meta":{"next":"2"}}"#), ok(r#"{"data":[],"meta":{"next":"3"}}"#)];
    let (client, script, _) = client(replies);
    let events: Vec<_> = client.pages(api::events::Poll::new("o-1")).items().collect().await;
    assert_eq!((events.len(), script.left()), (1, 0));
}

#[tokio::test]
async fn link_without_cursor_is_an_error() {
    let (ids, error, _) =
        walk(vec![page(&["a"], "https://api.atlassian.com/admin/v1/orgs/o-1/users?page=2")]).await;
    assert_eq!((ids, error), (vec!["a".into()], Some(ErrorKind::Paging)));
}

#[tokio::test]
async fn pagination_loop_is_an_error_after_its_pages() {
    for (nexts, seen) in [(vec!["A", "A"], 2), (vec!["A", "B", "A"], 3), (vec!["A", "B", "C", "B"], 4)] {
        let replies = nexts.iter().map(|next| page(&["x"], next)).collect();
        let (ids, error, _) = walk(replies).await;
        assert_eq!((ids.len(), error), (seen, Some(ErrorKind::Paging)), "{nexts:?}");
    }
    let (client, ..) = client(["A", "A"].map(|next| page(&["x"], next)));
    let mut pages = client.pages(api::accounts::List::new("o-1"));
    assert!(pages.next().await.unwrap().is_ok() && pages.next().await.unwrap().is_ok());
    for _ in 0..2 {
        assert_eq!(pages.next().await.unwrap().unwrap_err().page_error(), Some(&PageError::Loop));
    }
}

#[tokio::test]
async fn malformed_item_is_an_error_in_its_place() {
    let body = r#"{"data":[{"account_id":"a"},{"account_id":[7]},{"account_id":"c"}],"links":{"next":"2"}}"#;
    let (ids, error, _) = walk(vec![ok(body), page(&["d"], "")]).await;
    assert_eq!((ids, error), (vec!["a".into(), "c".into(), "d".into()], Some(ErrorKind::Decode)));

    let (client, ..) = client([ok(body.replace('2', ""))]);
    let items: Vec<_> = client.pages(api::accounts::List::new("o-1")).items().collect().await;
    let error = items[1].as_ref().unwrap_err();
    assert_eq!((error.item_json(), error.decode_path()), (Some(r#"{"account_id":[7]}"#), Some("account_id")));
    assert!(!format!("{error} {error:?}").contains('7'), "an item may contain personal data");

    let (client, ..) = crate::support::client([ok(body.replace('2', ""))]);
    let page = client.pages(api::accounts::List::new("o-1")).next().await.unwrap().unwrap();
    assert_eq!(page.items.len(), 2);
    assert_eq!(page.malformed[0].index, 1);
    assert_eq!(page.malformed[0].raw.json(), r#"{"account_id":[7]}"#);
    assert!(!format!("{page:?}").contains('7'), "a malformed item may contain personal data");
    assert_eq!(page.malformed[0].error.path(), "account_id");
}

#[tokio::test]
async fn item_without_its_identifier_is_an_error_in_its_place_and_the_walk_goes_on() {
    let nameless = r#"{"name":"no id","email":"b@example.com"}"#;
    let first =
        format!(r#"{{"data":[{{"accountId":"a"}},{nameless},{{"accountId":"c"}}],"links":{{"next":"2"}}}}"#);
    let replies = || [ok(first.clone()), ok(r#"{"data":[{"accountId":"d"}],"links":{}}"#)];

    let (organization, script, _) = client(replies());
    let directory = organization.organization("o-1").directory("d-1");
    let items: Vec<_> = directory.users().search().items().collect().await;
    let ids: Vec<_> =
        items.iter().map(|item| item.as_ref().ok().map(|user| user.account_id.as_str())).collect();
    assert_eq!(ids, [Some("a"), None, Some("c"), Some("d")]);
    let error = items[1].as_ref().unwrap_err();
    assert_eq!((error.kind(), error.item_json()), (ErrorKind::Decode, Some(nameless)));
    assert!(error.to_string().contains("`accountId` is missing"), "{error}");
    assert_eq!(script.lines().len(), 2);

    // An untyped walk has the item among the others.
    let (organization, ..) = client(replies());
    let serde_json::Value::Object(arguments) = serde_json::json!({ "orgId": "o-1", "directoryId": "d-1" })
    else {
        unreachable!()
    };
    let users = atlassian_admin_core::operation("users.search").unwrap();
    let page = organization.pages_untyped(users, arguments).next().await.unwrap().unwrap();
    assert_eq!(page.iter().map(|item| item.json()).collect::<Vec<_>>()[1], nameless);
}

#[tokio::test]
async fn items_decode_as_raw_or_type_of_caller() {
    #[derive(Deserialize)]
    struct Narrow {
        name: String,
    }
    let (client, ..) = client([page(&["a"], ""), page(&["a"], "")]);
    let raw = client.pages(api::accounts::List::new("o-1")).raw().items().next().await.unwrap().unwrap();
    assert_eq!(raw.json(), r#"{"account_id":"a","name":"N a"}"#);
    assert_eq!(raw.decode().unwrap().account_id.as_str(), "a");
    let narrow =
        client.pages(api::accounts::List::new("o-1")).of::<Narrow>().items().next().await.unwrap().unwrap();
    assert_eq!(narrow.name, "N a");
}

#[tokio::test]
async fn walk_resumes_at_stored_position() {
    let (first, ..) = client([page(&["a"], "c/2"), page(&["b"], "")]);
    let mut pages = first.pages(api::accounts::List::new("o-1"));
    assert_eq!(pages.position(), &Position::Start);
    pages.next().await.unwrap().unwrap();
    let stored = serde_json::to_string(pages.position()).unwrap();
    assert_eq!(stored, r#"{"at":"c/2"}"#);

    let (second, script, _) = client([page(&["b"], "")]);
    let mut pages =
        second.pages(api::accounts::List::new("o-1")).resume(serde_json::from_str(&stored).unwrap());
    assert_eq!(pages.next().await.unwrap().unwrap().items[0].account_id.as_str(), "b");
    assert!(pages.next().await.is_none());
    assert_eq!(pages.position(), &Position::End);
    assert_eq!(script.lines(), [format!("{USERS}?cursor=c%2F2")]);
}

#[tokio::test]
async fn position_of_items_is_start_of_current_page() {
    let (client, ..) = client([page(&["a", "b"], "2"), page(&["c", "d"], "")]);
    let mut items = client.pages(api::accounts::List::new("o-1")).items();
    let mut positions = Vec::new();
    while let Some(item) = items.next().await {
        positions.push((item.unwrap().account_id.to_string(), items.position().clone()));
    }
    let at = Position::At("2".into());
    assert_eq!(
        positions,
        [
            ("a".into(), Position::Start),
            ("b".into(), Position::Start),
            ("c".into(), at.clone()),
            ("d".into(), at)
        ]
    );
    assert_eq!(items.position(), &Position::End);
}

#[tokio::test]
async fn walk_requests_same_page_after_error() {
    let (client, script, _) = client([page(&["a"], "2"), answer(403, ""), page(&["b"], "")]);
    let mut pages = client.pages(api::accounts::List::new("o-1"));
    pages.next().await.unwrap().unwrap();
    assert_eq!(pages.next().await.unwrap().unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(pages.next().await.unwrap().unwrap().items[0].account_id.as_str(), "b");
    assert_eq!(script.lines()[1..], [format!("{USERS}?cursor=2"), format!("{USERS}?cursor=2")]);
}

#[tokio::test]
async fn dropped_walk_has_requested_at_most_one_more_page() {
    for (read_ahead, asked) in [(true, 2), (false, 1)] {
        let script = Script::new((2..10).map(|next| page(&["a"], &next.to_string())));
        let client = builder(&script, &ImmediateTime::default()).build().unwrap();
        let mut pages = client.pages(api::accounts::List::new("o-1")).read_ahead(read_ahead);
        pages.next().await.unwrap().unwrap();
        drop(pages);
        for _ in 0..10 {
            tokio::task::yield_now().await;
        }
        assert_eq!(script.lines().len(), asked);
    }
}

/// Otherwise, a caller that computes without awaiting would prevent the request from being sent.
#[tokio::test]
async fn next_page_is_requested_before_current_one_is_returned() {
    let (client, script, _) = client([page(&["a"], "2"), page(&["b"], "")]);
    let mut pages = client.pages(api::accounts::List::new("o-1"));
    pages.next().await.unwrap().unwrap();
    assert_eq!(script.lines(), [USERS.to_owned(), format!("{USERS}?cursor=2")]);
}

#[test]
fn walks_and_calls_can_be_spawned_and_stored() {
    fn is_owned_and_send<T: Send + 'static>(_: T) {}
    let (client, ..) = client([]);
    is_owned_and_send(client.pages(api::accounts::List::new("o-1")).items());
    is_owned_and_send(client.pages(api::accounts::List::new("o-1")).of::<Raw<()>>().into_stream());
    is_owned_and_send(client.organization("o-1").event_feed().stream().unwrap().into_stream());
    fn can_be_shared<T: Sync>(_: &T) {}
    can_be_shared(&client.pages(api::accounts::List::new("o-1")));
    can_be_shared(&client.organization("o-1").event_feed().stream().unwrap());
    is_owned_and_send(async move { client.send(&api::accounts::List::new("o-1")).await });
}

/// Calls `next` until it is ready, and cancels each call at its first wait, as `select!` does.
async fn with_cancellations<T>(mut next: impl AsyncFnMut() -> T) -> T {
    loop {
        tokio::select! {
            biased;
            result = next() => return result,
            () = tokio::task::yield_now() => {}
        }
    }
}

#[tokio::test]
async fn cancelled_next_loses_nothing() {
    let (accounts, script, _) = client([page(&["a"], "2"), page(&["b"], "3"), page(&["c"], "")]);
    let mut pages = accounts.pages(api::accounts::List::new("o-1"));
    tokio::select! {
        biased;
        _ = pages.next() => panic!("`next` yields before it returns"),
        () = std::future::ready(()) => {}
    }
    assert_eq!(pages.position(), &Position::Start, "the position is that of returned pages");
    let mut ids = Vec::new();
    while let Some(page) = with_cancellations(async || pages.next().await).await {
        ids.extend(page.unwrap().items.into_iter().map(|account| account.account_id.to_string()));
    }
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(script.lines().len(), 3, "no page is requested twice");

    let event =
        |id: &str, next: &str| ok(format!(r#"{{"data":[{{"id":"{id}"}}],"meta":{{"next":"{next}"}}}}"#));
    let (events, ..) = client([event("a", "2"), event("b", "3"), ok(r#"{"data":[]}"#)]);
    let mut feed = events.organization("o-1").event_feed().page_size(1).stream().unwrap();
    let before = feed.checkpoint().clone();
    tokio::select! {
        biased;
        _ = feed.next() => panic!("`next` yields before it returns"),
        () = std::future::ready(()) => {}
    }
    assert_eq!(feed.checkpoint(), &before, "the position is that of returned pages");
    let mut ids = Vec::new();
    while let Some(batch) = with_cancellations(async || feed.next().await).await {
        ids.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
    }
    assert_eq!(ids, ["a", "b"]);
}

#[tokio::test]
async fn walk_error_persists_when_its_type_changes() {
    let (client, ..) = client([page(&["a"], "https://api.atlassian.com/no-cursor")]);
    let mut pages = client.pages(api::accounts::List::new("o-1"));
    pages.next().await.unwrap().unwrap();
    let error = pages.raw().next().await.unwrap().unwrap_err();
    assert_eq!(error.page_error(), Some(&PageError::NoCursor));
}

#[tokio::test]
async fn stream_stays_ended_when_it_is_polled_after_its_end() {
    let (accounts, ..) = client([page(&["a"], ""), page(&["b"], ""), answer(403, "")]);
    let call = || accounts.pages(api::accounts::List::new("o-1"));
    let mut pages = Box::pin(call().into_stream());
    assert_eq!(pages.next().await.unwrap().unwrap().items.len(), 1);
    let mut items = call().items();
    assert_eq!(items.next().await.unwrap().unwrap().account_id.as_str(), "b");
    let mut failed = Box::pin(call().into_stream());
    assert_eq!(failed.next().await.unwrap().unwrap_err().kind(), ErrorKind::Forbidden);
    for _ in 0..2 {
        assert!(pages.next().await.is_none());
        assert!(items.next().await.is_none());
        assert!(failed.next().await.is_none(), "an error ends a stream");
    }
}

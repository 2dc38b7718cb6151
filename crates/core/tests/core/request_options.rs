//! The options of one request: time-outs, retry policy, headers.

use std::time::Duration;

use atlassian_admin_core::ErrorKind;
use atlassian_admin_core::operation;
use atlassian_admin_core::policy::{NeverRetry, RetryPolicy, SafeRetry, Timeouts};
use serde_json::Map;

use crate::support::{ImmediateTime, Reply, Script, answer_with, builder, client, ok};

const ORG: &str = r#"{"data":{"id":"o-1"}}"#;
const FIRST_PAGE: &str = r#"{"data":[{"id":"o-1"}],"links":{"next":"c2"}}"#;
const LAST_PAGE: &str = r#"{"data":[{"id":"o-2"}],"links":{}}"#;

/// The value of a header in each request so far.
fn values(script: &Script, name: &str) -> Vec<Option<String>> {
    let value = |headers: Vec<(String, String)>| headers.into_iter().find(|(it, _)| it == name);
    script.seen().into_iter().map(|seen| value(seen.headers).map(|(_, value)| value)).collect()
}

#[tokio::test]
async fn timeouts_hold_for_one_request() {
    let (script, time) = (Script::new([Reply::Hang, Reply::Hang]), ImmediateTime::default());
    let client = builder(&script, &time).retry(NeverRetry).build().unwrap();
    let hasty = Timeouts { attempt: Some(Duration::from_secs(7)), total: None };
    let get = || client.organization("o-1").get();
    assert_eq!(get().with_timeouts(hasty).await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(get().await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(time.sleeps(), [7_000, 60_000]);
}

#[tokio::test]
async fn retry_policy_holds_for_one_request() {
    let (client, script, _) = client([Reply::Lost, Reply::Lost, Reply::Lost, ok(ORG)]);
    let get = || client.organization("o-1").get();
    let error = get().with_retry(SafeRetry.with_attempt_limit(2)).send().await.unwrap_err();
    assert_eq!((error.attempts(), script.left()), (2, 2));
    assert_eq!(get().send().await.unwrap().id, "o-1");
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn header_is_in_each_page_of_a_walk_and_in_no_other_request() {
    let script = Script::new([
        ok(FIRST_PAGE),
        ok(LAST_PAGE),
        ok(FIRST_PAGE),
        ok(LAST_PAGE),
        ok(FIRST_PAGE),
        ok(LAST_PAGE),
        ok(LAST_PAGE),
    ]);
    let builder = builder(&script, &ImmediateTime::default()).header("x-tenant", "client");
    let client = builder.build().unwrap();
    let list = || client.orgs().list().with_header("x-run", "7").with_header("X-Tenant", "request");
    assert_eq!(list().all().await.unwrap().len(), 2);
    let (mut items, mut pages) = (list().items(), list().pages());
    while let Some(item) = items.next().await {
        item.unwrap();
    }
    while let Some(page) = pages.next().await {
        page.unwrap();
    }
    assert_eq!(client.orgs().list().send().await.unwrap().data.len(), 1);

    let of_requests = |value: &str| vec![Some(value.to_owned()); 6];
    assert_eq!(values(&script, "x-run"), [of_requests("7"), vec![None]].concat());
    assert_eq!(
        values(&script, "x-tenant"),
        [of_requests("request"), vec![Some("client".to_owned())]].concat()
    );
}

#[tokio::test]
async fn header_of_the_client_itself_fails_request_before_it_is_sent() {
    let (client, script, _) = client([]);
    let own = "the client writes it itself; leave it out";
    for (name, value, problem) in [
        ("Authorization", "canary", format!("header authorization: {own}")),
        ("host", "canary", format!("header host: {own}")),
        (
            "x-a",
            "canary\n",
            "header x-a: its value has characters that no header has; use visible ASCII characters".into(),
        ),
        ("x a", "b", "header: its name has other characters than a-z, 0-9 and `-`; correct it".into()),
    ] {
        let list = || client.orgs().list().with_header(name, value).with_header("x-b", "c");
        let errors = [
            list().await.unwrap_err(),
            list().all().await.unwrap_err(),
            list().items().next().await.unwrap().unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::InvalidArgument);
            assert_eq!(error.to_string(), format!("orgs.list: an argument cannot be sent: {problem}"));
        }
    }
    assert_eq!(script.lines(), [""; 0]);
}

#[tokio::test]
async fn request_with_options_shares_rate_limits() {
    let refused = answer_with(429, &[("retry-after", "4")], "");
    let (client, _, time) = client([refused, ok(LAST_PAGE)]);
    let error = client.orgs().list().with_retry(NeverRetry).with_header("x-a", "b").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 1));
    assert_eq!(time.sleeps(), [0_u128; 0]);
    client.orgs().list().await.unwrap();
    assert_eq!(time.sleeps(), [4_000], "the first request closed the limit for the second one");
}

#[tokio::test]
async fn options_hold_for_calls_by_name() {
    let (client, script, _) = client([Reply::Lost]);
    let client = client.with_retry(NeverRetry).with_header("x-run", "7");
    let error = client.send_untyped(operation("orgs.list").unwrap(), Map::new()).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert_eq!(values(&script, "x-run"), [Some("7".to_owned())]);
}

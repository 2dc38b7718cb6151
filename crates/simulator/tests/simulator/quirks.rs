//! Each quirk, on the wire.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{EpochMillis, Event, Timestamp};
use atlassian_admin_core::url::percent_encode;
use atlassian_admin_simulator::{Quirk, Scenario};
use serde_json::{Value, json};

use crate::{Fixture, with_cursor};

fn with(quirk: Quirk) -> Fixture {
    Fixture::new(|builder| builder.quirk(quirk).rate_limits(false))
}

fn text<'a>(body: &'a Value, pointer: &str) -> Option<&'a str> {
    body.pointer(pointer).and_then(Value::as_str)
}

#[tokio::test]
async fn next_link_has_the_form_of_the_quirk() {
    let plain = Fixture::new(|builder| builder);
    let url = plain.get("/users").await.json();
    let url = text(&url, "/links/next").unwrap();
    let (path, cursor) =
        url.strip_prefix("https://api.atlassian.com").unwrap().split_once("?cursor=").unwrap();
    assert_eq!(path, plain.path("/users"));
    let cursor = atlassian_admin_core::url::percent_decode(cursor).unwrap();
    assert_eq!(plain.get(&with_cursor("/users", &cursor)).await.status, 200);
    let relative = format!("{path}?cursor={}", percent_encode(&cursor));
    for (quirk, link, meta) in [
        (Quirk::BareCursor, Some(cursor.clone()), None),
        (Quirk::RelativeNext, Some(relative.clone()), None),
        (Quirk::ForeignNext, Some(format!("https://elsewhere.example{relative}")), None),
        (Quirk::MetaNextOnly, None, Some(cursor.clone())),
    ] {
        let body = with(quirk).get("/users").await.json();
        assert_eq!(text(&body, "/links/next"), link.as_deref(), "{quirk}");
        assert_eq!(text(&body, "/meta/next"), meta.as_deref(), "{quirk}");
    }
}

#[tokio::test]
async fn stream_ends_without_a_cursor_with_quirk() {
    let fixture = Fixture::new(|builder| builder.quirk(Quirk::NullNextAtEnd).events(3).rate_limits(false));
    let first = fixture.get("/events-stream?limit=2").await;
    let last = fixture.get(&with_cursor("/events-stream", &first.next().unwrap())).await;
    assert_eq!(last.ids().len(), 1);
    let meta = |first: Value, count: u64| {
        json!({ "attributes": null, "next": null, "prev": null, "current": null, "page_size": 200,
            "start_index": first.clone(), "end_index": if count == 0 { Value::Null } else { count.into() }, "total": count })
    };
    assert_eq!(last.json()["meta"], meta(json!(1), 1));
    assert_eq!(last.json()["links"], json!({}));
    let whole = fixture.get("/events-stream?limit=3").await;
    let empty = fixture.get(&with_cursor("/events-stream", &whole.next().unwrap())).await;
    assert_eq!(empty.json(), json!({ "data": [], "links": {}, "meta": meta(Value::Null, 0) }));
}

/// The values at a pointer below each item of `data`.
fn all<'a>(body: &'a Value, pointer: &str) -> Vec<&'a Value> {
    body["data"].as_array().unwrap().iter().filter_map(|item| item.pointer(pointer)).collect()
}

#[tokio::test]
async fn events_have_undocumented_auth_type_only_with_quirk() {
    let pointer = "/attributes/actor/auth/authType";
    let documented =
        ["container-token", "api-token", "connect-token", "auth-token-for-2LO", "auth-token-for-3LO"];
    let body = Fixture::new(|builder| builder).get("/events-stream?limit=500").await.json();
    assert_eq!(all(&body, pointer).len(), 500);
    assert!(all(&body, pointer).iter().all(|kind| documented.contains(&kind.as_str().unwrap())));
    let body = with(Quirk::SessionAuth).get("/events-stream?limit=500").await.json();
    assert!(all(&body, pointer).contains(&&json!("session")));
}

#[tokio::test]
async fn policies_have_empty_rule_only_with_quirk() {
    let rules = async |fixture: Fixture| {
        let body = fixture.get("/policies").await.json();
        all(&body, "/attributes/rule").into_iter().cloned().collect::<Vec<_>>()
    };
    let documented = rules(Fixture::new(|builder| builder)).await;
    assert_eq!(documented.len(), 2);
    assert!(documented.iter().all(|rule| rule["in"].is_array()));
    assert!(rules(with(Quirk::EmptyRule)).await.contains(&json!({})));
}

#[tokio::test]
async fn listings_have_date_of_deactivation_only_with_quirk() {
    for (fixture, listed) in
        [(Fixture::new(|builder| builder), false), (with(Quirk::ListedDeactivation), true)]
    {
        let users = format!("/admin/v2/orgs/{}/directories/-/users", fixture.simulator.org_id());
        let listing = format!("{users}?limit=100&accountStatus=inactive");
        let body = fixture.send(fixture.request(&listing)).await.json();
        assert!(!all(&body, "/accountId").is_empty());
        assert_eq!(all(&body, "/deactivatedOn").is_empty(), !listed);
        let single = format!("{users}/{}", body["data"][0]["accountId"].as_str().unwrap());
        let body = fixture.send(fixture.request(&single)).await.json();
        assert!(body["data"]["deactivatedOn"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn page_size_is_wrong_with_quirk() {
    let body = with(Quirk::PageSizeLies).get("/events-stream?limit=2").await.json();
    assert_eq!((&body["meta"]["page_size"], &body["meta"]["total"]), (&json!(200), &json!(2)));
}

#[tokio::test]
async fn listings_are_empty_without_domains_or_with_scoped_key() {
    let fixture = with(Quirk::NoClaimedDomains);
    fixture.simulator.arrange(&Scenario::new().user("new@example.com")).unwrap();
    for resource in ["/users", "/domains"] {
        let answer = fixture.get(resource).await;
        assert_eq!((answer.status, &answer.json()["data"]), (200, &json!([])), "{resource}");
    }
    assert_eq!(fixture.get("/events").await.ids().len(), 30);
    let scoped = with(Quirk::ScopedKey);
    assert_eq!(scoped.send(scoped.request("/admin/v1/orgs")).await.json()["data"], json!([]));
    assert_eq!(scoped.get("").await.status, 200);
}

#[tokio::test]
async fn refusal_has_the_form_of_the_quirk() {
    let fixture = with(Quirk::UnroutableOrg);
    let answer = fixture.send(fixture.request("/admin/v1/orgs/x/users")).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.json()["status"], 404);
    assert_eq!(answer.json()["path"], "/api/admin/v1/orgs/x/users");
    assert_eq!(answer.json()["message"], "TCS validation failed");
    let html = with(Quirk::HtmlNotFound);
    let answer = html.send(html.request("/admin/v1/teams")).await;
    assert_eq!((answer.status, answer.header("content-type")), (404, Some("text/html;charset=UTF-8")));
    assert!(answer.text.starts_with("<!DOCTYPE html>"));
    let expired = with(Quirk::ExpiredKey).get("/users").await;
    assert_eq!((expired.status, expired.json()), (401, json!({ "code": 401, "message": "Unauthorized" })));
}

#[tokio::test]
async fn rate_limit_is_reported_in_the_form_of_the_quirk() {
    for (quirk, reset) in
        [(Quirk::ResetWithSeconds, "2026-01-02T00:01:00Z"), (Quirk::ResetAsEpoch, "1767312060")]
    {
        let fixture = Fixture::new(|builder| builder.quirk(quirk));
        assert_eq!(fixture.get("/events").await.header("x-ratelimit-reset"), Some(reset), "{quirk}");
    }
    let fixture = Fixture::new(|builder| builder.quirk(Quirk::LimitEnvelope));
    for _ in 0..10 {
        fixture.get("/event-actions").await;
    }
    assert_eq!(fixture.get("/event-actions").await.refusal(), (429, "ADMIN-429-1".into()));
}

#[tokio::test]
async fn stream_filters_by_event_time_with_quirk() {
    let fixture = with(Quirk::FilterByEventTime);
    let all: Vec<Event> = (0..10_000)
        .map(|index| serde_json::from_str(&fixture.simulator.event_json(index)).unwrap())
        .collect();
    let millis = |time: &Option<Timestamp>| time.as_ref().unwrap().millis().unwrap();
    let attributes = |index: usize| all[index].attributes.as_ref().unwrap();
    let time = |index| millis(&attributes(index).time);
    let processed_at = |index| millis(&attributes(index).processed_at);
    let (from, to) = (time(5_000), time(5_100));
    let call = api::events::Poll::new(fixture.simulator.org_id())
        .from(EpochMillis(from))
        .to(EpochMillis(to))
        .limit(500);
    let polled: Vec<_> =
        fixture.client.send(&call).await.unwrap().data.into_iter().map(|event| event.id).collect();
    let matching = (0..all.len()).filter(|index| (from..=to).contains(&time(*index)));
    let expected: Vec<_> = matching.map(|index| all[index].id.clone()).collect();
    let by_processing = (0..all.len()).filter(|index| (from..=to).contains(&processed_at(*index))).count();
    assert_eq!(polled, expected);
    assert_ne!(polled.len(), by_processing, "the sample shows no difference");
}

#[tokio::test]
async fn filter_has_the_meaning_of_the_quirk() {
    let question = "/events?action=user_login,user_logout&product=jira,confluence";
    let split = Fixture::new(|builder| builder).get("/events?product=jira,confluence").await.ids().len();
    assert_eq!(split, 30);
    assert_eq!(with(Quirk::RepeatedListKeysOnly).get("/events?product=jira,confluence").await.ids().len(), 0);
    assert_eq!(
        with(Quirk::RepeatedListKeysOnly).get("/events?product=jira&product=confluence").await.ids().len(),
        30
    );
    assert_eq!(Fixture::new(|builder| builder).get(question).await.ids().len(), 0, "an action is one value");
    let nothing = "/events?q=no-event-has-this-word";
    assert_eq!(Fixture::new(|builder| builder).get(nothing).await.ids().len(), 0);
    assert_eq!(with(Quirk::IgnoredFilters).get(nothing).await.ids().len(), 30);
}

#[tokio::test]
async fn organization_works_when_its_id_is_not_a_uuid() {
    let fixture = with(Quirk::NonUuidOrg);
    assert!(fixture.simulator.org_id().as_str().contains("jjk7"));
    assert_eq!(fixture.get("/users").await.status, 200);
}

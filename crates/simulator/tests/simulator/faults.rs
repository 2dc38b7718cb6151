//! Each fault, as the client or the wire sees it.

use atlassian_admin_core::api;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use atlassian_admin_core::backend::{BodyLimit, BodyTooLarge};
use atlassian_admin_core::{ErrorKind, HttpBackend};
use atlassian_admin_simulator::Fault;
use http::Method;
use serde_json::json;

use crate::{Fixture, with_cursor};

fn with(faults: &[&str]) -> Fixture {
    let faults: Vec<_> = faults.iter().map(|fault| fault.parse().unwrap()).collect();
    Fixture::new(|builder| builder.faults(faults).events(1_000).rate_limits(false))
}

#[tokio::test]
async fn refusals_ask_for_the_wait_that_the_fault_gives() {
    for (fault, retry_after, reset) in [
        ("429", None, None),
        ("429:retry-after=7", Some("7"), None),
        ("429:retry-after=http-date", Some("Fri, 02 Jan 2026 00:00:05 GMT"), None),
        ("429:retry-after=iso", None, Some("2026-01-02T00:01Z")),
        ("503", None, None),
        ("503:retry-after=7", Some("7"), None),
    ] {
        let answer = with(&[fault]).get("/events").await;
        let status: u16 = fault[..3].parse().unwrap();
        assert_eq!((answer.status, &answer.json()["code"]), (status, &json!(status)), "{fault}");
        assert_eq!(answer.header("retry-after"), retry_after, "{fault}");
        assert_eq!(answer.header("x-ratelimit-reset"), reset, "{fault}");
    }
}

#[tokio::test]
async fn headers_omit_times_that_they_cannot_hold() {
    let seconds = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    let day_before = UNIX_EPOCH - Duration::from_secs(86_400);
    let times: [(SystemTime, Option<&str>, Option<&str>); 4] = [
        (day_before, None, None),
        (UNIX_EPOCH, Some("Thu, 01 Jan 1970 00:00:00 GMT"), Some("Thu, 01 Jan 1970 00:00:05 GMT")),
        (seconds(253_402_300_799), Some("Fri, 31 Dec 9999 23:59:59 GMT"), None),
        (seconds(253_402_300_800), None, None),
    ];
    for (now, date, retry_after) in times {
        let fault = "429:retry-after=http-date,operation=getEvents".parse().unwrap();
        let fixture = Fixture::new(|builder| builder.now(now).events(3).fault(fault).rate_limits(false));
        let (answer, refusal) = (fixture.get("/users").await, fixture.get("/events").await);
        assert_eq!((answer.status, answer.header("date")), (200, date));
        assert_eq!((refusal.status, refusal.header("retry-after")), (429, retry_after));
    }
}

#[tokio::test]
async fn status_fault_ends_after_its_times() {
    for status in [400, 401, 403, 404, 409, 410, 500, 502, 503, 504] {
        let fault = Fault::status(status).times(2).on::<api::accounts::List>();
        let fixture = Fixture::new(|builder| builder.fault(fault));
        assert_eq!(fixture.get("/domains").await.status, 200);
        assert_eq!(fixture.get("/users").await.status, status);
        assert_eq!(fixture.get("/users").await.status, status);
        assert_eq!(fixture.get("/users").await.status, 200);
    }
}

#[tokio::test]
async fn reset_fault_breaks_the_connection() {
    for fault in ["reset", "reset-body"] {
        let fixture = with(&[&format!("{fault}:times=1")]);
        let error = fixture.simulator.execute(fixture.request(&fixture.path("/users"))).await.unwrap_err();
        assert!(!error.before_send, "{fault}");
        assert_eq!(fixture.get("/users").await.status, 200);
        let status = if fault == "reset" { None } else { Some(200) };
        assert_eq!(fixture.simulator.requests().unwrap()[0].status, status);
    }
}

#[tokio::test]
async fn lost_response_leaves_the_write_made() {
    for (fault, kind, requests) in [
        ("lost:times=1", ErrorKind::OutcomeUnknown, vec![None]),
        ("lost:as=hang,times=1", ErrorKind::OutcomeUnknown, vec![None]),
        ("lost:as=502,times=1", ErrorKind::OutcomeUnknown, vec![Some(502)]),
        ("reset:times=1", ErrorKind::OutcomeUnknown, vec![None]),
    ] {
        let fixture = with(&[fault]);
        let directory = fixture.simulator.directory_id().to_owned();
        let call = api::groups::Create::new(fixture.simulator.org_id(), directory, "Pilots");
        assert_eq!(fixture.client.send(&call).await.unwrap_err().kind(), kind, "{fault}");
        let statuses: Vec<_> =
            fixture.simulator.requests().unwrap().iter().map(|request| request.status).collect();
        assert_eq!(statuses, requests, "{fault}");
        let done: Vec<_> = fixture.simulator.changes().into_iter().map(|change| change.action).collect();
        let expected: &[&str] = if fault.starts_with("lost") { &["group_created"] } else { &[] };
        assert_eq!(done, expected, "{fault}");
    }
}

#[tokio::test]
async fn client_retries_after_transient_faults() {
    let fixture = with(&["429:retry-after=2,times=1", "503:times=1", "reset:times=1", "reset-body:times=1"]);
    let page = fixture.client.send(&api::accounts::List::new(fixture.simulator.org_id())).await.unwrap();
    assert_eq!(page.data.len(), 100);
    assert_eq!(fixture.simulator.requests().unwrap().len(), 5);
    assert!(fixture.elapsed() >= Duration::from_secs(2));
}

#[tokio::test]
async fn faults_corrupt_successful_responses() {
    let fixture = with(&["truncated-json:times=1", "wrong-type:times=1", "html:times=1"]);
    let truncated = fixture.get("/users").await;
    assert_eq!(truncated.status, 200);
    assert!(truncated.text.starts_with(r#"{"data":[{"#));
    assert!(serde_json::from_str::<serde_json::Value>(&truncated.text).is_err());
    let wrong = fixture.get("/users").await;
    assert_eq!((wrong.status, wrong.json()), (200, json!({ "message": "ok" })));
    let html = fixture.get("/users").await;
    assert_eq!((html.status, html.header("content-type")), (200, Some("text/html;charset=UTF-8")));
    assert_eq!(fixture.get("/users").await.ids_of_accounts(), 100);
}

#[tokio::test]
async fn delay_takes_virtual_time_and_hang_times_out() {
    let fixture = with(&["delay:ms=1500,times=2", "hang:skip=1,times=1"]);
    fixture.get("/users").await;
    assert_eq!(fixture.elapsed(), Duration::from_millis(1_500));
    let page = fixture.client.send(&api::accounts::List::new(fixture.simulator.org_id())).await.unwrap();
    assert_eq!(page.data.len(), 100);
    let statuses: Vec<_> =
        fixture.simulator.requests().unwrap().iter().map(|request| request.status).collect();
    assert_eq!(statuses, [Some(200), None, Some(200)]);
}

#[tokio::test]
async fn dripping_body_takes_the_time_of_its_pieces() {
    let fixture = with(&["drip:ms=100,times=1", "delay:ms=7,times=1", "reset-body:skip=1"]);
    assert_eq!(fixture.get("/users").await.ids_of_accounts(), 100);
    assert_eq!(fixture.elapsed(), Duration::from_millis(1_507));
    let applied: Vec<_> = fixture.simulator.faults().into_iter().map(|(_, times)| times).collect();
    assert_eq!(applied, [1, 1, 0]);
}

#[tokio::test]
async fn on_request_is_called_before_each_response() {
    let fixture = Fixture::new(|builder| {
        builder.on_request(|simulator, number| {
            simulator.set_faults(if number == 2 { vec!["503".parse().unwrap()] } else { Vec::new() });
            simulator.advance(Duration::from_secs(number));
        })
    });
    let start = fixture.simulator.now();
    for status in [200, 503, 200] {
        assert_eq!(fixture.get("/users").await.status, status);
    }
    assert_eq!(fixture.simulator.now().duration_since(start).unwrap(), Duration::from_secs(6));
}

#[tokio::test]
async fn cursor_faults_repeat_and_expire_cursors() {
    let fixture = with(&["repeated-cursor:times=1", "expired-cursor:times=1"]);
    let cursor = fixture.get("/events-stream").await.next().unwrap();
    let page = with_cursor("/events-stream", &cursor);
    let repeated = fixture.get(&page).await;
    assert_eq!((repeated.status, repeated.next().as_ref()), (200, Some(&cursor)));
    assert_eq!(fixture.get(&page).await.refusal(), (400, "ADMIN-400-1".into()));
    let whole = fixture.get(&page).await;
    assert_eq!(whole.ids(), repeated.ids());
    assert_ne!(whole.next(), Some(cursor));
    let broken = with(&["repeated-cursor"]);
    let mut pages = broken.client.pages(api::accounts::List::new(broken.simulator.org_id()));
    let mut last = None;
    while let Some(page) = pages.next().await {
        last = Some(page);
        if last.as_ref().is_some_and(Result::is_err) {
            break;
        }
    }
    assert_eq!(last.unwrap().unwrap_err().kind(), ErrorKind::Paging);
}

#[tokio::test]
async fn duplicate_fault_repeats_last_event_on_next_page() {
    for resource in ["/events-stream?limit=3", "/events-stream?limit=3&sortOrder=desc", "/events?limit=3"] {
        let fixture = with(&["duplicate:skip=0"]);
        let first = fixture.get(resource).await;
        let page = resource.split_once('?').unwrap().0;
        let second = fixture.get(&with_cursor(page, &first.next().unwrap())).await;
        assert_eq!((first.ids().len(), second.ids().len()), (3, 4), "{resource}");
        assert_eq!(second.ids()[0], first.ids()[2], "{resource}");
    }
    let fixture = with(&["duplicate"]);
    let whole = fixture.get("/events-stream?limit=500").await.next().unwrap();
    let rest = fixture.get(&format!("{}&limit=500", with_cursor("/events-stream", &whole))).await;
    assert_eq!(rest.ids().len(), 501);
    let end = fixture.get(&with_cursor("/events-stream", &rest.next().unwrap())).await;
    assert_eq!(end.ids().len(), 0, "the end stays the end");
}

#[tokio::test]
async fn late_fault_inserts_events_behind_the_cursor() {
    let fault = "late:every=5,by=90".parse().unwrap();
    let fixture =
        Fixture::new(|builder| builder.events(10).events_per_minute(60.0).fault(fault).rate_limits(false));
    fixture.advance(11);
    let truth = |fixture: &Fixture| -> Vec<_> {
        fixture.simulator.visible_event_ids().map(|id| id.to_string()).collect()
    };
    let first = fixture.get("/events-stream").await;
    assert_eq!(first.ids(), truth(&fixture));
    fixture.advance(100);
    let second = fixture.get(&with_cursor("/events-stream", &first.next().unwrap())).await;
    let mut walked = first.ids();
    walked.extend(second.ids());
    let missed: Vec<_> = truth(&fixture).into_iter().filter(|id| !walked.contains(id)).collect();
    assert_eq!(missed.len(), 3, "the 10th, 15th and 20th: processed before the first page, visible after it");
    let again = fixture.client.send(&api::events::Poll::new(fixture.simulator.org_id())).await.unwrap();
    let again: Vec<_> = again.data.iter().map(|event| event.id.to_string()).collect();
    assert_eq!(again, truth(&fixture), "a second read finds them");
    let late = fixture.get(&format!("/events/{}", missed[0])).await;
    assert_eq!(late.status, 200);
}

#[tokio::test]
async fn control_request_replaces_faults() {
    let fixture = with(&["500"]);
    let control = |method: Method, body: &'static str| {
        let mut request = http::Request::new(body.into());
        *request.method_mut() = method;
        *request.uri_mut() = "/_simulator/faults".parse().unwrap();
        request
    };
    assert_eq!(fixture.get("/users").await.status, 500);
    assert_eq!(fixture.send(control(Method::PUT, r#"["503:times=1"]"#)).await.status, 204);
    assert_eq!(fixture.get("/users").await.status, 503);
    assert_eq!(fixture.get("/users").await.status, 200);
    let refused = fixture.send(control(Method::PUT, r#"["teapot"]"#)).await;
    assert_eq!(refused.status, 400);
    assert!(refused.json()["message"].as_str().unwrap().starts_with("unknown fault \"teapot\""));
    assert_eq!(fixture.send(control(Method::PUT, "{}")).await.status, 400);
    assert_eq!(fixture.send(control(Method::GET, "")).await.status, 405);
    assert_eq!(fixture.simulator.requests().unwrap().len(), 3, "control is not part of the API");
}

#[tokio::test]
async fn execute_refuses_body_over_the_limit() {
    let fixture = with(&[]);
    let mut request = fixture.request(&fixture.path("/users"));
    request.extensions_mut().insert(BodyLimit(1_000));
    let error = fixture.simulator.execute(request).await.unwrap_err();
    assert_eq!(error.source.downcast_ref(), Some(&BodyTooLarge { limit: 1_000 }));
}

impl crate::Answer {
    fn ids_of_accounts(&self) -> usize {
        self.json()["data"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|account| account["account_id"].is_string())
            .count()
    }
}

//! What an observer learns of calls.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use atlassian_admin_core::observe::{Observer, RequestEvent, RequestEventKind};
use atlassian_admin_core::policy::{NeverRetry, Timeouts, Unlimited};
use atlassian_admin_core::{Client, ErrorKind, OrganizationKey, api};
use futures_util::FutureExt;

use crate::support::{ImmediateTime, Reply, Script, answer, answer_with, builder, ok};

const ORG: &str = r#"{"data":{"id":"o-1"}}"#;

/// The events so far: the call, and the event as text without its operation.
#[derive(Debug, Clone, Default)]
struct Events(Arc<Mutex<Vec<(u64, String)>>>);

impl Observer for Events {
    fn on_event(&self, event: &RequestEvent<'_>) {
        assert_eq!(event.operation.id, "getOrgById");
        let attempt = event.attempt;
        let text = match event.kind {
            RequestEventKind::Sent => format!("{attempt} sent"),
            RequestEventKind::Answered { status, duration, remaining, trace_id, .. } => {
                format!("{attempt} answered {} {duration:?} {remaining:?} {trace_id:?}", status.as_u16())
            }
            RequestEventKind::Failed { reason, duration, .. } => {
                format!("{attempt} failed: {reason} {duration:?}")
            }
            RequestEventKind::Waiting { wait, reason, .. } => format!("{attempt} waiting {wait:?}: {reason}"),
            RequestEventKind::Finished { result, duration, .. } => {
                format!("{attempt} finished: {result:?} {duration:?}")
            }
            _ => unreachable!("{event:?}"),
        };
        self.0.lock().unwrap().push((event.call, text));
    }
}

impl Events {
    /// Takes the events so far.
    fn take(&self) -> Vec<(u64, String)> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    /// Takes the events of one call.
    fn texts(&self) -> Vec<String> {
        let events = self.take();
        assert!(events.iter().all(|(call, _)| *call == events[0].0), "one call: {events:?}");
        events.into_iter().map(|(_, text)| text).collect()
    }
}

fn observed(replies: impl IntoIterator<Item = Reply>) -> (Client, Events) {
    let events = Events::default();
    let timeouts = Timeouts { attempt: Some(Duration::from_secs(7)), total: Some(Duration::from_secs(60)) };
    let builder = builder(&Script::new(replies), &ImmediateTime::default()).timeouts(timeouts);
    (builder.observer(events.clone()).build().unwrap(), events)
}

async fn get(client: &Client) -> Result<(), ErrorKind> {
    client.send(&api::orgs::Get::new("o-1")).await.map(drop).map_err(|error| error.kind())
}

#[tokio::test]
async fn observer_sees_each_attempt_with_its_reason_and_the_waits_between() {
    let (client, events) = observed([
        answer_with(503, &[("x-ratelimit-remaining", "7"), ("atl-traceid", "abc")], ""),
        Reply::Refused,
        Reply::Lost,
        Reply::Hang,
        ok(ORG),
    ]);
    get(&client).await.unwrap();
    assert_eq!(
        events.texts(),
        [
            "1 sent",
            "1 answered 503 0ns Some(7) Some(\"abc\")",
            "2 waiting 250ms: HTTP 503",
            "2 sent",
            "2 failed: not sent 0ns",
            "3 waiting 500ms: not sent",
            "3 sent",
            "3 failed: connection lost 0ns",
            "4 waiting 1s: connection lost",
            "4 sent",
            "4 failed: timed out 7s",
            "5 waiting 2s: timed out",
            "5 sent",
            "5 answered 200 0ns None None",
            "5 finished: Succeeded 10.75s",
        ]
    );
}

#[tokio::test]
async fn observer_sees_why_a_call_fails() {
    for (reply, failed, kind) in [
        (answer(404, ""), None, "NotFound"),
        (ok("{}"), Some("1 failed: unusable response 0ns"), "Decode"),
        (ok("{\"data\":"), Some("1 failed: connection lost 0ns"), "Decode"),
        (ok("<html>"), Some("1 failed: unusable response 0ns"), "Decode"),
    ] {
        let (script, events) = (Script::new([reply]), Events::default());
        let builder = builder(&script, &ImmediateTime::default()).retry(NeverRetry);
        get(&builder.observer(events.clone()).build().unwrap()).await.unwrap_err();
        let texts = events.texts();
        assert_eq!(texts.iter().map(String::as_str).find(|text| text.contains("failed:")), failed);
        assert_eq!(texts.last().unwrap(), &format!("1 finished: Failed({kind}) 0ns"));
    }
}

#[tokio::test]
async fn observer_sees_waits_for_the_rate_limit_and_calls_that_have_no_time_for_it() {
    let (client, events) = observed([answer_with(429, &[("retry-after", "40")], ""), ok(ORG)]);
    get(&client).await.unwrap();
    assert_eq!(
        events.texts()[1..],
        [
            "1 answered 429 0ns None None",
            "2 waiting 40s: HTTP 429",
            "2 sent",
            "2 answered 200 0ns None None",
            "2 finished: Succeeded 40s",
        ]
    );
    let (client, events) = observed([answer_with(429, &[("retry-after", "61")], "")]);
    assert_eq!(get(&client).await, Err(ErrorKind::RateLimited));
    events.take();
    assert_eq!(get(&client).await, Err(ErrorKind::RateLimited));
    assert_eq!(events.texts(), ["0 finished: Failed(RateLimited) 0ns"]);
}

#[tokio::test]
async fn observer_sees_that_there_was_no_key() {
    let events = Events::default();
    let key = OrganizationKey::provided_by(|| async { Err::<String, _>("gone") });
    let builder = atlassian_admin_core::ClientBuilder::new(Script::new([]), ImmediateTime::default(), key);
    let client = builder.observer(events.clone()).build().unwrap();
    get(&client).await.unwrap_err();
    assert_eq!(events.texts(), ["1 failed: no key 0ns", "1 finished: Failed(KeyUnavailable) 0ns"]);
}

#[tokio::test]
async fn call_that_is_dropped_is_cancelled() {
    let events = Events::default();
    let time = ImmediateTime::default();
    let unlimited = Timeouts { attempt: None, total: None };
    let builder = builder(&Script::new([Reply::Hang]), &time).timeouts(unlimited).rate_limiter(Unlimited);
    let client = builder.observer(events.clone()).build().unwrap();
    assert!(get(&client).now_or_never().is_none());
    assert_eq!(events.texts(), ["1 sent", "1 finished: Cancelled 0ns"]);
}

#[tokio::test]
async fn each_call_has_a_number_of_its_own_and_a_preview_has_none() {
    let (client, events) = observed([ok(ORG), ok(ORG)]);
    get(&client).await.unwrap();
    get(&client.clone()).await.unwrap();
    let operation = atlassian_admin_core::operation("orgs.get").unwrap();
    client.preview(operation, [("orgId".to_owned(), "o-1".into())].into_iter().collect()).unwrap();
    let calls: Vec<_> = events.take().into_iter().map(|(call, _)| call).collect();
    assert_eq!(calls.len(), 6);
    assert!(
        calls[..3].iter().all(|call| *call == calls[0]) && calls[3..].iter().all(|call| *call == calls[3])
    );
    assert_ne!(calls[0], calls[3]);
}

#[tokio::test]
async fn trace_that_repeats_the_key_or_is_not_an_identifier_is_not_shown() {
    let (client, events) = observed([
        answer_with(404, &[("atl-traceid", "canary-key")], ""),
        answer_with(404, &[("atl-traceid", "ann@example.com")], ""),
    ]);
    for _ in 0..2 {
        get(&client).await.unwrap_err();
        assert_eq!(events.texts()[1], "1 answered 404 0ns None None");
    }
}

//! Keys of a provider, which the client asks for each request.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::support::canary::assert_clean;
use crate::support::{ImmediateTime, Reply, Script, answer, answer_with, ok};
use atlassian_admin_core::api;
use atlassian_admin_core::auth::Secret;
use atlassian_admin_core::policy::Timeouts;
use atlassian_admin_core::{Client, ClientBuilder, ErrorKind, OrganizationKey};

const ORG: &str = r#"{"data":{"id":"o-1"}}"#;

fn client(script: &Script, key: OrganizationKey) -> Client {
    ClientBuilder::new(script.clone(), ImmediateTime::default(), key).build().unwrap()
}

/// Returns one key after the other: `canary-key-1`, `canary-key-2`.
fn counting() -> OrganizationKey {
    let count = Arc::new(AtomicU32::new(0));
    OrganizationKey::provided_by(move || {
        let number = count.fetch_add(1, Ordering::Relaxed) + 1;
        async move { Ok::<_, std::io::Error>(format!(" canary-key-{number}\n")) }
    })
}

#[tokio::test]
async fn provider_is_asked_for_each_attempt() {
    let script = Script::new([Reply::Refused, answer_with(429, &[("retry-after", "1")], ""), ok(ORG)]);
    client(&script, counting()).send(&api::orgs::Get::new("o-1")).await.unwrap();
    let sent = script.seen().into_iter().flat_map(|seen| seen.headers);
    let keys: Vec<_> = sent.filter(|(name, _)| name == "authorization").map(|(_, key)| key).collect();
    assert_eq!(keys, ["Bearer canary-key-1", "Bearer canary-key-2", "Bearer canary-key-3"]);
}

#[tokio::test]
async fn error_does_not_repeat_a_provided_key() {
    let said = r#"{"errors":[{"code":"canary-key-1","detail":"canary-key-1"}]}"#;
    let script = Script::new([answer_with(400, &[("atl-traceid", "canary-key-1")], said)]);
    let error = client(&script, counting()).send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_clean(&format!("{error} {error:?} {:?} {:?}", error.headers(), error.body()), "an error");
    assert_eq!(error.detail(), Some("(the key)"));
}

#[tokio::test]
async fn failed_provider_fails_the_call_without_its_texts() {
    let key = OrganizationKey::provided_by(|| async { Err::<Secret, _>("canary-key is stale") });
    let script = Script::new([]);
    let error = client(&script, key).send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::KeyUnavailable, 1));
    assert_eq!(
        error.to_string(),
        "orgs.get: the request has no key: the key provider failed; check where the key provider gets the key"
    );
    let source = error.source().unwrap();
    assert_clean(&format!("{error:?} {source} {source:?}"), "a failed provider");
    assert_eq!(error.key_provider_error().unwrap().to_string(), "canary-key is stale");
    assert_eq!(script.lines(), [""; 0], "nothing was sent");
}

#[tokio::test]
async fn provided_text_that_cannot_be_a_key_is_refused() {
    let key = OrganizationKey::provided_by(|| async { Ok::<_, std::io::Error>("'canary-key'") });
    let error = client(&Script::new([]), key).send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::KeyUnavailable);
    let source = error.source().unwrap().to_string();
    assert_eq!(source, "this is not a valid organization API key: it is in quotes: remove them");
    assert!(error.key_provider_error().is_none());
    assert_clean(&format!("{error} {error:?}"), "a text that is not a key");
}

#[tokio::test]
async fn attempt_times_out_when_provider_does_not_return() {
    let key = OrganizationKey::provided_by(std::future::pending::<Result<String, std::io::Error>>);
    let time = ImmediateTime::default();
    let timeouts = Timeouts { attempt: Some(Duration::from_secs(7)), ..Timeouts::default() };
    let builder = ClientBuilder::new(Script::new([]), time.clone(), key).timeouts(timeouts);
    let error = builder.build().unwrap().send(&api::orgs::Get::new("o-1")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::KeyUnavailable);
    assert!(error.to_string().contains("the key provider did not return in time"), "{error}");
    assert_eq!(time.sleeps(), [7_000]);
}

#[tokio::test]
async fn failed_provider_leaves_a_write_unknown_that_may_have_been_made() {
    let count = AtomicU32::new(0);
    let key = OrganizationKey::provided_by(move || {
        let is_first = count.fetch_add(1, Ordering::Relaxed) == 0;
        async move { if is_first { Ok("canary-key") } else { Err("gone") } }
    });
    let script = Script::new([answer(503, "")]);
    let delete = api::groups::Delete::new("o-1", "d-1", "g-1");
    let error = client(&script, key).send(&delete).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown);
}

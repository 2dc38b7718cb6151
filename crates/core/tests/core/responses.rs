//! A request before it is sent, and its result with the head of the response.

use atlassian_admin_core::policy::NeverRetry;
use atlassian_admin_core::{Client, ErrorKind, WithResponse};

use crate::support::canary::assert_clean;
use crate::support::{ImmediateTime, Reply, Script, answer, answer_with, builder, client};

const ORG: &str = r#"{"data":{"id":"o-1"}}"#;

fn headers<T>(response: &WithResponse<T>) -> Vec<(&str, &str)> {
    let mut headers: Vec<_> =
        response.headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
    headers.sort_unstable();
    headers
}

#[tokio::test]
async fn response_is_that_of_the_last_attempt() {
    let failed = answer_with(503, &[("atl-traceid", "trace-1"), ("x-first", "a")], "");
    let answered = answer_with(200, &[("atl-traceid", "trace-2"), ("x-second", "b")], ORG);
    let (client, script, _) = client([failed, answered]);
    let response = client.organization("o 1").get().with_response().await.unwrap();
    assert_eq!((response.value.id.as_str(), response.status.as_u16()), ("o-1", 200));
    assert_eq!(headers(&response), [("atl-traceid", "trace-2"), ("x-second", "b")]);
    assert_eq!(response.url, "https://api.atlassian.com/admin/v1/orgs/o%201");
    assert_eq!(response.trace_id(), Some("trace-2"));
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn response_of_a_partial_success_has_its_status() {
    let (client, ..) = client([answer(206, r#"{"data":[]}"#)]);
    let response = client.orgs().list().with_response().await.unwrap();
    assert_eq!((response.status.as_u16(), response.trace_id()), (206, None));
}

#[tokio::test]
async fn response_has_no_headers_if_one_repeats_the_key() {
    let echo = answer_with(200, &[("x-echo", "Bearer canary-key"), ("atl-traceid", "trace-1")], ORG);
    let (client, ..) = client([echo]);
    let response = client.organization("o-1").get().with_response().await.unwrap();
    assert_eq!(headers(&response), []);
    assert_clean(&format!("{response:?}"), "a response");
}

#[tokio::test]
async fn with_response_fails_as_send_does() {
    let (client, ..) = client([answer_with(404, &[("atl-traceid", "trace-1")], "")]);
    let error = client.organization("o-1").get().with_response().await.unwrap_err();
    assert_eq!((error.kind(), error.trace_id()), (ErrorKind::NotFound, Some("trace-1")));
    let error = client.organization("").get().with_response().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
}

#[tokio::test]
async fn preview_is_the_request_without_its_key() {
    let (client, script, _) = client([Reply::Refused]);
    let create = client.organization("o-1").directory("d-1").groups().create("auditors");
    let create = create.with_header("x-run", "7").with_retry(NeverRetry);
    let preview = create.preview().unwrap();
    assert_eq!(script.lines(), [""; 0]);
    create.send().await.unwrap_err();

    let [sent] = <[_; 1]>::try_from(script.seen()).unwrap();
    assert_eq!(sent.line, "POST https://api.atlassian.com/admin/v2/orgs/o-1/directories/d-1/groups");
    assert_eq!(format!("{} {}", preview.method(), preview.uri()), sent.line);
    assert_eq!(sent.body, br#"{"name":"auditors"}"#);
    assert_eq!(preview.body(), sent.body.as_slice());
    let mut headers: Vec<_> = preview
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .chain([("authorization".to_owned(), "Bearer canary-key".to_owned())])
        .collect();
    headers.sort();
    assert_eq!(headers, sent.headers);
    assert_clean(&format!("{preview:?}"), "a preview");
}

#[test]
fn preview_of_a_write_is_made_by_a_read_only_client() {
    let client: Client = builder(&Script::new([]), &ImmediateTime::default()).read_only().build().unwrap();
    let groups = client.organization("o-1").directory("d-1").groups();
    assert_eq!(groups.create("auditors").preview().unwrap().method(), "POST");
}

#[test]
fn preview_of_a_wrong_argument_fails() {
    let (client, ..) = client([]);
    let error = client.organization("..").get().preview().unwrap_err();
    assert_eq!(
        error.to_string(),
        "orgs.get: an argument cannot be sent: orgId: must not be empty, \".\" or \"..\""
    );
}

//! Raw requests: what they send, what they refuse, and which facts they have.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use atlassian_admin_core::auth::DirectoryKey;
use atlassian_admin_core::http::Method;
use atlassian_admin_core::observe::{Observer, RequestEvent};
use atlassian_admin_core::policy::{NeverRetry, RetryPolicy, SafeRetry, Timeouts};
use atlassian_admin_core::{Client, ClientBuilder, Error, ErrorKind};
use serde_json::{Value, json};

use crate::support::canary::{EMAIL, assert_clean};
use crate::support::{ImmediateTime, Reply, Script, answer, answer_with, builder, client, ok};

const PATH: &str = "/admin/v2/orgs/{orgId}/new-things";

fn refusal(error: &Error) -> (ErrorKind, String) {
    (error.kind(), error.to_string())
}

#[tokio::test]
async fn request_has_path_query_body_and_headers() {
    let (script, time) = (Script::new([ok(r#"{"id":7}"#)]), ImmediateTime::default());
    let client = builder(&script, &time).base_url("https://gateway.example/api").build().unwrap();
    let request = client
        .request(Method::POST, "/admin/v2/orgs/{orgId}/new-things/{id}")
        .arg("orgId", " o/1\n")
        .arg("id", 7)
        .query("limit", 5)
        .query("name", "a&b")
        .query("name", "")
        .body(json!({ "dryRun": true }))
        .with_header("x-run", "7");
    let preview = request.preview().unwrap();
    assert_eq!(script.lines(), [""; 0]);
    assert_eq!(request.await.unwrap(), json!({ "id": 7 }));

    let [sent] = <[_; 1]>::try_from(script.seen()).unwrap();
    assert_eq!(
        sent.line,
        "POST https://gateway.example/api/admin/v2/orgs/o%2F1/new-things/7?limit=5&name=a%26b&name="
    );
    assert_eq!(sent.body, br#"{"dryRun":true}"#);
    let expected = [
        ("accept", "application/json"),
        ("authorization", "Bearer canary-key"),
        ("content-type", "application/json"),
        ("user-agent", concat!("atlassian-admin-rs/", env!("CARGO_PKG_VERSION"))),
        ("x-run", "7"),
    ];
    assert_eq!(sent.headers, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(format!("{} {}", preview.method(), preview.uri()), sent.line);
    assert_eq!(preview.body(), sent.body.as_slice());
    assert_clean(&format!("{preview:?}"), "a preview");
}

#[tokio::test]
async fn response_is_json_or_null() {
    let thing = answer_with(203, &[("atl-traceid", "trace-1")], r#"{"n":1.50}"#);
    let (client, script, _) = client([ok(" \n"), answer(204, ""), ok(""), thing]);
    for method in [Method::GET, Method::DELETE, Method::HEAD] {
        assert_eq!(client.request(method, "/admin/v2/new-things").send().await.unwrap(), Value::Null);
    }
    let response = client.request(Method::GET, "/admin/v2/new-things").with_response().await.unwrap();
    assert_eq!((response.status.as_u16(), response.trace_id()), (203, Some("trace-1")));
    assert_eq!(response.url, "https://api.atlassian.com/admin/v2/new-things");
    assert_eq!(response.value, json!({ "n": 1.5 }));
    assert_eq!(
        script.lines(),
        ["GET", "DELETE", "HEAD", "GET"]
            .map(|method| format!("{method} https://api.atlassian.com/admin/v2/new-things"))
    );
}

#[tokio::test]
async fn body_that_is_not_json_is_an_error() {
    let (client, ..) = client([ok("<html>sign in</html>")]);
    let error = client.request(Method::GET, PATH).arg("orgId", "o").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.is_web_page());
}

/// The number of attempts, and the kind of the error, if there is one.
async fn attempts(method: Method, is_idempotent: bool, first: Reply) -> (usize, Option<ErrorKind>) {
    let (client, script, _) = client([first, ok("{}")]);
    let request = client.request(method, PATH).arg("orgId", "o");
    let request = if is_idempotent { request.idempotent() } else { request };
    let result = request.await;
    (script.seen().len(), result.err().map(|error| error.kind()))
}

#[tokio::test]
async fn only_reads_and_declared_writes_are_repeated_after_lost_response() {
    for method in [Method::GET, Method::HEAD] {
        assert_eq!(attempts(method.clone(), false, Reply::Lost).await, (2, None), "{method}");
        assert_eq!(attempts(method.clone(), false, answer(503, "")).await, (2, None), "{method}");
    }
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let unknown = (1, Some(ErrorKind::OutcomeUnknown));
        assert_eq!(attempts(method.clone(), false, Reply::Lost).await, unknown, "{method}");
        assert_eq!(attempts(method.clone(), false, answer(503, "")).await, unknown, "{method}");
        assert_eq!(attempts(method.clone(), false, Reply::Refused).await, (2, None), "{method}");
        assert_eq!(attempts(method.clone(), false, answer(429, "")).await, (2, None), "{method}");
        assert_eq!(attempts(method.clone(), true, Reply::Lost).await, (2, None), "{method}");
        assert_eq!(attempts(method.clone(), true, answer(503, "")).await, (2, None), "{method}");
    }
}

#[tokio::test]
async fn options_hold_for_one_request() {
    let (client, script, time) = client([Reply::Lost, Reply::Lost, Reply::Lost, Reply::Hang, ok("{}")]);
    let get = || client.request(Method::GET, PATH).arg("orgId", "o");
    let error = get().with_retry(SafeRetry.with_attempt_limit(2)).await.unwrap_err();
    assert_eq!((error.attempts(), script.left()), (2, 3));
    assert_eq!(get().with_retry(NeverRetry).await.unwrap_err().attempts(), 1);
    let hasty = Timeouts { attempt: Some(Duration::from_secs(7)), total: None };
    let slept = time.sleeps().len();
    assert_eq!(
        get().with_timeouts(hasty).with_retry(NeverRetry).await.unwrap_err().kind(),
        ErrorKind::Timeout
    );
    assert_eq!(time.sleeps()[slept..], [7_000]);
    assert_eq!(get().await.unwrap(), json!({}));
}

#[tokio::test]
async fn refusals_limit_raw_requests_of_the_same_organization() {
    let refused = answer_with(429, &[("retry-after", "4")], "");
    let (client, _, time) = client([refused, ok("{}"), ok("{}")]);
    let get = |path: &'static str, org| client.request(Method::GET, path).arg("orgId", org);
    get(PATH, "o-1").with_retry(NeverRetry).await.unwrap_err();
    get(PATH, "o-2").await.unwrap();
    assert_eq!(time.sleeps(), [0_u128; 0]);
    get("/admin/v2/orgs/{orgId}/other-things", "o-1").await.unwrap();
    assert_eq!(time.sleeps(), [4_000]);
}

#[tokio::test]
async fn wrong_requests_are_refused_before_sending() {
    let (client, script, _) = client([]);
    let title = "GET /admin/v2/orgs/{orgId}/new-things: an argument cannot be sent: ";
    let get = || client.request(Method::GET, PATH);
    for (request, text) in [
        (get(), format!("{title}orgId: must be given")),
        (get().arg("orgId", ""), format!("{title}orgId: is empty")),
        (get().arg("orgId", ".."), format!("{title}orgId: must not be empty, \".\" or \"..\"")),
        (
            get().arg("orgId", "o").arg("thingId", EMAIL),
            format!("{title}thingId: has no place in the path: write it there as `{{name}}`"),
        ),
        (
            get().arg("orgId", "o").body(json!({})),
            format!("{title}body: GET and HEAD have none: leave it out"),
        ),
        (
            get().arg("orgId", "o").query("q", "x".repeat(70_000)),
            format!("{title}q: is too long: a URL has less than 65,535 bytes"),
        ),
        (
            get().arg("orgId", "o").with_header("authorization", "canary"),
            format!("{title}header authorization: the client writes it itself; leave it out"),
        ),
        (
            client.request(Method::OPTIONS, "/admin/v2/new-things"),
            "raw.request: an argument cannot be sent: method: must be GET, HEAD, POST, PUT, PATCH or DELETE"
                .into(),
        ),
        (
            client.request(Method::GET, format!("https://attacker.example/{EMAIL}")),
            "raw.request: an argument cannot be sent: path: must begin with `/`: the client adds the base URL"
                .into(),
        ),
        (
            client.request(Method::GET, "/admin/../users"),
            "raw.request: an argument cannot be sent: \
             path: must not have a segment that is empty, \".\" or \"..\""
                .into(),
        ),
        (
            client.request(Method::GET, format!("/users/{EMAIL}")),
            "raw.request: an argument cannot be sent: path: has a character that belongs into no path: \
             give values with `arg`, and a query with `query`"
                .into(),
        ),
    ] {
        let expected = (ErrorKind::InvalidArgument, text);
        assert_eq!(refusal(&request.preview().unwrap_err()), expected);
        assert_eq!(refusal(&request.with_response().await.unwrap_err()), expected);
        let error = request.await.unwrap_err();
        assert_eq!(refusal(&error), expected);
        assert_clean(&format!("{error} {error:?}"), "an error");
    }
    assert_eq!(script.lines(), [""; 0]);
}

#[tokio::test]
async fn read_only_client_sends_get_and_head_alone() {
    let script = Script::new([ok("{}"), ok("")]);
    let client: Client = builder(&script, &ImmediateTime::default()).read_only().build().unwrap();
    let request = |method| client.request(method, PATH).arg("orgId", "o");
    for method in [Method::GET, Method::HEAD] {
        request(method).await.unwrap();
    }
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        assert!(request(method.clone()).preview().is_ok());
        assert_eq!(
            refusal(&request(method.clone()).idempotent().await.unwrap_err()),
            (
                ErrorKind::ReadOnly,
                format!(
                    "{method} {PATH}: the client is read-only, and this operation writes; \
                     make the change with a client that is not read-only"
                )
            )
        );
    }
    assert_eq!(script.seen().len(), 2);
}

#[tokio::test]
async fn error_names_method_and_template_without_arguments() {
    let body = r#"{"message":"canary-key is not for canary@example.com"}"#;
    let (client, ..) = client([answer_with(404, &[("atl-traceid", "trace-1")], body)]);
    let request = client.request(Method::GET, PATH).arg("orgId", EMAIL).query("q", EMAIL);
    let error = request.await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /admin/v2/orgs/{orgId}/new-things: not found (HTTP 404); trace trace-1"
    );
    assert_eq!((error.path(), error.operation().dotted()), (PATH, "raw.request".to_owned()));
    assert_clean(&format!("{error} {error:?}"), "an error");
    assert!(!String::from_utf8_lossy(error.body()).contains("canary-key"));
}

/// The name and the template of an event.
type Name = (String, Option<String>);

#[derive(Debug, Clone, Default)]
struct Names(Arc<Mutex<Vec<Name>>>);

impl Observer for Names {
    fn on_event(&self, event: &RequestEvent<'_>) {
        self.0.lock().unwrap().push((event.name(), event.template.map(str::to_owned)));
    }
}

#[tokio::test]
async fn events_name_raw_request_by_template() {
    let (script, names) = (Script::new([ok("{}"), ok(r#"{"data":[]}"#)]), Names::default());
    let builder = builder(&script, &ImmediateTime::default()).observer(names.clone());
    let client = builder.build().unwrap();
    client.request(Method::PUT, PATH).arg("orgId", EMAIL).await.unwrap();
    client.orgs().list().await.unwrap();
    let raw = || (format!("PUT {PATH}"), Some(PATH.to_owned()));
    let listed = || ("orgs.list".to_owned(), None);
    let expected = [raw(), raw(), raw(), listed(), listed(), listed()];
    assert_eq!(*names.0.lock().unwrap(), expected, "each is sent, answered and finished");
}

#[tokio::test]
async fn request_of_a_listed_operation_counts_as_it() {
    let search = "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/search";
    let script = Script::new([Reply::Lost, ok("{}"), answer(404, "")]);
    let client: Client = builder(&script, &ImmediateTime::default()).read_only().build().unwrap();
    let request = || client.request(Method::POST, search).arg("orgId", "o").arg("directoryId", "d");
    assert_eq!(request().body(json!({})).await.unwrap(), json!({}), "a search is a read and is repeated");
    let error = request().await.unwrap_err();
    assert_eq!(error.to_string(), "users.search: not found (HTTP 404)");
    assert_eq!(error.path(), search);
}

#[tokio::test]
async fn listed_operation_of_another_kind_of_key_is_refused() {
    let script = Script::new([]);
    let key = DirectoryKey::new("canary-key").unwrap();
    let client = ClientBuilder::new(script.clone(), ImmediateTime::default(), key).build().unwrap();
    let error = client.request(Method::GET, "/admin/v1/orgs").await.unwrap_err();
    assert_eq!(
        refusal(&error),
        (
            ErrorKind::InvalidArgument,
            "orgs.list: an argument cannot be sent: \
             key: getOrgs takes the organization API key, and this client has the directory (SCIM) key"
                .to_owned()
        )
    );
    assert_eq!(script.lines(), [""; 0]);
}

#[tokio::test]
async fn request_can_be_spawned() {
    let (client, ..) = client([ok("1")]);
    let request = client.request(Method::GET, "/admin/v2/new-things");
    assert_eq!(tokio::spawn(request.into_future()).await.unwrap().unwrap(), json!(1));
}

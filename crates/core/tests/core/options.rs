//! The options of a client: headers, and clients that only read.

use atlassian_admin_core::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin_core::backend::{TransportError, backend_fn};
use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::policy::{NeverRetry, Unlimited};
use atlassian_admin_core::{BuildError, Client, ClientBuilder, ErrorKind, OPERATIONS, api};

use crate::support::addressed::arguments;
use crate::support::canary::assert_clean;
use crate::support::{ImmediateTime, Reply, Script, builder, ok};

const ORG: &str = r#"{"data":{"id":"o-1"}}"#;

/// Returns the error of a client with this header.
fn refused(name: &str, value: &str) -> BuildError {
    let builder = builder(&Script::new([]), &ImmediateTime::default()).header(name, value);
    assert_clean(&format!("{builder:?}"), "a builder");
    builder.build().unwrap_err()
}

#[tokio::test]
async fn headers_of_user_are_in_each_request_and_in_no_debug_print() {
    let (script, time) = (Script::new([ok(ORG), ok(ORG)]), ImmediateTime::default());
    let builder = builder(&script, &time)
        .header("X-Gateway-Token", "canary")
        .header("x-tenant", "one")
        .header("x-tenant", "two")
        .user_agent("canary-report/1.2");
    assert_clean(&format!("{builder:?} {builder:#?}"), "a builder");
    let client = builder.build().unwrap();
    assert_clean(&format!("{client:?}"), "a client");
    for _ in 0..2 {
        client.send(&api::orgs::Get::new("o-1")).await.unwrap();
    }
    for seen in script.seen() {
        let expected = [
            ("accept", "application/json"),
            ("authorization", "Bearer canary-key"),
            ("user-agent", "canary-report/1.2"),
            ("x-gateway-token", "canary"),
            ("x-tenant", "two"),
        ];
        assert_eq!(seen.headers, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}

#[test]
fn headers_of_the_client_itself_are_refused() {
    for name in [
        "authorization",
        "Authorization",
        "proxy-authorization",
        "host",
        "content-length",
        "content-type",
        "transfer-encoding",
        "connection",
        "accept",
        "accept-encoding",
        "user-agent",
    ] {
        let name = &name.to_owned();
        assert_eq!(
            refused(name, "canary").to_string(),
            format!(
                "the header `{}` cannot be set: the client writes it itself; leave it out",
                name.to_lowercase()
            )
        );
    }
}

#[test]
fn header_that_cannot_be_sent_is_refused_without_its_value() {
    let value = "its value has characters that no header has; use visible ASCII characters";
    for (name, text, problem) in [
        ("x-a", "canary\n", format!("the header `x-a` cannot be set: {value}")),
        ("x-a", "canary\u{7f}", format!("the header `x-a` cannot be set: {value}")),
        (
            "canary key: x",
            "canary",
            "the header cannot be set: its name has other characters than a-z, 0-9 and `-`; correct it"
                .into(),
        ),
    ] {
        let error = refused(name, text);
        assert_eq!(error.to_string(), problem);
        assert_clean(&format!("{error} {error:?}"), "a build error");
    }
    let agent = builder(&Script::new([]), &ImmediateTime::default()).user_agent("canary\r\n");
    let error = agent.build().unwrap_err();
    assert_eq!(error.to_string(), format!("the header `user-agent` cannot be set: {value}"));
    assert_clean(&format!("{error:?}"), "a build error");
}

#[test]
fn first_of_several_header_errors_is_reported() {
    let builder = builder(&Script::new([]), &ImmediateTime::default());
    let error = builder.header("host", "a").header("x-a", "\n").user_agent("b").build().unwrap_err();
    assert!(error.to_string().contains("`host`"), "{error}");
}

#[test]
fn build_error_covers_key_url_header_and_backend() {
    fn client(key: &str, url: &str) -> Result<Client, BuildError> {
        let backend = backend_fn(|_| async { Err(TransportError::before_send("unreachable")) });
        ClientBuilder::new(backend, ImmediateTime::default(), OrganizationKey::new(key)?)
            .base_url(url)
            .build()
    }
    let url = "https://api.atlassian.com";
    assert!(client("a-key", url).is_ok());
    for (key, url, text) in [
        (
            "",
            url,
            "this is not a valid organization API key: it is empty; copy the key again from where it was made",
        ),
        (
            "a-key",
            "ftp://api.atlassian.com",
            "the base URL cannot be used: its scheme is not https; give one such as https://api.atlassian.com",
        ),
    ] {
        assert_eq!(client(key, url).unwrap_err().to_string(), text);
    }
}

/// Sends every operation of this kind of key, and returns those that were sent.
async fn sent_by_read_only_client<K: CredentialKind>() -> Vec<&'static str> {
    let mut sent = Vec::new();
    for operation in OPERATIONS.iter().filter(|operation| operation.auth == K::KIND) {
        let script = Script::new([Reply::Refused]);
        let builder = ClientBuilder::new(script.clone(), ImmediateTime::default(), K::new("k").unwrap());
        let client = builder.retry(NeverRetry).rate_limiter(Unlimited).read_only().build().unwrap();
        let error = client.clone().send_untyped(operation, arguments(operation)).await.unwrap_err();
        let was_sent = script.left() == 0;
        let expected = if was_sent { ErrorKind::Connection } else { ErrorKind::ReadOnly };
        assert_eq!(error.kind(), expected, "{}", operation.id);
        assert!(client.preview(operation, arguments(operation)).is_ok(), "{}", operation.id);
        if was_sent {
            sent.push(operation.id);
        }
    }
    sent
}

#[tokio::test]
async fn read_only_client_sends_reads_and_nothing_else() {
    let mut sent = sent_by_read_only_client::<OrganizationKey>().await;
    sent.extend(sent_by_read_only_client::<DirectoryKey>().await);
    let reads = |kind: KeyKind| {
        let of_kind = move |operation: &&Operation| operation.auth == kind && operation.reads;
        OPERATIONS.iter().filter(of_kind).map(|operation| operation.id)
    };
    let expected: Vec<_> = reads(KeyKind::Organization).chain(reads(KeyKind::Directory)).collect();
    assert_eq!(sent, expected);
    assert!(sent.contains(&"searchDirectoryUsers"), "a search is a read");
    assert!(sent.len() > 30 && sent.len() < OPERATIONS.len() - 30, "{} reads", sent.len());
}

#[tokio::test]
async fn read_only_error_names_the_remedy() {
    let client = builder(&Script::new([]), &ImmediateTime::default()).read_only().build().unwrap();
    let error = client.send(&api::groups::Create::new("o", "d", "n")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "groups.create: the client is read-only, and this operation writes; \
         make the change with a client that is not read-only"
    );
    assert_eq!(error.attempts(), 0);
}

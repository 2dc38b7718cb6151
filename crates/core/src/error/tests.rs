//! The errors of each failure.

use crate::api;
use std::error::Error as _;

use super::*;
use crate::auth::redact::redact;
use crate::backend::BodyTooLarge;
use crate::operation::Endpoint;

const READ: &Operation = &api::orgs::Get::OPERATION;
const CHANGE: &Operation = &api::groups::Create::OPERATION;

/// The error of a response.
fn refused(operation: &'static Operation, status: u16, body: &str) -> Error {
    let status = StatusCode::from_u16(status).unwrap();
    Error::status(operation, status, HeaderMap::new(), body.as_bytes(), Json::SERDE)
}

/// The error of a response with this code, in the format of the organization API.
fn coded(operation: &'static Operation, status: u16, code: &str) -> Error {
    refused(operation, status, &format!(r#"{{"errors":[{{"code":"{code}"}}]}}"#))
}

#[test]
fn status_determines_kind_and_gateway_error_leaves_write_unknown() {
    use ErrorKind::*;
    for (status, read, change) in [
        (300, Redirect, Redirect),
        (399, Redirect, Redirect),
        (400, BadRequest, BadRequest),
        (401, Unauthorized, Unauthorized),
        (402, PaymentRequired, PaymentRequired),
        (403, Forbidden, Forbidden),
        (404, NotFound, NotFound),
        (408, Timeout, OutcomeUnknown),
        (409, Conflict, Conflict),
        (410, NotFound, NotFound),
        (422, BadRequest, BadRequest),
        (429, RateLimited, RateLimited),
        (499, BadRequest, BadRequest),
        (500, Server, OutcomeUnknown),
        (599, Server, OutcomeUnknown),
    ] {
        assert_eq!(refused(READ, status, "").kind(), read, "{status}");
        assert_eq!(refused(CHANGE, status, "").kind(), change, "{status}");
    }
}

#[test]
fn lost_response_makes_outcome_of_write_unknown() {
    use ErrorKind::*;
    let large = BodyTooLarge { limit: 7 };
    let not_sent = |operation| Error::transport(operation, TransportError::before_send("refused"));
    assert_eq!([not_sent(READ).kind(), not_sent(CHANGE).kind()], [Connection, Connection]);
    let lost = |operation| Error::transport(operation, TransportError::after_send("reset"));
    assert_eq!([lost(READ).kind(), lost(CHANGE).kind()], [Connection, OutcomeUnknown]);
    let too_large = |operation| Error::transport(operation, TransportError::after_send(large));
    assert_eq!([too_large(READ).kind(), too_large(CHANGE).kind()], [TooLarge, OutcomeUnknown]);
    assert_eq!(Error::timeout(READ).kind(), Timeout);
    assert_eq!(Error::timeout(CHANGE).kind(), OutcomeUnknown);
}

#[test]
fn error_reports_its_cause_only() {
    let decode = || DecodeError::new("data[0].id", "expected a string");
    let argument = Error::argument(READ, ArgumentError::new("orgId", "must be given"));
    let item = Error::item(READ, decode(), "{\"name\":\"canary\"}".into());
    let paging = Error::paging(READ, PageError::Gap);
    let transport = Error::transport(READ, TransportError::after_send("canary@example.com"));
    let status = refused(READ, 404, "");
    for (error, path, page, is_transport, source) in [
        (&argument, None, None, false, Some("orgId: must be given")),
        (&item, Some("data[0].id"), None, false, Some("at data[0].id: expected a string")),
        (
            &paging,
            None,
            Some(&PageError::Gap),
            false,
            Some("the page is empty, but the server reports more items: request this page again later"),
        ),
        // It may contain the URL, and with it personal data.
        (&transport, None, None, true, None),
        (&status, None, None, false, None),
    ] {
        assert_eq!(error.decode_path(), path);
        assert_eq!(error.page_error(), page);
        assert_eq!(error.transport_error().is_some(), is_transport);
        assert_eq!(error.source().map(|source| source.to_string()).as_deref(), source);
        assert_eq!(error.operation().id, "getOrgById");
    }
    let misfit =
        |operation| Error::decode(operation, StatusCode::OK, HeaderMap::new(), b"", decode(), Json::SERDE);
    let garbled = misfit(READ);
    assert_eq!((garbled.kind(), garbled.http_status()), (ErrorKind::Decode, Some(StatusCode::OK)));
    let unknown = misfit(CHANGE);
    assert_eq!(unknown.kind(), ErrorKind::OutcomeUnknown);
}

#[test]
fn display_reports_cause_attempts_and_wait() {
    let not_found = || coded(READ, 404, "ADMIN-404-2");
    assert_eq!(not_found().with_attempts(1).to_string(), "orgs.get: not found (HTTP 404, ADMIN-404-2)");
    assert_eq!(
        not_found().with_attempts(2).to_string(),
        "orgs.get: not found (HTTP 404, ADMIN-404-2) after 2 attempts"
    );
    let wait = |wait| Some(Duration::from_millis(wait));
    assert_eq!(
        refused(READ, 429, "").with_retry_after(wait(40_000)).to_string(),
        "orgs.get: too many requests (HTTP 429); the next request is allowed in 40 s"
    );
    assert_eq!(
        Error::limited(READ, Duration::from_millis(40_001)).to_string(),
        "orgs.get: the rate limit allows no request within the time-out; the next request is allowed in 41 s"
    );
    assert_eq!(
        refused(READ, 503, "").with_retry_after(wait(40_000)).to_string(),
        "orgs.get: the server failed (HTTP 503)",
        "the server does not promise a time"
    );
}

/// The error of a response with this media type.
fn typed(status: u16, media: &str, body: &str) -> Error {
    let headers = [(http::header::CONTENT_TYPE, media.parse().unwrap())].into_iter().collect();
    Error::status(READ, StatusCode::from_u16(status).unwrap(), headers, body.as_bytes(), Json::SERDE)
}

#[test]
fn display_counts_errors_and_prints_their_codes_alone() {
    for (body, shown) in [
        (
            r#"{"errors":[{"code":"A-1","title":"canary"},{"code":"A-3","detail":"canary"}]}"#,
            "A-1, and 1 more: A-3",
        ),
        (r#"{"errors":[{"code":"A-1"},{"detail":"canary"},{"code":"c@d.ef"}]}"#, "A-1, and 2 more"),
        (r#"["canary","canary 2",{"code":"A-3"}]"#, "3 errors: A-3"),
        (
            r#"{"errors":[{"code":"A"},{"code":"B"},{"code":"C"},{"code":"D"},{"code":"E"},{"code":"F"},{"code":"G"}]}"#,
            "A, and 6 more: B, C, D, E, F",
        ),
    ] {
        let error = refused(READ, 400, body);
        let expected = format!("orgs.get: the server refuses the request as wrong (HTTP 400, {shown})");
        assert_eq!(error.to_string(), expected, "{body}");
        assert!(!format!("{error:?}").contains("canary"));
    }
}

#[test]
fn detail_is_text_of_the_server_or_excerpt_and_never_displayed() {
    for (media, body, detail) in [
        ("application/json", r#"{"detail":"canary"}"#, Some("canary")),
        ("application/json", "\u{feff}{\"detail\":\"canary\"}", Some("canary")),
        ("text/plain; charset=utf-8", "\u{feff}canary\n  cursor ", Some("canary cursor")),
        ("", "canary cursor", Some("canary cursor")),
        ("text/plain", "<b>canary</b>", Some("text/plain: <b>canary</b>")),
        ("application/json", "canary cursor", Some("application/json: canary cursor")),
        ("application/json", r#"{"canary": true}"#, Some(r#"application/json: {"canary": true}"#)),
        ("application/xml", "<?xml?><canary/>", Some("application/xml: <?xml?><canary/>")),
        ("text/html", "<title>canary</title>", Some("text/html: canary")),
        ("text/html", "", None),
        ("application/json", r#"{"code":"X"}"#, None),
        ("canary@example.com", "{}", Some("{}")),
    ] {
        let error = typed(400, media, body);
        assert_eq!(error.detail(), detail, "{media} {body}");
        let shown =
            format!("{error} {error:?} {:?} {:?}", error.source().map(ToString::to_string), error.api());
        assert!(!shown.contains("canary"), "{shown}");
    }
    assert_eq!(typed(400, "", "canary").api().detail.as_deref(), Some("canary"));
    assert_eq!(typed(400, "text/html", "canary").api(), &ApiError::default());
}

#[test]
fn error_names_web_page_in_place_of_json() {
    let error = typed(502, "text/html", "<html>canary");
    assert!(error.is_web_page());
    assert_eq!(
        error.to_string(),
        "orgs.get: the server failed (HTTP 502): the server sent a web page (HTML) instead of JSON; check the base URL, and whether a proxy or a sign-in page answered instead of the API"
    );
    let redirect = typed(302, "text/html", "<html>canary");
    assert!(!redirect.is_web_page());
    assert_eq!(redirect.hint(), Some("set the base URL to where the API is"));
}

#[test]
fn failed_connection_names_the_host_and_the_cause() {
    let refused =
        || TransportError::before_send("https://api.example.com/canary").because(Some("connection refused"));
    let at = |error: Error| error.with_host("api.example.com:8443").to_string();
    for (error, shown) in [
        (
            Error::transport(READ, refused()),
            "orgs.get: no complete response arrived: the request could not be sent to api.example.com:8443: connection refused; check the base URL, the network and any proxy in between",
        ),
        (
            Error::transport(READ, TransportError::after_send("canary")),
            "orgs.get: no complete response arrived: the connection to api.example.com:8443 failed",
        ),
        (
            Error::timeout(READ),
            "orgs.get: no complete response arrived in time: waited for api.example.com:8443",
        ),
        (
            Error::status(READ, StatusCode::NOT_FOUND, HeaderMap::new(), b"", Json::SERDE),
            "orgs.get: not found (HTTP 404)",
        ),
    ] {
        assert_eq!(at(error), shown);
    }
    let source = Error::transport(READ, refused()).source().map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("connection refused"));
    assert_eq!(refused().to_string(), "the request could not be sent: connection refused");
    assert_eq!(TransportError::after_send("x").to_string(), "the connection failed");
}

#[test]
fn decode_error_has_code_and_detail_of_unreadable_success() {
    let said = |media: &str, body: &str, problem: DecodeError| {
        let headers = [(http::header::CONTENT_TYPE, media.parse().unwrap())].into_iter().collect();
        Error::decode(READ, StatusCode::OK, headers, body.as_bytes(), problem, Json::SERDE)
    };
    let missing = || DecodeError::new(".", "`data` is missing");
    let error = said(
        "application/json",
        r#"{"errors":[{"code":"ADMIN-500-1","detail":"x"},{"code":"B"}]}"#,
        missing(),
    );
    assert_eq!(
        error.to_string(),
        "orgs.get: the response is not what was expected (HTTP 200, ADMIN-500-1, and 1 more: B): at .: `data` is missing"
    );
    assert_eq!(error.detail(), Some("x"));
    for (media, body, problem, detail) in [
        ("text/plain", "canary", DecodeError::garbled("x"), Some("text/plain: canary")),
        ("", r#"{"canary":1}"#, missing(), Some(r#"{"canary":1}"#)),
        ("", r#"{"data":[{"canary"#, DecodeError::garbled("x"), None),
        ("", r#"{"data":["canary"]}"#, DecodeError::new("data[0]", "x"), None),
    ] {
        let error = said(media, body, problem);
        assert_eq!(error.detail(), detail, "{body}");
        assert_eq!(error.body(), b"");
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
    let page = said("text/html", "<title>Log in</title>", DecodeError::garbled("x"));
    assert_eq!((page.is_web_page(), page.detail(), page.body().len()), (true, Some("text/html: Log in"), 21));
    assert_eq!(page.decode_path(), None);
}

#[test]
fn trace_of_headers_precedes_trace_of_body() {
    let body = r#"{"error":"Not authorized","traceId":"e40"}"#;
    assert_eq!(refused(READ, 404, body).trace_id(), Some("e40"));
    let headers = HeaderMap::from_iter([("atl-traceid".parse().unwrap(), "abc".parse().unwrap())]);
    let error = Error::status(READ, StatusCode::NOT_FOUND, headers, body.as_bytes(), Json::SERDE);
    assert_eq!(error.trace_id(), Some("abc"));
    assert_eq!(error.headers().len(), 1);
    assert_eq!(error.to_string(), "orgs.get: not found (HTTP 404); trace abc");
}

#[test]
fn hint_exists_when_cause_is_known() {
    let scope = "the key lacks a scope; scopes cannot be added, so make a new key";
    let of_no_scopes = "user management refuses keys with scopes: make a key without any";
    let organization = "use an organization API key made at admin.atlassian.com (a user's API token, `ATATT…`, is never accepted), and check that it has not expired";
    let directory = "use the directory's own key, made where its identity provider is connected at admin.atlassian.com; an organization API key is never accepted here";
    let forbidden =
        "the key may lack a scope, or this must not be changed here; the server's own words say which";
    let path = "the path is unknown: check the base URL and the organization's id";
    let web_page = "check the base URL, and whether a proxy or a sign-in page answered instead of the API";
    let change_of_web_page = "look whether the change was made before making it again; a proxy may have answered instead of the API, so check the base URL and any proxy, too";
    let connection = "check the base URL, the network and any proxy in between";
    let licence = "the product has no free licence left";
    let profile = &api::account::GetProfile::OPERATION;
    for (error, hint) in [
        (refused(CHANGE, 500, ""), "look whether the change was made before making it again"),
        (coded(READ, 400, "ADMIN-400-1"), "the cursor is unknown or has expired: start the listing again"),
        (
            coded(READ, 400, "ADMIN-400-3"),
            "times go in as epoch milliseconds, and `from` must not be after `to`",
        ),
        (
            coded(&api::groups::AddMember::OPERATION, 409, "ADMIN-UAM-409-2"),
            "it is so already: nothing is left to do",
        ),
        (coded(CHANGE, 409, "ADMIN-409-3"), licence),
        (coded(CHANGE, 409, "ADMIN-UAM-409-3"), licence),
        (
            refused(profile, 403, r#"{"key":"forbidden.targetUnverified"}"#),
            "the organization does not manage this account: its domain is not claimed",
        ),
        (refused(profile, 403, r#"{"key":"forbidden.insufficientScope"}"#), of_no_scopes),
        (coded(profile, 403, "ADMIN-401-2"), of_no_scopes),
        (refused(READ, 403, r#"{"key":"forbidden.insufficientScope"}"#), scope),
        (refused(READ, 403, r#"{"errorKey":"forbidden.Insufficient-scope"}"#), scope),
        (coded(READ, 401, "ADMIN-401-2"), scope),
        (refused(READ, 401, r#"{"title":"Insufficient_Scope"}"#), scope),
        (refused(READ, 401, r#"{"title":"Unauthorized"}"#), organization),
        (coded(READ, 401, "ADMIN-401-1"), organization),
        (refused(&api::scim::GetUser::OPERATION, 401, ""), directory),
        (refused(READ, 403, ""), "the key lacks a scope, or the organization is not its own"),
        (coded(profile, 403, "ADMIN-403-1"), forbidden),
        (refused(READ, 404, r#"{"message":"It does not match any route."}"#), path),
        (refused(READ, 404, r#"{"error":"Not Found","message":"TCS validation failed"}"#), path),
        (refused(READ, 404, " \n<html>"), web_page),
        (refused(READ, 401, "<!doctype html>"), web_page),
        (refused(READ, 503, "<!doctype html>"), web_page),
        (refused(CHANGE, 503, "<!doctype html>"), change_of_web_page),
        (Error::transport(READ, TransportError::before_send("x")), connection),
        (refused(READ, 301, ""), "set the base URL to where the API is"),
        (
            Error::transport(READ, TransportError::after_send(BodyTooLarge { limit: 7 })),
            "ask for smaller pages",
        ),
    ] {
        assert_eq!(error.hint(), Some(hint), "{error:?}");
    }
}

#[test]
fn hint_is_absent_when_cause_is_unclear() {
    for error in [
        coded(CHANGE, 409, "ADMIN-UAM-409-2"),
        coded(READ, 404, "ADMIN-404-2"),
        refused(READ, 404, r#"{"message":"There is no user with this identifier."}"#),
        refused(READ, 400, ""),
        Error::transport(READ, TransportError::after_send("x")),
        Error::paging(READ, PageError::Loop),
    ] {
        assert_eq!(error.hint(), None, "{error:?}");
    }
}

#[test]
fn error_redacts_key_that_server_repeats() {
    let body = r#"{"id":"canary-key","key":"a-\u0063anary-key","title":"b","new":"canary-\u006bey","detail":"canary-keycanary-key"}"#;
    let headers = [("x-whole", "before canary-key after"), ("x-part", "canary of another kind")]
        .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
    let headers: HeaderMap = headers.into_iter().collect();
    let kept = redact(body.as_bytes(), "canary-key");
    let error = Error::status(READ, StatusCode::NOT_FOUND, headers, &kept, Json::SERDE);
    let error = error.without_key("canary-key");
    assert_eq!(error.headers(), &HeaderMap::new());
    let said = br#"{"id":"(the key)","key":"a-(the key)","title":"b","new":"(the key)","detail":"(the key)(the key)"}"#;
    assert_eq!(error.body(), said);
    assert_eq!((error.code(), error.api().title.as_deref()), (Some("a-(the key)"), Some("b")));
    let headers: HeaderMap =
        [("x-part".parse().unwrap(), "canary of another kind".parse().unwrap())].into_iter().collect();
    let error =
        Error::status(READ, StatusCode::NOT_FOUND, headers.clone(), b"{\"code\":\"canary\"}", Json::SERDE);
    let error = error.without_key("canary-key");
    assert_eq!((error.headers(), error.api().code.as_deref()), (&headers, Some("canary")));
    let item = Error::item(READ, DecodeError::new("data.canary-key[0]", "expected a string"), "{}".into());
    assert_eq!(item.without_key("canary-key").decode_path(), Some("(the key)"));
}

#[test]
#[allow(deprecated, reason = "an operation that stops is what is tested")]
fn hint_names_replacement_when_operation_may_be_gone() {
    const STOPS: &Operation = &crate::api::events::Get::OPERATION;
    let at = |text: &str| crate::time::Timestamp::from(text).to_system_time().unwrap();
    let (before, after) = (at("2026-12-20T23:59:59Z"), at("2026-12-21T00:00:00Z"));
    let gone = Some(
        "the operation was announced to stop on 2026-12-21 and may be gone: use events.query or events.poll instead",
    );
    let path = Some("the path is unknown: check the base URL and the organization's id");
    let unrouted = r#"{"message":"It does not match any route."}"#;
    for (operation, status, body, now, hint) in [
        (STOPS, 404, r#"{"errors":[{"code":"ADMIN-404-4"}]}"#, before, None),
        (STOPS, 404, r#"{"errors":[{"code":"ADMIN-404-4"}]}"#, after, gone),
        (STOPS, 404, "", after, gone),
        // The gateway no longer knows the path.
        (STOPS, 404, unrouted, before, path),
        (STOPS, 404, unrouted, after, gone),
        // No operation answers 410 but one that is gone, whatever the clock says.
        (STOPS, 410, "", before, gone),
        (STOPS, 410, "", after, gone),
        (STOPS, 400, "", after, None),
        (STOPS, 500, "", after, None),
        (READ, 404, "", after, None),
        (READ, 410, "", after, None),
    ] {
        assert_eq!(refused(operation, status, body).at(now).hint(), hint, "{status} {body}");
    }
    let text = refused(STOPS, 410, "").at(after).to_string();
    assert!(
        text.starts_with("events.get: not found (HTTP 410); the operation was announced to stop"),
        "{text}"
    );
}

#[test]
fn kinds_have_unique_names_and_descriptions() {
    let distinct = |texts: Vec<&str>| texts.into_iter().collect::<std::collections::BTreeSet<_>>().len();
    let all = ErrorKind::ALL;
    assert_eq!(distinct(all.iter().map(|kind| kind.name()).collect()), all.len());
    assert_eq!(distinct(all.iter().map(|kind| kind.describe()).collect()), all.len());
    for kind in all {
        assert_eq!(kind.name(), format!("{kind:?}"));
    }
}

#[test]
fn error_is_retryable_if_repeating_is_safe_and_may_help() {
    let lost = |operation| Error::transport(operation, TransportError::after_send("reset"));
    let decode = |problem| Error::decode(READ, StatusCode::OK, HeaderMap::new(), b"{", problem, Json::SERDE);
    for (error, retryable) in [
        (refused(READ, 429, ""), true),
        (refused(CHANGE, 429, ""), true),
        (Error::limited(CHANGE, Duration::from_secs(1)), true),
        (refused(READ, 503, ""), true),
        (refused(READ, 501, ""), false),
        (refused(CHANGE, 503, ""), false),
        (refused(READ, 408, ""), true),
        (lost(READ), true),
        (lost(CHANGE), false),
        (Error::transport(CHANGE, TransportError::before_send("refused")), true),
        (Error::timeout(READ), true),
        (Error::timeout(CHANGE), false),
        (Error::not_visible(READ, Duration::ZERO), true),
        (Error::key(CHANGE, KeyFailure::TimedOut), true),
        (decode(DecodeError::garbled("the JSON ends too early")), true),
        (decode(DecodeError::new("data", "is missing")), false),
        (refused(READ, 404, ""), false),
        (refused(READ, 401, ""), false),
        (Error::read_only(CHANGE), false),
        (Error::paging(READ, PageError::Gap), false),
    ] {
        assert_eq!(error.is_retryable(), retryable, "{error}");
    }
}

#[test]
fn predicate_is_true_for_its_kind_alone() {
    type Predicate = fn(&Error) -> bool;
    let predicates: [(Predicate, ErrorKind); 9] = [
        (Error::is_invalid_argument, ErrorKind::InvalidArgument),
        (Error::is_unauthorized, ErrorKind::Unauthorized),
        (Error::is_forbidden, ErrorKind::Forbidden),
        (Error::is_not_found, ErrorKind::NotFound),
        (Error::is_ambiguous, ErrorKind::Ambiguous),
        (Error::is_conflict, ErrorKind::Conflict),
        (Error::is_rate_limited, ErrorKind::RateLimited),
        (Error::is_timeout, ErrorKind::Timeout),
        (Error::is_unknown_outcome, ErrorKind::OutcomeUnknown),
    ];
    for kind in ErrorKind::ALL {
        let error = Error::new(*kind, READ, None);
        for (predicate, of) in predicates {
            assert_eq!(predicate(&error), of == *kind, "{kind:?}");
        }
        assert!(!error.is_member_already());
    }
    assert!(coded(&api::groups::AddMember::OPERATION, 409, "ADMIN-UAM-409-2").is_member_already());
}

#[cfg(feature = "test-util")]
#[test]
fn builder_takes_status_as_number_or_status_code() {
    let built = [Error::builder().status(429).build(), Error::builder().status(429_u16).build()];
    for error in built.into_iter().chain([Error::builder().status(StatusCode::TOO_MANY_REQUESTS).build()]) {
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert_eq!(error.http_status(), Some(StatusCode::TOO_MANY_REQUESTS));
    }
}

#[cfg(feature = "test-util")]
#[test]
#[should_panic(expected = "the status of an error for a test: invalid status code")]
fn builder_panics_when_number_is_not_a_status() {
    let _ = Error::builder().status(99);
}

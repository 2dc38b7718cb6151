//! Bodies of errors, and of malformed responses: no error contains the key, whatever the server
//! sends and however it repeats the key.

use atlassian_admin::api;
use std::error::Error as _;

use atlassian_admin::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin::operation::Operation;
use atlassian_admin::{Error, OPERATIONS};
use serde_json::Value;

use crate::fixtures;
use crate::host::{KEY, Script, answer, now};
use crate::input::{choose, chosen};
use crate::sample::arguments;

const STATUSES: [u16; 16] = [400, 401, 403, 404, 409, 429, 500, 503, 301, 402, 408, 410, 422, 599, 200, 206];

/// The byte that is replaced by the key: the bits of the next byte select the characters that are
/// escaped.
const ESCAPED: u8 = 0xff;
/// Like `ESCAPED`, in JSON within a JSON string.
const NESTED: u8 = 0xfe;

/// The values of a header: `~` is the key.
const HEADERS: [(&str, &str); 5] = [
    ("content-type", "application/json"),
    ("x-request-id", "a ~ b"),
    ("content-type", "~"),
    ("content-type", "text/html; charset=utf-8"),
    ("content-type", "text/plain"),
];

/// The first byte chooses an operation, the second one a status, the third a header. The others
/// are the body.
pub fn holds(data: &[u8]) {
    let (operation, data) = choose(OPERATIONS, data);
    let (status, data) = choose(&STATUSES, data);
    let (header, data) = choose(&HEADERS, data);
    let body = with_keys(data);
    match operation.auth {
        KeyKind::Directory => call::<DirectoryKey>(operation, *status, *header, &body),
        _ => call::<OrganizationKey>(operation, *status, *header, &body),
    }
    // A typed response, whose items may be malformed.
    let pages = Script::new([answer(200, &body)]);
    let mut pages = pages.client::<OrganizationKey>().pages(api::events::Query::new("o"));
    match now(pages.next()) {
        Some(Err(error)) => assert_without_key(&error),
        Some(Ok(page)) => {
            for item in page.malformed {
                assert!(!format!("{} {:?}", item.error, item.error).contains(KEY));
            }
        }
        None => {}
    }
}

fn call<K: CredentialKind>(
    operation: &'static Operation,
    status: u16,
    (name, value): (&'static str, &str),
    body: &[u8],
) {
    let mut response = answer(status, body);
    let value = value.replace('~', KEY).parse().expect("a header can hold the key");
    response.headers_mut().insert(name, value);
    let script = Script::new([response]);
    let sent = now(script.client::<K>().send_untyped(operation, arguments(operation)));
    match sent {
        Ok(_) => assert!((200..300).contains(&status), "{status} is not a success"),
        Err(error) => assert_without_key(&error),
    }
}

fn assert_without_key(error: &Error) {
    let mut shown = format!("{error} {error:?} {error:#?} {:?} {:?}", error.hint(), error.decode_path());
    let mut source = error.source();
    while let Some(error) = source {
        shown += &format!(" {error} {error:?}");
        source = error.source();
    }
    let api = error.api();
    assert!(api.others.len() < 100 && api.others.iter().all(|other| other.others.is_empty()));
    for api in std::iter::once(api).chain(&api.others) {
        for text in [&api.id, &api.code, &api.title, &api.detail, &api.trace_id].into_iter().flatten() {
            shown += text;
        }
        shown += &api.acceptable_scopes.join(" ");
    }
    let detail = error.detail().unwrap_or_default();
    assert!(detail.chars().count() <= 100 * 4_002, "{detail}");
    shown += detail;
    shown += &format!("{:?} {:?}", error.trace_id(), error.headers());
    assert!(!shown.contains(KEY), "{shown}");

    assert!(error.body().len() <= 16 * 1024);
    let body = String::from_utf8_lossy(error.body());
    if let Ok(json) = serde_json::from_str::<Value>(&body) {
        assert!(!has_key(&json), "{body}");
    }
    // An escaped backslash may begin another escape; deeper nesting is not unescaped by accident.
    let depth = if body.to_ascii_lowercase().contains("u005c") { 1 } else { 3 };
    let mut text = body.into_owned();
    for _ in 0..=depth {
        assert!(!text.contains(KEY), "{text}");
        text = unescaped(&text);
    }
}

fn has_key(json: &Value) -> bool {
    match json {
        Value::String(text) => text.contains(KEY),
        Value::Array(items) => items.iter().any(has_key),
        Value::Object(members) => members.iter().any(|(name, value)| name.contains(KEY) || has_key(value)),
        _ => false,
    }
}

/// Unescapes a text as a lenient JSON parser does.
fn unescaped(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        let escape = if letter == '\\' { rest.next() } else { Some(letter) };
        let code = (letter == '\\' && escape == Some('u')).then(|| rest.as_str().get(..4)).flatten();
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                read.push(letter);
                rest = rest.as_str()[4..].chars();
            }
            None => read.extend(escape),
        }
    }
    read
}

/// Replaces the marked bytes by the key.
fn with_keys(data: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut rest = data.iter();
    while let Some(byte) = rest.next() {
        let slashes = match *byte {
            ESCAPED => r"\",
            NESTED => r"\\",
            other => {
                body.push(other);
                continue;
            }
        };
        let mask = rest.next().copied().unwrap_or_default();
        for (index, letter) in KEY.bytes().enumerate() {
            match (mask >> (index % 8) & 1 == 1, letter) {
                (false, letter) => body.push(letter),
                (true, b'/') => body.extend_from_slice(format!("{slashes}/").as_bytes()),
                (true, letter) => body.extend_from_slice(format!("{slashes}u{letter:04x}").as_bytes()),
            }
        }
    }
    body
}

/// Each form of an error, with the key in each place and encoding; and malformed responses.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let shapes = [
        r#"{"errors":[{"id":"~","code":"ADMIN-404-1","status":"404","title":"~","detail":"No ~ user"}]}"#,
        r#"{"code":401,"message":"~"}"#,
        r#"{"timestamp":"~","path":"/~","status":404,"error":"Not Found","requestId":"~","message":"TCS validation failed"}"#,
        r#"{"context":{"message":"~","acceptableScopes":["~"]},"errorKey":"~","errorDetail":"~"}"#,
        r#"{"schemas":["urn"],"status":"409","scimType":"~","detail":"~"}"#,
        r#"{"error":"~","traceId":"~","~":{"~":["~",1.5,null]}}"#,
        r#"{"data":[{"id":1,"~":2},{"id":"a","attributes":{"~":1,"actor":{"~":[]}}}],"links":{"next":"~"}}"#,
        r#"{"errorMessages":["~"],"errors":{"~":["~"],"a":{"b":"~"}}}"#,
        r#"[{"error":{"code":"~","message":["~","~"]}},"~",{"detail":[{"loc":["~"],"msg":"~"}]}]"#,
        r#"{"context":{"fieldViolations":[{"field":"~","violations":[{"key":"~"}]}],"reason":{"key":"~"}}}"#,
        "\u{feff}{\"a\":\"~\"}",
        "<html><title>~</title>~</html>",
        "~",
        "",
    ];
    let mut seeds = Vec::new();
    for (index, shape) in shapes.into_iter().enumerate() {
        for key in [&[ESCAPED, 0][..], &[ESCAPED, 0b1011_0101], &[ESCAPED, 0xff], &[NESTED, 0xff], b"x"] {
            let mut seed = [index * 9, index, index % HEADERS.len()].map(|choice| choice as u8).to_vec();
            for byte in shape.bytes() {
                if byte == b'~' { seed.extend_from_slice(key) } else { seed.push(byte) }
            }
            seeds.push(seed);
        }
    }
    seeds.extend(fixtures::PAGES.map(|page| chosen(31, [&[14, 0], page.as_bytes()].concat())));
    seeds
}

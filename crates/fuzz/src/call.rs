//! The arguments of `call`: what it accepts becomes a request that the simulator reads as the same
//! arguments.

use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::model::EpochMillis;
use atlassian_admin::operation::{ListStyle, Operation, RequestParts};
use atlassian_admin::schema::Schema;
use atlassian_admin::{OPERATIONS, input, operation};
use atlassian_admin_cli::fuzzed;
use atlassian_admin_testing::examples::words;
use serde_json::{Map, Value};

use crate::fixtures;
use crate::host::Script;
use crate::input::{choose, chosen};

/// The first byte chooses an operation. The others are the typed arguments, separated by zero
/// bytes; a first one that begins with a brace is the text of `--json`, which otherwise may name a
/// file.
pub fn holds(data: &[u8]) {
    let (operation, data) = choose(OPERATIONS, data);
    let texts = data.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    let mut typed: Vec<_> = texts.map(String::from).collect();
    let json = typed[0].starts_with('{').then(|| typed.remove(0));
    let arguments = match fuzzed::call_arguments(operation, &typed, json.as_deref()) {
        Ok(arguments) => arguments,
        Err(line) => return assert!(!line.is_empty()),
    };
    let is_checked = fuzzed::check_arguments(operation, &arguments).is_ok();
    let Ok(parts) = RequestParts::from_arguments(operation, arguments.clone()) else { return };
    // The JSON parser may miss the last digit of a fraction, and refuses deeply nested values.
    let parsed = serde_json::from_str(&Value::from(arguments.clone()).to_string());
    for lists in [ListStyle::AsDocumented, ListStyle::RepeatedKeys] {
        let target = parts.path_and_query(lists);
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"#\\\"<>".contains(&byte);
        assert!(target.starts_with('/') && target.bytes().all(is_plain), "{target}");
        let Ok(parsed) = &parsed else { continue };
        let read = match received(operation, &target, parts.body.as_ref()).to_arguments(operation) {
            Ok(read) => read,
            Err(error) if is_checked => panic!("{error}: {target} {:?}", parts.body),
            Err(_) => continue,
        };
        if is_checked {
            let sent = as_sent(operation, parsed);
            assert_eq!(trimmed(read.into()), trimmed(sent.into()), "{target}: {:?}", parts.body);
        } else if let Ok(again) = RequestParts::from_arguments(operation, read) {
            assert_eq!(again.path, parts.path);
        }
    }
    preview(operation, arguments, &parts);
}

/// Reads a request as the simulator does.
fn received(operation: &Operation, target: &str, body: Option<&Value>) -> RequestParts {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let body = body.map(Value::to_string).unwrap_or_default();
    RequestParts::parse(operation, path, query, body.as_bytes()).expect("a request")
}

/// `--dry-run` shows the same request, to the configured host.
fn preview(operation: &'static Operation, arguments: Map<String, Value>, parts: &RequestParts) {
    // A URL may be too long.
    let Ok(request) = Script::default().client::<OrganizationKey>().preview(operation, arguments) else {
        return;
    };
    let uri = request.uri();
    assert_eq!(uri.authority().map(|host| host.as_str()), Some("api.atlassian.com"));
    let target = parts.path_and_query(ListStyle::AsDocumented);
    assert_eq!(uri.path_and_query().map(|target| target.as_str()), Some(target.as_str()));
}

/// Times in a query are sent as milliseconds.
fn as_sent(operation: &Operation, arguments: &Map<String, Value>) -> Map<String, Value> {
    let mut sent = Map::new();
    for (name, value) in arguments {
        let param = operation.param(name).expect("it was checked");
        let is_time = param.location.is_query() && param.schema == Schema::Time;
        let read = if name == "to" { EpochMillis::end_of } else { EpochMillis::of };
        let millis = read(value).filter(|_| is_time);
        sent.insert(name.clone(), millis.map_or_else(|| value.clone(), |millis| millis.0.to_string().into()));
    }
    sent
}

/// Trims the strings of a value: ids and names are sent without surrounding white space.
fn trimmed(value: Value) -> Value {
    match value {
        Value::String(text) => input::trimmed(&text).into(),
        Value::Array(items) => items.into_iter().map(trimmed).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name, trimmed(value))).collect::<Map<_, _>>().into()
        }
        other => other,
    }
}

/// The arguments of the examples, as words and as JSON.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let place = |name: &str| OPERATIONS.iter().position(|it| Some(it) == operation(name));
    let typed = fixtures::arguments().map(|(name, arguments)| (name, words(&arguments).join("\0")));
    let json = fixtures::arguments().map(|(name, arguments)| (name, Value::from(arguments).to_string()));
    let by_hand = [
        (
            "users.search",
            "orgId=7\0directoryId=d\0limit=5\0mfaEnabled=false\0emails=a@example.com\0emails=b=c",
        ),
        (
            "users.search",
            "{\"status\":[\"suspended\"],\"limit\":1}\0orgId=o\0sortBy:=[{\"field\":\"nick_name\"}]",
        ),
        // The fast JSON parser may miss the last digit of such a fraction.
        ("workspaces.search", r#"{"orgId":"o","query":{"a":[1.8888888888888888888e93]}}"#),
        ("events.query", "orgId=o\0from=2026-05-19T10:00:01Z\0to:=1779184800000\0action=a,b\0action=c"),
        ("events.query", "orgId=\u{feff}o\r\0from=2026-05-19\0to=2026-05-19\0actor=\"a\"\0actor=b "),
        ("scim.listUsers", "directoryId=d\0startIndex:=18446744073709551615\0filter=userName eq \"a\""),
        (
            "policies.create",
            "orgId=o\0data.attributes.name=x\0data.type=ip-allowlist\0data.attributes.rule:={}",
        ),
    ]
    .map(|(name, words)| (name.to_owned(), words.to_owned()));
    let all = typed.chain(json).chain(by_hand);
    all.filter_map(|(name, words)| place(&name).map(|place| chosen(place, words))).collect()
}

//! Parses the arguments of an operation into one flat object.

use std::fs::File;
use std::io::{self, Read};

use atlassian_admin::input;
use atlassian_admin::operation::{Bounds, Operation};
use atlassian_admin::schema::Schema;
use serde_json::{Map, Value};

use super::{check, json};
use crate::exit::Failure;
use crate::plain;

/// Reads the arguments of `--json` and those of `KEY=VALUE`. None may be given in both.
pub(super) fn read(
    operation: &Operation,
    typed: &[String],
    json: Option<&str>,
) -> Result<Map<String, Value>, Failure> {
    let mut arguments = match json {
        Some(json) => {
            object(json)?.into_iter().map(|(key, value)| (name(operation, &key).to_owned(), value)).collect()
        }
        None => Map::new(),
    };
    let of_json = arguments.clone();
    let mut fresh = Vec::new();
    for pair in typed {
        let Some((key, text)) = pair.split_once('=') else {
            return Err(Failure::usage(format!("{pair:?} is not an argument: give KEY=VALUE or KEY:=JSON")));
        };
        let (key, is_json) = key.strip_suffix(':').map_or((key, false), |key| (key, true));
        let key = name(operation, key);
        let path = path(operation, key);
        if path.iter().any(|name| name.is_empty()) {
            return Err(Failure::usage(format!(
                "{pair:?} has an empty name before `=`: give KEY=VALUE, KEY.PROPERTY=VALUE or KEY:=JSON"
            )));
        }
        if holds(&of_json, &path) {
            return Err(Failure::usage(format!("{key}: is given in --json as well: leave one of them out")));
        }
        let value = match is_json {
            true => json::read(text).map_err(|error| {
                let problem = json::problem(&error);
                Failure::usage(format!("{key}: is not JSON: {problem}; for text, give {key}=TEXT"))
            })?,
            false => {
                let bounds = operation.param(key).and_then(|param| param.bounds);
                of_schema(schema_at(operation, &path), bounds, text)
                    .map_err(|noun| Failure::usage(format!("{key}: must be {noun}")))?
            }
        };
        let again = fresh.contains(&key);
        fresh.push(key);
        insert(&mut arguments, &path, value, again)
            .map_err(|()| Failure::usage(format!("{key}: is given in two conflicting ways")))?;
    }
    Ok(arguments)
}

/// Maximum size of the arguments in bytes: longer input may be endless.
const MAX_BYTES: u64 = 16 << 20;

fn object(json: &str) -> Result<Map<String, Value>, Failure> {
    let (from, value) = json_of("--json", json)?;
    let problem = match value {
        Ok(Value::Object(arguments)) => return Ok(arguments),
        Ok(_) => "it is not an object".to_owned(),
        Err(error) => json::problem(&error),
    };
    Err(Failure::usage(format!("--json: {from}must be one JSON object of arguments: {problem}")))
}

/// Reads the JSON of a flag: itself, `@FILE`, or `-` for standard input. Returns where it is from
/// as well, for messages.
pub(in crate::commands) fn json_of(
    flag: &str,
    json: &str,
) -> Result<(String, serde_json::Result<Value>), Failure> {
    let cannot = |from: &str, error: io::Error| {
        Failure::usage(format!("{flag}: cannot read {from}: {}", plain::system(&error)))
    };
    let (from, text) = match json.strip_prefix('@') {
        Some(file) => {
            let text = File::open(file).and_then(text).map_err(|error| cannot(file, error))?;
            (format!("{file}: "), text)
        }
        None if json == "-" => {
            let text = text(io::stdin()).map_err(|error| cannot("standard input", error))?;
            ("standard input: ".to_owned(), text)
        }
        None => (String::new(), json.to_owned()),
    };
    let value = json::read(&text);
    Ok((from, value))
}

fn text(from: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    let length = from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if length as u64 > MAX_BYTES {
        let problem = format!("it is longer than {} MiB", MAX_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, problem));
    }
    let text = input::text(&bytes)
        .map_err(|problem| io::Error::new(io::ErrorKind::InvalidData, format!("it {problem}")))?;
    Ok(text.to_owned())
}

/// Returns the name of an argument that may be given by its name on the wire.
fn name<'a>(operation: &Operation, key: &'a str) -> &'a str {
    match (operation.param(key), operation.wire_param(key)) {
        (None, Some(param)) => param.name,
        _ => key,
    }
}

/// Splits a key into the names of its path. Dots separate properties, but some property names
/// contain dots themselves.
fn path<'a>(operation: &Operation, key: &'a str) -> Vec<&'a str> {
    match operation.param(key) {
        Some(_) => vec![key],
        None => key.split('.').collect(),
    }
}

fn schema_at(operation: &Operation, path: &[&str]) -> Option<Schema> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(operation.param(first)?.schema, |schema, name| {
        let Schema::Object(object) = schema else { return None };
        (object.properties)().iter().find(|member| member.name == *name).map(|member| member.schema)
    })
}

/// Returns whether a value at this path, or at the beginning of it, is given.
fn holds(members: &Map<String, Value>, path: &[&str]) -> bool {
    match path {
        [] => false,
        [name] => members.contains_key(*name),
        [name, rest @ ..] => members.get(*name).is_some_and(|value| match value {
            Value::Object(inner) => holds(inner, rest),
            _ => true,
        }),
    }
}

/// Parses a value of a schema; the error names what is expected. Without a schema, the value stays
/// a string.
pub(in crate::commands) fn of_schema(
    schema: Option<Schema>,
    bounds: Option<Bounds>,
    text: &str,
) -> Result<Value, String> {
    match schema {
        Some(Schema::Integer) => {
            let small = text.parse::<i64>().map(Value::from);
            small.or_else(|_| text.parse::<u64>().map(Value::from)).map_err(|_| check::whole_number(bounds))
        }
        Some(Schema::Boolean) => {
            text.parse::<bool>().map(Value::from).map_err(|_| "true or false".to_owned())
        }
        Some(Schema::List(Schema::Object(_))) => Err("a list of objects: give it as KEY:=JSON".to_owned()),
        Some(Schema::List(schema)) => {
            of_schema(Some(*schema), None, text).map(|value| Value::Array(vec![value]))
        }
        Some(Schema::Object(_)) => {
            let how = "give its properties as KEY.PROPERTY=VALUE, or the whole object as KEY:=JSON";
            Err(format!("an object: {how}"))
        }
        _ => Ok(Value::from(text)),
    }
}

/// Inserts a value at a path; a repeated key adds to its list.
pub(in crate::commands) fn insert(
    members: &mut Map<String, Value>,
    path: &[&str],
    value: Value,
    again: bool,
) -> Result<(), ()> {
    match path {
        [] => Err(()),
        [name] => {
            match (members.get_mut(*name), value) {
                (Some(Value::Array(items)), Value::Array(more)) if again => items.extend(more),
                (Some(_), _) if again => return Err(()),
                (_, value) => {
                    members.insert((*name).to_owned(), value);
                }
            }
            Ok(())
        }
        [name, rest @ ..] => match members.entry(*name).or_insert_with(|| Value::Object(Map::new())) {
            Value::Object(inner) => insert(inner, rest, value, again),
            _ => Err(()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::operation;
    use serde_json::json;

    #[test]
    fn read_refuses_endless_input() {
        let longest = "a".repeat(MAX_BYTES as usize);
        assert_eq!(text(longest.as_bytes()).unwrap(), longest);
        let refused = text(io::repeat(b' ')).unwrap_err();
        assert_eq!(refused.to_string(), "it is longer than 16 MiB");
    }

    #[test]
    fn text_skips_byte_order_mark_and_names_utf16() {
        assert_eq!(text(&b"\xef\xbb\xbf{}\r\n"[..]).unwrap(), "{}\r\n");
        for (bytes, problem) in [
            (&b"\xff\xfe{\0}\0"[..], "it is UTF-16 text: save the file as UTF-8"),
            (b"{\0}\0", "it is UTF-16 text: save the file as UTF-8"),
            (b"{\"a\":\"\xe9\"}", "it is not UTF-8 text (invalid at byte 6): save the file as UTF-8"),
        ] {
            assert_eq!(text(bytes).unwrap_err().to_string(), problem);
        }
    }

    #[test]
    fn typed_json_may_begin_with_a_byte_order_mark() {
        assert_eq!(
            read_for("users.search", &["emails:=\u{feff}[\"a\"]"], Some("\u{feff}{\"limit\":1}")),
            Ok(json!({ "emails": ["a"], "limit": 1 }))
        );
    }

    fn read_for(name: &str, typed: &[&str], json: Option<&str>) -> Result<Value, String> {
        let typed: Vec<_> = typed.iter().map(|&pair| pair.to_owned()).collect();
        match read(operation(name).unwrap(), &typed, json) {
            Ok(arguments) => Ok(Value::Object(arguments)),
            Err(Failure::Error(_, text)) => Err(text),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn read_parses_values_by_declared_kind() {
        assert_eq!(
            read_for(
                "users.search",
                &[
                    "orgId=7",
                    "limit=5",
                    "mfaEnabled=false",
                    "emails=a@example.com",
                    "emails=b=c@example.com",
                    "searchTerm=true"
                ],
                None
            ),
            Ok(json!({
                "orgId": "7", "limit": 5, "mfaEnabled": false,
                "emails": ["a@example.com", "b=c@example.com"], "searchTerm": "true",
            }))
        );
        assert_eq!(
            read_for(
                "users.search",
                &["sortBy:=[{\"field\":\"nick_name\"}]", "status=active"],
                Some(r#"{"limit":1}"#)
            ),
            Ok(json!({ "sortBy": [{ "field": "nick_name" }], "status": ["active"], "limit": 1 })),
        );
        assert_eq!(
            read_for("policies.create", &["data.type=policy"], Some(r#"{"data":{"id":"p"}}"#)),
            Ok(json!({ "data": { "id": "p", "type": "policy" } })),
        );
    }

    #[test]
    fn read_accepts_the_name_on_the_wire() {
        let typed = read_for("account.getProfile", &["account_id=a"], None);
        let json = read_for("account.getProfile", &[], Some(r#"{"account_id":"a"}"#));
        assert_eq!((typed, json), (Ok(json!({ "accountId": "a" })), Ok(json!({ "accountId": "a" }))));
        assert_eq!(
            read_for("roles.assign", &["userId=a"], Some(r#"{"accountId":"b"}"#)),
            Err("accountId: is given in --json as well: leave one of them out".to_owned())
        );
    }

    #[test]
    fn whole_number_covers_full_range_of_u64() {
        for number in [i64::MIN.into(), u64::MAX.into()] {
            let typed = format!("startIndex={number}");
            let read = read_for("scim.listUsers", &[&typed], None);
            assert_eq!(
                read,
                Ok(Value::Object(Map::from_iter([("startIndex".to_owned(), Value::Number(number))])))
            );
        }
    }

    #[test]
    fn read_refuses_malformed_arguments() {
        for (typed, json, problem) in [
            (&["limit"][..], None, r#""limit" is not an argument: give KEY=VALUE or KEY:=JSON"#),
            (&["limit=many"], None, "limit: must be a whole number from 1 to 100"),
            (&["limit=99999999999999999999999"], None, "limit: must be a whole number from 1 to 100"),
            (
                &["=x"],
                None,
                r#""=x" has an empty name before `=`: give KEY=VALUE, KEY.PROPERTY=VALUE or KEY:=JSON"#,
            ),
            (
                &[":=1"],
                None,
                r#"":=1" has an empty name before `=`: give KEY=VALUE, KEY.PROPERTY=VALUE or KEY:=JSON"#,
            ),
            (
                &["sortBy..field=x"],
                None,
                r#""sortBy..field=x" has an empty name before `=`: give KEY=VALUE, KEY.PROPERTY=VALUE or KEY:=JSON"#,
            ),
            (
                &["limit=1"],
                Some(r#"{"limit":2}"#),
                "limit: is given in --json as well: leave one of them out",
            ),
            (
                &["status=active"],
                Some(r#"{"status":[]}"#),
                "status: is given in --json as well: leave one of them out",
            ),
            (
                &["a.b.c=1"],
                Some(r#"{"a":{"b":{"c":2}}}"#),
                "a.b.c: is given in --json as well: leave one of them out",
            ),
            (&["a.b=1"], Some(r#"{"a":2}"#), "a.b: is given in --json as well: leave one of them out"),
            (&["a:=1"], Some(r#"{"a":{"b":2}}"#), "a: is given in --json as well: leave one of them out"),
            (&["mfaEnabled=yes"], None, "mfaEnabled: must be true or false"),
            (&["searchTerm=a", "searchTerm=b"], None, "searchTerm: is given in two conflicting ways"),
            (&["sortBy=nick_name"], None, "sortBy: must be a list of objects: give it as KEY:=JSON"),
            (
                &["emails:=[1"],
                None,
                "emails: is not JSON: it ends too early, at line 1 column 2; for text, give emails=TEXT",
            ),
            (&[], Some("[]"), "--json: must be one JSON object of arguments: it is not an object"),
            (
                &[],
                Some(r#"{"limit":1,"limit":2}"#),
                r#"--json: must be one JSON object of arguments: "limit" is given twice at line 1 column 21"#,
            ),
            (
                &[r#"sortBy:=[{"field":"a","field":"b"}]"#],
                None,
                r#"sortBy: is not JSON: "field" is given twice at line 1 column 26; for text, give sortBy=TEXT"#,
            ),
        ] {
            assert_eq!(read_for("users.search", typed, json).unwrap_err(), problem);
        }
    }
}

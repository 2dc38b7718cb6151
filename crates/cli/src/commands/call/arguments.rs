//! Parses the arguments of an operation into one flat object.

use std::fs::File;
use std::io::{self, Read};

use atlassian_admin::input;
use atlassian_admin::operation::Operation;
use atlassian_admin::schema::Kind;
use serde_json::{Map, Value};

use super::json;
use crate::exit::Failure;

/// Reads the arguments of `--json`, and then those of `KEY=VALUE`, which take precedence.
pub(super) fn read(
    operation: &Operation,
    typed: &[String],
    json: Option<&str>,
) -> Result<Map<String, Value>, Failure> {
    let mut arguments = match json {
        Some(json) => object(json)?,
        None => Map::new(),
    };
    // A list that was typed replaces the one of --json.
    let mut fresh = Vec::new();
    for pair in typed {
        let Some((key, text)) = pair.split_once('=') else {
            return Err(Failure::usage(format!("{pair:?} is not an argument: give KEY=VALUE or KEY:=JSON")));
        };
        let (key, value) = match key.strip_suffix(':') {
            Some(key) => {
                let value = json::read(text)
                    .map_err(|error| Failure::usage(format!("{key}: is not JSON: {error}")))?;
                (key, Some(value))
            }
            None => (key, None),
        };
        let path = path(operation, key);
        let kind = kind_at(operation, &path);
        let value = match value {
            Some(value) => value,
            None => of_kind(kind, text).map_err(|noun| Failure::usage(format!("{key}: must be {noun}")))?,
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
    let cannot = |error| Failure::usage(format!("--json: cannot read the arguments: {error}"));
    let text = match json.strip_prefix('@') {
        Some(file) => File::open(file).and_then(text).map_err(cannot)?,
        None if json == "-" => text(io::stdin()).map_err(cannot)?,
        None => json.to_owned(),
    };
    let problem = match json::read(&text) {
        Ok(Value::Object(arguments)) => return Ok(arguments),
        Ok(_) => "it is not an object".to_owned(),
        Err(error) => error.to_string(),
    };
    Err(Failure::usage(format!("--json: must be one JSON object of arguments: {problem}")))
}

fn text(from: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    let length = from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if length as u64 > MAX_BYTES {
        let problem = format!("they are longer than {} MiB", MAX_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, problem));
    }
    let text = input::text(&bytes)
        .map_err(|problem| io::Error::new(io::ErrorKind::InvalidData, format!("the input {problem}")))?;
    Ok(text.to_owned())
}

/// Splits a key into the names of its path. Dots separate properties, but some property names
/// contain dots themselves.
fn path<'a>(operation: &Operation, key: &'a str) -> Vec<&'a str> {
    match operation.param(key) {
        Some(_) => vec![key],
        None => key.split('.').collect(),
    }
}

fn kind_at(operation: &Operation, path: &[&str]) -> Option<Kind> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(operation.param(first)?.kind, |kind, name| {
        let Kind::Object(shape) = kind else { return None };
        (shape.members)().iter().find(|member| member.name == *name).map(|member| member.kind)
    })
}

/// Parses a value of a kind; the error names what is expected. Without a kind, the value stays a
/// string.
fn of_kind(kind: Option<Kind>, text: &str) -> Result<Value, &'static str> {
    match kind {
        Some(Kind::Integer) => {
            let small = text.parse::<i64>().map(Value::from);
            small.or_else(|_| text.parse::<u64>().map(Value::from)).map_err(|_| "a whole number")
        }
        Some(Kind::Boolean) => text.parse::<bool>().map(Value::from).map_err(|_| "true or false"),
        Some(Kind::List(kind)) => of_kind(Some(*kind), text).map(|value| Value::Array(vec![value])),
        Some(Kind::Object(_)) => {
            Err("an object: give its properties as KEY.PROPERTY=VALUE, or the whole object as KEY:=JSON")
        }
        _ => Ok(Value::from(text)),
    }
}

/// Inserts a value at a path; a repeated key adds to its list.
fn insert(members: &mut Map<String, Value>, path: &[&str], value: Value, again: bool) -> Result<(), ()> {
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
        assert_eq!(refused.to_string(), "they are longer than 16 MiB");
    }

    #[test]
    fn text_skips_byte_order_mark_and_names_utf16() {
        assert_eq!(text(&b"\xef\xbb\xbf{}\r\n"[..]).unwrap(), "{}\r\n");
        for (bytes, problem) in [
            (&b"\xff\xfe{\0}\0"[..], "the input is UTF-16 text: save the file as UTF-8"),
            (b"{\0}\0", "the input is UTF-16 text: save the file as UTF-8"),
            (b"{\"a\":\"\xe9\"}", "the input is not UTF-8 text (invalid at byte 6): save the file as UTF-8"),
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
                Some(r#"{"status":["suspended"],"limit":1}"#)
            ),
            Ok(json!({ "sortBy": [{ "field": "nick_name" }], "status": ["active"], "limit": 1 })),
            "typed arguments replace those of --json"
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
            (&["limit=many"], None, "limit: must be a whole number"),
            (&["mfaEnabled=yes"], None, "mfaEnabled: must be true or false"),
            (&["searchTerm=a", "searchTerm=b"], None, "searchTerm: is given in two conflicting ways"),
            (
                &["sortBy=nick_name"],
                None,
                "sortBy: must be an object: give its properties as KEY.PROPERTY=VALUE, or the whole object as KEY:=JSON",
            ),
            (&["emails:=[1"], None, "emails: is not JSON: EOF while parsing a list at line 1 column 2"),
            (&[], Some("[]"), "--json: must be one JSON object of arguments: it is not an object"),
            (
                &[],
                Some(r#"{"limit":1,"limit":2}"#),
                r#"--json: must be one JSON object of arguments: "limit" is given twice at line 1 column 21"#,
            ),
            (
                &[r#"sortBy:=[{"field":"a","field":"b"}]"#],
                None,
                r#"sortBy: is not JSON: "field" is given twice at line 1 column 26"#,
            ),
        ] {
            assert_eq!(read_for("users.search", typed, json).unwrap_err(), problem);
        }
    }
}

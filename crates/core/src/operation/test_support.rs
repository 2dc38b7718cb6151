//! What the tests of every operation share.

use serde_json::{Map, Number, Value};

use super::{Endpoint, ListStyle, Param, RequestParts, ResponseBody};
use crate::schema::{HasSchema, Schema};

/// The request line of a call, exactly.
pub(crate) fn wire<E: Endpoint>(call: &E) -> String {
    line(call, ListStyle::AsDocumented)
}

/// The request line and the body of a call, exactly.
pub(crate) fn request<E: Endpoint>(call: &E) -> (String, Option<String>) {
    (wire(call), call.encode().unwrap().body.map(|body| body.to_string()))
}

pub(crate) fn wire_with_repeated_keys<E: Endpoint>(call: &E) -> String {
    line(call, ListStyle::RepeatedKeys)
}

fn line<E: Endpoint>(call: &E, lists: ListStyle) -> String {
    format!("{} {}", E::OPERATION.method.as_str(), call.encode().unwrap().path_and_query(lists))
}

/// A quarter of the usual cases: there are two properties for each of many operations.
fn runner() -> proptest::test_runner::TestRunner {
    let usual = proptest::test_runner::Config::default();
    proptest::test_runner::TestRunner::new(proptest::test_runner::Config { cases: usual.cases / 4, ..usual })
}

/// Checks, with arbitrary arguments, that decoding in the simulator inverts encoding in the
/// client, in both list styles.
pub(crate) fn check<E: Endpoint>() {
    use proptest::prelude::*;

    let params = E::OPERATION.params;
    let arguments: Vec<_> = params.iter().map(argument).collect();
    runner()
        .run(&arguments, |values| {
            let arguments: Map<_, _> = params
                .iter()
                .zip(values)
                .filter_map(|(param, value)| Some((param.name.to_owned(), value?)))
                .collect();
            let arguments = sendable(arguments)?;
            let call: E = serde_json::from_value(Value::Object(arguments.clone())).unwrap();
            prop_assert_eq!(super::arguments(&call).unwrap(), arguments);
            for lists in [ListStyle::AsDocumented, ListStyle::RepeatedKeys] {
                let parts = call.encode().unwrap();
                let target = parts.path_and_query(lists);
                let body = parts.body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
                let (path, query) = target
                    .split_once('?')
                    .map_or((target.as_str(), None), |(path, query)| (path, Some(query)));
                let parts = RequestParts::parse(&E::OPERATION, path, query, &body).unwrap();
                let decoded = E::decode(&parts).unwrap();
                prop_assert_eq!(
                    super::arguments(&decoded).unwrap(),
                    super::arguments(&call).unwrap(),
                    "{}",
                    target
                );
            }
            Ok(())
        })
        .unwrap();
}

/// Makes arguments that are sent unchanged: clean ids and names, and no window that ends before it
/// begins.
fn sendable(
    mut arguments: Map<String, Value>,
) -> Result<Map<String, Value>, proptest::test_runner::TestCaseError> {
    super::clean::clean(&mut arguments)
        .map_err(|error| proptest::test_runner::TestCaseError::reject(error.to_string()))?;
    if arguments.values().any(|value| matches!(value.as_str(), Some("." | ".." | "-"))) {
        return Err(proptest::test_runner::TestCaseError::reject("a path refuses these"));
    }
    let millis = |name| arguments.get(name).and_then(crate::time::EpochMillis::of);
    if let (Some(from), Some(to)) = (millis("from"), millis("to"))
        && to < from
    {
        arguments.insert("from".to_owned(), to.0.to_string().into());
        arguments.insert("to".to_owned(), from.0.to_string().into());
    }
    Ok(arguments)
}

/// Checks, with arbitrary responses, that the client reads what the simulator writes without loss.
pub(crate) fn check_response<E: Endpoint>() {
    use proptest::prelude::*;

    runner()
        .run(&value(E::Response::SCHEMA, 0), |json| {
            let sent = json.to_string();
            for status in E::OPERATION.success {
                let status = http::StatusCode::from_u16(*status).unwrap();
                let answer = E::Response::decode(status, sent.as_bytes())
                    .map_err(|error| TestCaseError::fail(format!("{error}: {sent}")))?;
                let (_, written) = answer.encode(status).unwrap();
                if E::Response::SCHEMA == Schema::Nothing || status == http::StatusCode::NO_CONTENT {
                    prop_assert!(written.is_empty());
                } else {
                    let written: Value = serde_json::from_slice(&written).unwrap();
                    prop_assert_eq!(without_empty_links(written), without_empty_links(json.clone()));
                }
            }
            Ok(())
        })
        .unwrap();
}

/// Checks that no error contains a value of a response that does not match its type.
pub(crate) fn check_violations<E: Endpoint>() {
    for wrong in
        [Value::from("canary"), serde_json::json!({ "canary": "canary" }), serde_json::json!(["canary"])]
    {
        for answer in violations(E::Response::SCHEMA, 0, &wrong) {
            let status = http::StatusCode::from_u16(E::OPERATION.success[0]).unwrap();
            if let Err(error) = E::Response::decode(status, answer.to_string().as_bytes()) {
                assert!(!format!("{error} {error:?}").contains("canary"), "{error}: {answer}");
            }
        }
    }
}

/// Values of a schema with one thing wrong, each with another one.
fn violations(schema: Schema, depth: u32, wrong: &Value) -> Vec<Value> {
    let mut violations = vec![wrong.clone()];
    match schema {
        Schema::List(schema) if depth < 5 => {
            violations.extend(violations_of(*schema, depth, wrong).map(|item| Value::Array(vec![item])));
        }
        Schema::Object(object) if depth < 5 => {
            for member in (object.properties)() {
                let whole = plain(schema, depth);
                violations.extend(violations_of(member.schema, depth, wrong).map(|value| {
                    let mut whole = whole.clone();
                    whole[member.name] = value;
                    whole
                }));
            }
        }
        _ => {}
    }
    violations
}

fn violations_of(schema: Schema, depth: u32, wrong: &Value) -> impl Iterator<Item = Value> {
    violations(schema, depth + 1, wrong).into_iter()
}

/// The simplest value of a schema.
fn plain(schema: Schema, depth: u32) -> Value {
    match schema {
        Schema::Object(object) => {
            let members = (object.properties)().iter().filter(|member| member.required || depth < 3);
            members.map(|member| (member.name.to_owned(), plain(member.schema, depth + 1))).collect()
        }
        Schema::Text | Schema::Enum(_) => "x".into(),
        Schema::Integer => 1.into(),
        Schema::Boolean => true.into(),
        Schema::Time => "1779184800000".into(),
        Schema::List(_) => Value::Array(Vec::new()),
        Schema::Json => Value::Object(Map::new()),
        Schema::Nothing => Value::Null,
    }
}

/// A page without links may say so by an empty object.
fn without_empty_links(mut page: Value) -> Value {
    if let Value::Object(members) = &mut page {
        members.retain(|name, value| {
            !(["links", "meta"].contains(&name.as_str()) && *value == Value::Object(Map::new()))
        });
    }
    page
}

/// Any value for an argument, or none where it is optional.
fn argument(param: &Param) -> proptest::strategy::BoxedStrategy<Option<Value>> {
    use proptest::prelude::*;

    let some = match (param.schema, param.bounds) {
        // An empty list may be refused.
        (Schema::List(schema), bounds) => {
            let most = bounds.map_or(3, |bounds| bounds.max.min(3) as usize);
            proptest::collection::vec(value(*schema, 1), 1..=most).prop_map(Value::Array).boxed()
        }
        (Schema::Integer, Some(bounds)) => (bounds.min..=bounds.max).prop_map(Value::from).boxed(),
        (schema, _) => value(schema, 0),
    };
    let in_path = param.location.is_path();
    let some = some.prop_filter("a path refuses these", move |value| {
        !in_path || !matches!(value.as_str(), Some("." | ".." | "-"))
    });
    if param.required { some.prop_map(Some).boxed() } else { proptest::option::of(some).boxed() }
}

/// Any value of a schema.
fn value(schema: Schema, depth: u32) -> proptest::strategy::BoxedStrategy<Value> {
    use proptest::prelude::*;

    match schema {
        Schema::Text => "\\PC{1,12}".prop_map(Value::String).boxed(),
        Schema::Integer => any::<u32>().prop_map(|number| Value::Number(Number::from(number))).boxed(),
        Schema::Boolean => any::<bool>().prop_map(Value::Bool).boxed(),
        Schema::Time => any::<i64>().prop_map(|millis| Value::String(millis.to_string())).boxed(),
        Schema::Enum(known) => {
            prop_oneof![proptest::sample::select(known.values).prop_map(str::to_owned), "[a-z]{1,8}"]
                .prop_map(Value::String)
                .boxed()
        }
        Schema::List(_) if depth > 3 => Just(Value::Array(Vec::new())).boxed(),
        Schema::List(schema) => {
            proptest::collection::vec(value(*schema, depth + 1), 0..3).prop_map(Value::Array).boxed()
        }
        Schema::Object(object) => {
            // Deep values have only required properties, so that a recursive object is finite.
            let members = (object.properties)().iter().filter(|member| member.required || depth < 4);
            let members: Vec<_> = members
                .map(|member| {
                    let some = value(member.schema, depth + 1).prop_map(|value| Some((member.name, value)));
                    if member.required { some.boxed() } else { prop_oneof![Just(None), some].boxed() }
                })
                .collect();
            // Unknown properties must survive, too, except those around the items of a page.
            (members, proptest::option::of(any::<bool>()))
                .prop_map(move |(members, novel)| {
                    let novel = novel.filter(|_| object.of.is_none());
                    let mut object: Map<_, _> =
                        members.into_iter().flatten().map(|(name, value)| (name.to_owned(), value)).collect();
                    object.extend(novel.map(|novel| ("novel".to_owned(), Value::Bool(novel))));
                    Value::Object(object)
                })
                .boxed()
        }
        Schema::Json => "\\PC{1,12}".prop_map(|text| serde_json::json!({ "any": [text] })).boxed(),
        Schema::Nothing => Just(Value::Null).boxed(),
    }
}

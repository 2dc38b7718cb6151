//! What the tests of every operation share.

use serde_json::{Map, Number, Value};

use super::{Endpoint, Kind, ListStyle, Parts};

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

/// Checks, with arbitrary arguments, that the simulator's direction inverts the client's, whichever way lists are written.
pub(crate) fn check<E: Endpoint>() {
    use proptest::prelude::*;
    use proptest::test_runner::TestRunner;

    let params = E::OPERATION.params;
    let arguments: Vec<_> = params.iter().map(|param| value(param.kind, param.required)).collect();
    TestRunner::default()
        .run(&arguments, |values| {
            let arguments: Map<_, _> = params
                .iter()
                .zip(values)
                .filter_map(|(param, value)| Some((param.name.to_owned(), value?)))
                .collect();
            let call: E = serde_json::from_value(Value::Object(arguments.clone())).unwrap();
            prop_assert_eq!(super::arguments(&call).unwrap(), arguments);
            for lists in [ListStyle::AsDocumented, ListStyle::RepeatedKeys] {
                let parts = call.encode().unwrap();
                let target = parts.path_and_query(lists);
                let body = parts.body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
                let (path, query) = target
                    .split_once('?')
                    .map_or((target.as_str(), None), |(path, query)| (path, Some(query)));
                let parts = Parts::parse(&E::OPERATION, path, query, &body).unwrap();
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

/// Any value of a kind, or none where the argument is optional.
fn value(kind: Kind, required: bool) -> proptest::strategy::BoxedStrategy<Option<Value>> {
    use proptest::prelude::*;

    let text = "\\PC{1,12}".prop_filter("a path refuses these", |text| text != "." && text != "..");
    let some = match kind {
        Kind::Text => text.prop_map(Value::String).boxed(),
        Kind::Integer => any::<u32>().prop_map(|number| Value::Number(Number::from(number))).boxed(),
        Kind::Boolean => any::<bool>().prop_map(Value::Bool).boxed(),
        Kind::Time => any::<i64>().prop_map(|millis| Value::String(millis.to_string())).boxed(),
        Kind::Enum(known) => {
            proptest::sample::select(known).prop_map(|text| Value::String(text.into())).boxed()
        }
        Kind::List(_) => {
            proptest::collection::vec(text.prop_map(Value::String), 1..4).prop_map(Value::Array).boxed()
        }
        Kind::Json => text.prop_map(|city| serde_json::json!([{ "city": city }])).boxed(),
    };
    if required { some.prop_map(Some).boxed() } else { proptest::option::of(some).boxed() }
}

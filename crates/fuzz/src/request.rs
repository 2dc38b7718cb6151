//! Calls of every operation: what can be sent is read by the simulator as the same call.

use std::sync::LazyLock;

use atlassian_admin::endpoint::{Endpoint, ListStyle, Parts};
use atlassian_admin::{EndpointVisitor, OPERATIONS, operation, visit_endpoints};
use serde_json::Value;

use crate::input::{choose, chosen};
use crate::same::are_same;
use crate::sample::{Extent, arguments};
use crate::{Property, fixtures};

/// The first byte chooses an operation. The others are the JSON object of its arguments.
pub fn holds(data: &[u8]) {
    static CALLS: LazyLock<Vec<Property>> = LazyLock::new(|| {
        let mut calls = Calls(Vec::new());
        visit_endpoints(&mut calls);
        calls.0
    });
    let (send, data) = choose(&CALLS, data);
    send(data);
}

struct Calls(Vec<Property>);

impl EndpointVisitor for Calls {
    fn visit<E: Endpoint>(&mut self) {
        self.0.push(send::<E>);
    }
}

fn send<E: Endpoint>(data: &[u8]) {
    let Ok(call) = serde_json::from_slice::<E>(data) else { return };
    let given = serde_json::to_value(&call).expect("a call is JSON");
    let Ok(parts) = call.encode() else { return };
    for lists in [ListStyle::AsDocumented, ListStyle::RepeatedKeys] {
        let target = parts.path_and_query(lists);
        let (path, query) =
            target.split_once('?').map_or((target.as_str(), None), |(path, query)| (path, Some(query)));
        let body = parts.body.as_ref().map(Value::to_string).unwrap_or_default();
        let read = Parts::parse(&E::OPERATION, path, query, body.as_bytes()).expect("a request");
        let read = E::decode(&read).unwrap_or_else(|error| panic!("{error}: {target} {body}"));
        let read = serde_json::to_value(read).expect("a call is JSON");
        assert!(are_same(&read, &given), "{target} {body}: {read} is not {given}");
    }
}

/// For each operation the least call, one with all arguments, and those of the suite that all
/// hosts run.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (index, operation) in OPERATIONS.iter().enumerate() {
        for extent in [Extent::Least, Extent::Whole] {
            seeds.push(chosen(index, Value::Object(arguments(operation, extent)).to_string()));
        }
    }
    let by_hand = [
        ("scim.listUsers", r#"{"directoryId":"d","startIndex":18446744073709551615}"#),
        // The quick reader of JSON may miss the last digit of such a fraction.
        ("workspaces.search", r#"{"orgId":"o","query":{"a":[1.8888888888888888888e93]}}"#),
    ]
    .map(|(name, arguments)| (name.to_owned(), arguments.to_owned()));
    for (name, arguments) in fixtures::rows().into_iter().chain(by_hand) {
        let place = OPERATIONS.iter().position(|it| Some(it) == operation(&name));
        seeds.extend(place.map(|place| chosen(place, arguments)));
    }
    seeds
}

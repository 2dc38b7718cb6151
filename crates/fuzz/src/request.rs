//! Calls of every operation: the simulator reads each sent request as the same call.

use atlassian_admin::operation::{Endpoint, ListStyle, Operation, RequestParts};
use atlassian_admin::{EndpointVisitor, OPERATIONS, operation, visit_endpoints};
use serde_json::Value;

use crate::fixtures;
use crate::input::{choose, chosen};
use crate::same::are_same;
use crate::sample::{Extent, arguments};

/// The first byte chooses an operation. The others are the JSON object of its arguments.
pub fn holds(data: &[u8]) {
    let (operation, data) = choose(OPERATIONS, data);
    visit_endpoints(&mut Request { id: operation.id, data });
}

/// The arguments of an operation.
struct Request<'a> {
    id: &'static str,
    data: &'a [u8],
}

impl EndpointVisitor for Request<'_> {
    fn visit<E: Endpoint>(&mut self) {
        if E::OPERATION.id == self.id {
            send::<E>(self.data);
        }
    }
}

fn send<E: Endpoint>(data: &[u8]) {
    let Ok(call) = serde_json::from_slice::<E>(data) else { return };
    let given = serde_json::to_value(&call).expect("a call is JSON");
    let Ok(parts) = call.encode() else { return };
    for lists in [ListStyle::AsDocumented, ListStyle::RepeatedKeys] {
        let target = parts.path_and_query(lists);
        let received = received(&E::OPERATION, &target, parts.body.as_ref());
        let read = E::decode(&received).unwrap_or_else(|error| panic!("{error}: {target} {:?}", parts.body));
        let read = serde_json::to_value(read).expect("a call is JSON");
        assert!(are_same(&read, &given), "{target} {:?}: {read} is not {given}", parts.body);
    }
}

/// Reads a request as the simulator does.
pub(crate) fn received(operation: &Operation, target: &str, body: Option<&Value>) -> RequestParts {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let body = body.map(Value::to_string).unwrap_or_default();
    RequestParts::parse(operation, path, query, body.as_bytes()).expect("a request")
}

/// For each operation the smallest call, one with all arguments, and those of the suite that all
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
        // The fast JSON parser may miss the last digit of such a fraction.
        ("workspaces.search", r#"{"orgId":"o","query":{"a":[1.8888888888888888888e93]}}"#),
    ]
    .map(|(name, arguments)| (name.to_owned(), arguments.to_owned()));
    let json = fixtures::arguments().map(|(name, arguments)| (name, Value::from(arguments).to_string()));
    for (name, arguments) in json.chain(by_hand) {
        let place = OPERATIONS.iter().position(|it| Some(it) == operation(&name));
        seeds.extend(place.map(|place| chosen(place, arguments)));
    }
    seeds
}

//! Responses of every operation: what is parsed and serialized parses again to the same value.

use atlassian_admin::operation::Endpoint;
use atlassian_admin::response::ResponseBody;
use atlassian_admin::{EndpointVisitor, OPERATIONS, response_schema, visit_endpoints};
use http::StatusCode;

use crate::fixtures;
use crate::input::{choose, chosen};
use crate::sample::{Extent, value};

/// The first byte chooses an operation, the second one of its success statuses. The others are the
/// response.
pub fn holds(data: &[u8]) {
    let (operation, data) = choose(OPERATIONS, data);
    visit_endpoints(&mut Response { id: operation.id, data });
}

/// The response of an operation.
struct Response<'a> {
    id: &'static str,
    data: &'a [u8],
}

impl EndpointVisitor for Response<'_> {
    fn visit<E: Endpoint>(&mut self) {
        if E::OPERATION.id == self.id {
            reread::<E>(self.data);
        }
    }
}

fn reread<E: Endpoint>(data: &[u8]) {
    let (received, body) = choose(E::OPERATION.success, data);
    let status = |status: u16| StatusCode::from_u16(status).expect("a status");
    let read = match E::Response::decode(status(*received), body) {
        Ok(read) => read,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let (sent, written) = read.encode(status(E::OPERATION.success[0])).expect("what was read can be written");
    let again = E::Response::decode(sent, &written)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&written)));
    let rewritten = again.encode(sent).expect("what was read can be written");
    assert_eq!(rewritten, (sent, written), "{}", E::OPERATION.id);
}

/// For each operation the smallest response, one with all properties, and the fixtures.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (index, operation) in OPERATIONS.iter().enumerate() {
        let Some(schema) = response_schema(operation) else { continue };
        for extent in [Extent::Least, Extent::Whole] {
            seeds.push(chosen(index, chosen(0, value(schema, extent, 0).to_string())));
        }
        if operation.group == "events" {
            seeds.extend(fixtures::PAGES.map(|page| chosen(index, chosen(0, page))));
        }
    }
    seeds
}

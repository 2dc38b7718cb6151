//! Walks through the simulator: the examples of all operations, sent without the client, which
//! would hide how a request was refused. Each operation is also called in ways that must be
//! refused, and each read with everything that it can return.

use std::collections::BTreeSet;
use std::sync::Arc;

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{ListStyle, Location, Operation, Param, QueryPair, RequestParts};
use atlassian_admin_core::schema::Schema;
use atlassian_admin_simulator::{Reply, Simulator};
use atlassian_admin_testing::VirtualTime;
use atlassian_admin_testing::examples::{self, Call, Examples, Setup};
use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{Request, StatusCode};
use serde_json::{Map, Value, json};

use crate::Outcome;

/// The organizations that are walked through: what one of them does not have, another one may.
const SEEDS: [u64; 5] = [1, 3, 4, 6, 9];

/// Identifiers that lead nowhere: a malformed one and a well-formed one.
const UNKNOWN: [&str; 2] = ["unknown", "00000000-0000-0000-0000-000000000000"];

/// A response of the simulator.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) operation: &'static Operation,
    pub(crate) status: StatusCode,
    pub(crate) body: Bytes,
}

/// What the walks brought.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    pub(crate) responses: Vec<Response>,
    /// Requests that should have been refused, and operations that were not reached.
    pub(crate) problems: Vec<String>,
}

impl Walk {
    /// Takes all walks.
    pub(crate) fn take() -> Outcome<Self> {
        let (all, mut walk) = (examples::all()?, Self::default());
        for seed in SEEDS {
            let mut tried = BTreeSet::new();
            for (operation, Examples { examples, refusals }) in &all {
                let answered = examples.iter().filter(|it| it.response.is_some());
                let answered = answered.map(|it| (&it.setup, &it.arguments, true));
                let refused = refusals.iter().map(|it| (&it.setup, &it.arguments, false));
                for (setup, arguments, succeeds) in answered.chain(refused) {
                    // With a quirk, responses are not as documented.
                    if setup.quirks.is_empty() {
                        Visit::new(seed, &mut walk)
                            .example(operation, setup, arguments, succeeds, &mut tried);
                    }
                }
            }
        }
        for (what, success) in [("called with success", true), ("refused", false)] {
            let responses = walk.responses.iter().filter(|response| response.status.is_success() == success);
            let reached: BTreeSet<_> = responses.map(|response| response.operation.id).collect();
            let missing = OPERATIONS.iter().filter(|operation| !reached.contains(operation.id));
            walk.problems.extend(missing.map(|missing| format!("walk: {} is never {what}", missing.id)));
        }
        Ok(walk)
    }
}

/// A visit to one simulator.
struct Visit<'a> {
    simulator: Simulator,
    /// The values of the names in arguments: `$orgId`.
    known: Map<String, Value>,
    walk: &'a mut Walk,
}

impl<'a> Visit<'a> {
    fn new(seed: u64, walk: &'a mut Walk) -> Self {
        let simulator = Simulator::builder(Arc::new(VirtualTime::new(drop)))
            .seed(seed)
            .accounts(examples::ACCOUNTS)
            .events(examples::EVENTS)
            .rate_limits(false)
            .build();
        let known = Map::from_iter([
            ("orgId".to_owned(), simulator.org_id().to_string().into()),
            ("directoryId".to_owned(), simulator.directory_id().to_string().into()),
        ]);
        Self { simulator, known, walk }
    }

    /// Sends an example; nothing where its setup cannot be made in this organization.
    fn example(
        &mut self,
        operation: &'static Operation,
        setup: &Setup,
        arguments: &Map<String, Value>,
        succeeds: bool,
        tried: &mut BTreeSet<&'static str>,
    ) -> Option<()> {
        self.arrange(setup)?;
        for Call(name, arguments, keep) in &setup.calls {
            let operation = atlassian_admin_core::operation(name)?;
            let parts = RequestParts::from_arguments(operation, self.filled(arguments)).ok()?;
            let response = self.send(operation, &parts, self.key(operation))?;
            let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
            self.walk.responses.push(response);
            for (name, pointer) in keep {
                self.known.insert(name.clone(), body.pointer(pointer)?.clone());
            }
        }
        let arguments = self.filled(arguments);
        let parts = RequestParts::from_arguments(operation, arguments.clone()).ok()?;
        let is_first = succeeds && tried.insert(operation.id);
        if is_first {
            self.try_variants(operation, &arguments, &parts);
        }
        let response = self.send(operation, &parts, self.key(operation))?;
        self.walk.responses.push(response);
        if is_first && !operation.idempotent {
            // Whether it is refused now depends on the operation: a name may be taken.
            self.walk.responses.extend(self.send(operation, &parts, self.key(operation)));
        }
        Some(())
    }

    /// Makes the scenario of a setup, and keeps the identifiers that it named.
    fn arrange(&mut self, setup: &Setup) -> Option<()> {
        let scenario = Value::from(setup.scenario.clone()).to_string();
        let request = Request::post("https://api.atlassian.com/_simulator/scenario").body(scenario.into());
        let Reply::Respond(reply) = self.simulator.respond(&request.ok()?) else { return None };
        let ids = serde_json::from_slice::<Map<String, Value>>(&reply.body).ok()?;
        self.known.extend(ids);
        reply.status.is_success().then_some(())
    }

    fn filled(&self, arguments: &Map<String, Value>) -> Map<String, Value> {
        arguments.iter().map(|(name, value)| (name.clone(), examples::fill(value, &self.known))).collect()
    }

    /// Calls an operation in ways that must be refused, and reads with everything that they can
    /// return.
    fn try_variants(
        &mut self,
        operation: &'static Operation,
        arguments: &Map<String, Value>,
        parts: &RequestParts,
    ) {
        for (parts, expected) in refused(operation, arguments) {
            let response = self.send(operation, &parts, self.key(operation));
            self.expect_refusal(&parts, expected, response);
        }
        let response = self.send(operation, parts, "unknown");
        self.expect_refusal(parts, Some(401), response);
        if operation.reads {
            let parts = fullest(operation, parts.clone());
            self.walk.responses.extend(self.send(operation, &parts, self.key(operation)));
        }
    }

    fn expect_refusal(&mut self, parts: &RequestParts, expected: Option<u16>, response: Option<Response>) {
        let Some(response) = response else { return };
        let (id, status) = (response.operation.id, response.status.as_u16());
        if response.status.is_success() || expected.is_some_and(|expected| status != expected) {
            let expected = expected.map_or("a refusal".to_owned(), |expected| expected.to_string());
            let target = parts.path_and_query(ListStyle::AsDocumented);
            let problem = format!("walk: {id}: status {status} for {target}, expected {expected}");
            self.walk.problems.push(problem);
        }
        self.walk.responses.push(response);
    }

    fn key(&self, operation: &Operation) -> &str {
        match operation.auth {
            KeyKind::Directory => self.simulator.directory_key(),
            _ => self.simulator.api_key(),
        }
    }

    /// Sends a request as the client would send it.
    fn send(&self, operation: &'static Operation, parts: &RequestParts, key: &str) -> Option<Response> {
        let target = parts.path_and_query(ListStyle::AsDocumented);
        let body = parts.body.as_ref().map(Value::to_string).unwrap_or_default();
        let request = Request::builder()
            .method(operation.method.as_str())
            .uri(format!("https://api.atlassian.com{target}"))
            .header(AUTHORIZATION, format!("Bearer {key}"))
            .body(body.into())
            .ok()?;
        match self.simulator.respond(&request) {
            Reply::Respond(reply) => Some(Response { operation, status: reply.status, body: reply.body }),
            _ => None,
        }
    }
}

/// The request with an unknown identifier, cursor or filter, with a body that is not an object, and
/// beyond each bound, which the client would not send; each with the status of its response, where
/// there is only one.
fn refused(operation: &Operation, arguments: &Map<String, Value>) -> Vec<(RequestParts, Option<u16>)> {
    let mut requests = Vec::new();
    let mut with = |name: &str, value: Value| {
        let mut arguments = arguments.clone();
        arguments.insert(name.to_owned(), value);
        requests.extend(RequestParts::from_arguments(operation, arguments).ok().map(|parts| (parts, None)));
    };
    for param in operation.params {
        if param.location.is_path() {
            UNKNOWN.into_iter().for_each(|unknown| with(param.name, unknown.into()));
        } else if ["cursor", "filter"].contains(&param.name) {
            with(param.name, "unknown".into());
        }
    }
    if let Ok(mut parts) = RequestParts::from_arguments(operation, arguments.clone())
        && let Some(body) = &mut parts.body
    {
        *body = json!(["no object"]);
        requests.push((parts, Some(400)));
    }
    for param in operation.params {
        let (Some(bounds), Ok(mut parts)) =
            (param.bounds, RequestParts::from_arguments(operation, arguments.clone()))
        else {
            continue;
        };
        let texts = vec!["x"; bounds.max as usize + 1];
        set(
            &mut parts,
            param,
            match param.schema {
                Schema::Integer => (bounds.max + 1).into(),
                Schema::Object(_) => json!({ "eq": texts }),
                _ => texts.into(),
            },
        );
        requests.push((parts, Some(400)));
    }
    requests
}

/// The request with the largest page, and with all that can be expanded.
fn fullest(operation: &Operation, mut parts: RequestParts) -> RequestParts {
    for param in operation.params {
        match (param.name, param.schema, param.bounds) {
            ("limit", _, Some(bounds)) => set(&mut parts, param, bounds.max.into()),
            ("expand", Schema::List(Schema::Enum(known)), _) => {
                set(&mut parts, param, known.values.to_vec().into())
            }
            ("counts", Schema::Object(object), _) => {
                let all = (object.properties)().iter().map(|member| (member.name.to_owned(), true.into()));
                set(&mut parts, param, Value::Object(all.collect()));
            }
            _ => {}
        }
    }
    parts
}

/// Sets an argument, without any check.
fn set(parts: &mut RequestParts, param: &Param, value: Value) {
    let name = param.name.to_owned();
    match (&mut parts.body, value) {
        (Some(Value::Object(body)), value) if param.location.is_body() => {
            body.insert(name, value);
        }
        (_, value) => {
            let Location::Query(style) = param.location else { return };
            parts.query.retain(|pair| pair.name != name);
            let values = match value {
                Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                other => vec![other.to_string()],
            };
            parts.query.push(QueryPair { name, values, style });
        }
    }
}

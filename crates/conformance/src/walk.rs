//! Walks through the simulator: the cases of the behaviour suite, sent without the client, which
//! would hide how a request was refused. Each operation is also called in ways that must be
//! refused, and each read with everything that it can return.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{ListStyle, Location, Operation, Param, Parts, QueryPair};
use atlassian_admin_core::schema::Kind;
use atlassian_admin_core::{OPERATIONS, operation};
use atlassian_admin_simulator::{Reply, Simulator};
use atlassian_admin_testing::VirtualTime;
use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{Request, StatusCode};
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::schema::{entries, items};

/// The cases of the behaviour suite.
const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../native/tests/suite/cases");

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

/// A step of a case: the call of an operation.
#[derive(Debug)]
struct Step<'a> {
    operation: &'static Operation,
    with: &'a Value,
    fails: bool,
    /// JSON pointers into the response, by the names of what they lead to.
    keep: &'a Value,
}

/// All cases in which the simulator responds as documented.
fn cases() -> Outcome<Vec<Value>> {
    let mut cases: Vec<Value> = Vec::new();
    for file in std::fs::read_dir(CASES)? {
        let file = file?.path();
        let read: Result<Vec<Value>, _> = serde_json::from_slice(&std::fs::read(&file)?);
        cases.extend(read.map_err(|error| format!("{}: {error}", file.display()))?);
    }
    cases.retain(|case| {
        case.get("client").is_none()
            && entries(&case["simulator"]).all(|(setting, _)| ["accounts", "events"].contains(&setting))
            && items(&case["steps"]).all(|step| step.get("faults").or(step.get("answers")).is_none())
    });
    Ok(cases)
}

/// The steps of a case that call an operation; a row has operation, arguments, request, response,
/// and what to keep.
fn steps(case: &Value) -> impl Iterator<Item = Step<'_>> {
    let steps = items(&case["steps"]).map(|step| {
        let name = step.get("call").or(step.get("walk"));
        (name, &step["with"], step.get("fails").is_some(), &step["keep"])
    });
    let rows = items(&case["rows"]).map(|row| (row.get(0), &row[1], false, &row[4]));
    steps.chain(rows).filter_map(|(name, with, fails, keep)| {
        Some(Step { operation: operation(name?.as_str()?)?, with, fails, keep })
    })
}

impl Walk {
    /// Takes all walks.
    pub(crate) fn take() -> Outcome<Self> {
        let (cases, mut walk) = (cases()?, Self::default());
        for seed in SEEDS {
            let mut tried = BTreeSet::new();
            for case in &cases {
                let mut visit = Visit::new(seed, &case["simulator"], &mut walk);
                // A step may need what an earlier one keeps.
                let _ = steps(case).try_for_each(|step| visit.step(&step, &mut tried));
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
    known: BTreeMap<String, Value>,
    walk: &'a mut Walk,
}

impl<'a> Visit<'a> {
    fn new(seed: u64, setup: &Value, walk: &'a mut Walk) -> Self {
        let number = |name: &str| setup[name].as_u64().unwrap_or(10);
        let simulator = Simulator::builder(Arc::new(VirtualTime::new(drop)))
            .seed(seed)
            .accounts(number("accounts"))
            .events(number("events"))
            .rate_limits(false)
            .build();
        let known = BTreeMap::from([
            ("orgId".to_owned(), simulator.org_id().to_string().into()),
            ("directoryId".to_owned(), simulator.directory_id().to_string().into()),
        ]);
        Self { simulator, known, walk }
    }

    /// Takes a step; nothing where a later step cannot be taken.
    fn step(&mut self, step: &Step<'_>, tried: &mut BTreeSet<&'static str>) -> Option<()> {
        let operation = step.operation;
        let arguments = self.filled(step.with)?;
        // The client refuses some steps, without a request.
        let Ok(parts) = Parts::from_arguments(operation, arguments.clone()) else { return Some(()) };
        let is_first = !step.fails && tried.insert(operation.id);
        if is_first {
            self.try_variants(operation, &arguments, &parts);
        }
        let response = self.send(operation, &parts, self.key(operation))?;
        let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        self.walk.responses.push(response);
        if is_first && !operation.idempotent {
            // Whether it is refused now depends on the operation: a name may be taken.
            self.walk.responses.extend(self.send(operation, &parts, self.key(operation)));
        }
        for (name, pointer) in entries(step.keep) {
            self.known.insert(name.to_owned(), body.pointer(pointer.as_str()?)?.clone());
        }
        Some(())
    }

    /// Arguments with what is known in the place of names: `"$name"` is the value itself, and
    /// `$name` within a text its text.
    fn filled(&self, arguments: &Value) -> Option<Map<String, Value>> {
        let mut json = arguments.to_string();
        // A name that begins with another one comes first.
        for (name, value) in self.known.iter().rev() {
            json = json.replace(&format!("\"${name}\""), &value.to_string());
            if let Some(text) = value.as_str() {
                json = json.replace(&format!("${name}"), text);
            }
        }
        let arguments: Option<_> = serde_json::from_str(&json).ok()?;
        Some(arguments.unwrap_or_default())
    }

    /// Calls an operation in ways that must be refused, and reads with everything that they can
    /// return.
    fn try_variants(&mut self, operation: &'static Operation, arguments: &Map<String, Value>, parts: &Parts) {
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

    fn expect_refusal(&mut self, parts: &Parts, expected: Option<u16>, response: Option<Response>) {
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
    fn send(&self, operation: &'static Operation, parts: &Parts, key: &str) -> Option<Response> {
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
fn refused(operation: &Operation, arguments: &Map<String, Value>) -> Vec<(Parts, Option<u16>)> {
    let mut requests = Vec::new();
    let mut with = |name: &str, value: Value| {
        let mut arguments = arguments.clone();
        arguments.insert(name.to_owned(), value);
        requests.extend(Parts::from_arguments(operation, arguments).ok().map(|parts| (parts, None)));
    };
    for param in operation.params {
        if param.location.is_path() {
            UNKNOWN.into_iter().for_each(|unknown| with(param.name, unknown.into()));
        } else if ["cursor", "filter"].contains(&param.name) {
            with(param.name, "unknown".into());
        }
    }
    if let Ok(mut parts) = Parts::from_arguments(operation, arguments.clone())
        && let Some(body) = &mut parts.body
    {
        *body = json!(["no object"]);
        requests.push((parts, Some(400)));
    }
    for param in operation.params {
        let (Some(bounds), Ok(mut parts)) =
            (param.bounds, Parts::from_arguments(operation, arguments.clone()))
        else {
            continue;
        };
        let texts = vec!["x"; bounds.max as usize + 1];
        set(
            &mut parts,
            param,
            match param.kind {
                Kind::Integer => (bounds.max + 1).into(),
                Kind::Object(_) => json!({ "eq": texts }),
                _ => texts.into(),
            },
        );
        requests.push((parts, Some(400)));
    }
    requests
}

/// The request with the largest page, and with all that can be expanded.
fn fullest(operation: &Operation, mut parts: Parts) -> Parts {
    for param in operation.params {
        match (param.name, param.kind, param.bounds) {
            ("limit", _, Some(bounds)) => set(&mut parts, param, bounds.max.into()),
            ("expand", Kind::List(Kind::Enum(values)), _) => set(&mut parts, param, values.to_vec().into()),
            ("counts", Kind::Object(shape), _) => {
                let all = (shape.members)().iter().map(|member| (member.name.to_owned(), true.into()));
                set(&mut parts, param, Value::Object(all.collect()));
            }
            _ => {}
        }
    }
    parts
}

/// Sets an argument, without any check.
fn set(parts: &mut Parts, param: &Param, value: Value) {
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

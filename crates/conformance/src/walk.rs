//! Walks through the simulator: the cases of the behaviour suite, sent without the client, which would hide how a request was
//! refused. Each operation is also called in ways that must be refused, and each read with everything that it can return.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::endpoint::{ListStyle, Location, Operation, Param, Parts, QueryPair};
use atlassian_admin_core::shape::Kind;
use atlassian_admin_core::{OPERATIONS, operation};
use atlassian_admin_simulator::{Reply, Simulator};
use atlassian_admin_testing::VirtualTime;
use bytes::Bytes;
use http::Request;
use http::header::AUTHORIZATION;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::schema::entries;

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
    pub(crate) status: u16,
    pub(crate) body: Bytes,
}

impl Response {
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// What the walks brought.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    pub(crate) responses: Vec<Response>,
    /// Requests that should have been refused, and operations that were not reached.
    pub(crate) problems: Vec<String>,
}

/// A case, as far as it is used here. Its other properties are for the suite's own runners.
#[derive(Debug, Deserialize)]
struct Case {
    #[serde(default)]
    simulator: Map<String, Value>,
    client: Option<Value>,
    #[serde(default)]
    steps: Vec<Step>,
    #[serde(default)]
    rows: Vec<Row>,
}

/// A step that calls an operation, or does something else.
#[derive(Debug, Clone, Default, Deserialize)]
struct Step {
    #[serde(alias = "walk")]
    call: Option<String>,
    #[serde(default)]
    with: Map<String, Value>,
    fails: Option<Value>,
    #[serde(default)]
    keep: Map<String, Value>,
    /// What makes the simulator respond otherwise than documented.
    faults: Option<Value>,
    answers: Option<Value>,
}

/// A step in short: operation, arguments, request, response, and what to keep.
#[derive(Debug, Clone, Deserialize)]
#[expect(dead_code, reason = "the suite's own runners compare the request and the response")]
struct Row(String, Map<String, Value>, Value, Value, #[serde(default)] Map<String, Value>);

impl Case {
    /// All cases in which the simulator responds as documented.
    fn load() -> Outcome<Vec<Self>> {
        let mut files =
            std::fs::read_dir(CASES)?.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<_>>>()?;
        files.sort();
        let mut cases = Vec::new();
        for file in files {
            let read =
                |file: &Path| -> Outcome<Vec<Self>> { Ok(serde_json::from_slice(&std::fs::read(file)?)?) };
            cases.extend(read(&file).map_err(|error| format!("{}: {error}", file.display()))?);
        }
        cases.retain(Self::is_plain);
        Ok(cases)
    }

    fn is_plain(&self) -> bool {
        self.client.is_none()
            && self.simulator.keys().all(|setting| ["accounts", "events"].contains(&setting.as_str()))
            && self.steps.iter().all(|step| step.faults.is_none() && step.answers.is_none())
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        let rows = self.rows.iter().cloned().map(|Row(call, with, _, _, keep)| Step {
            call: Some(call),
            with,
            keep,
            ..Step::default()
        });
        self.steps.iter().cloned().chain(rows)
    }
}

impl Walk {
    /// Takes all walks.
    pub(crate) fn take() -> Outcome<Self> {
        let (cases, mut walk) = (Case::load()?, Self::default());
        for seed in SEEDS {
            let mut tried = BTreeSet::new();
            for case in &cases {
                let mut visit = Visit::new(seed, &case.simulator);
                for step in case.steps() {
                    if !visit.step(&step, &mut tried, &mut walk) {
                        break;
                    }
                }
            }
        }
        let reached = |success: bool| -> BTreeSet<&str> {
            let responses = walk.responses.iter().filter(|response| response.is_success() == success);
            responses.map(|response| response.operation.id).collect()
        };
        for (what, reached) in [("called with success", reached(true)), ("refused", reached(false))] {
            let missing = OPERATIONS.iter().map(|operation| operation.id).filter(|id| !reached.contains(id));
            walk.problems.extend(missing.map(|id| format!("walk: {id} is never {what}")));
        }
        Ok(walk)
    }
}

/// A visit to one simulator.
struct Visit {
    simulator: Simulator,
    /// The values of the names in arguments: `$orgId`.
    known: Map<String, Value>,
}

impl Visit {
    fn new(seed: u64, setup: &Map<String, Value>) -> Self {
        let mut builder = Simulator::builder(Arc::new(VirtualTime::new(drop))).seed(seed).rate_limits(false);
        let number = |name: &str| setup.get(name).and_then(Value::as_u64);
        if let Some(accounts) = number("accounts") {
            builder = builder.accounts(accounts);
        }
        if let Some(events) = number("events") {
            builder = builder.events(events);
        }
        let simulator = builder.build();
        let known = Map::from_iter([
            ("orgId".to_owned(), simulator.org_id().to_string().into()),
            ("directoryId".to_owned(), simulator.directory_id().to_string().into()),
        ]);
        Self { simulator, known }
    }

    /// Takes a step; whether the next one can be taken.
    fn step(&mut self, step: &Step, tried: &mut BTreeSet<&'static str>, walk: &mut Walk) -> bool {
        let Some(operation) = step.call.as_deref().and_then(operation) else { return true };
        let Value::Object(arguments) = self.filled(&step.with.clone().into()) else { return true };
        // The client refuses some steps, without a request.
        let Ok(parts) = Parts::from_arguments(operation, arguments.clone()) else { return true };
        let is_first = step.fails.is_none() && tried.insert(operation.id);
        if is_first {
            self.try_variants(operation, &arguments, &parts, walk);
        }
        let Some(response) = self.send(operation, &parts, self.key(operation)) else { return false };
        let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        walk.responses.push(response);
        if is_first && !operation.idempotent {
            // Whether it is refused now depends on the operation: a name may be taken.
            walk.responses.extend(self.send(operation, &parts, self.key(operation)));
        }
        let pointers = step.keep.iter().filter_map(|(name, pointer)| Some((name, pointer.as_str()?)));
        for (name, pointer) in pointers {
            let Some(value) = body.pointer(pointer) else { return false };
            self.known.insert(name.clone(), value.clone());
        }
        true
    }

    /// Calls an operation in ways that must be refused, and reads with everything that they can return.
    fn try_variants(
        &self,
        operation: &'static Operation,
        arguments: &Map<String, Value>,
        parts: &Parts,
        walk: &mut Walk,
    ) {
        for (parts, expected) in refused(operation, arguments) {
            self.expect_refusal(operation, &parts, self.key(operation), expected, walk);
        }
        self.expect_refusal(operation, parts, "unknown", Some(401), walk);
        if operation.reads {
            let parts = fullest(operation, parts.clone());
            walk.responses.extend(self.send(operation, &parts, self.key(operation)));
        }
    }

    fn expect_refusal(
        &self,
        operation: &'static Operation,
        parts: &Parts,
        key: &str,
        expected: Option<u16>,
        walk: &mut Walk,
    ) {
        let Some(response) = self.send(operation, parts, key) else { return };
        if response.is_success() || expected.is_some_and(|expected| response.status != expected) {
            let expected = expected.map_or("a refusal".to_owned(), |expected| expected.to_string());
            let target = parts.path_and_query(ListStyle::AsDocumented);
            walk.problems.push(format!(
                "walk: {}: status {} for {target}, expected {expected}",
                operation.id, response.status
            ));
        }
        walk.responses.push(response);
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
            Reply::Respond(reply) => {
                Some(Response { operation, status: reply.status.as_u16(), body: reply.body })
            }
            _ => None,
        }
    }

    /// A value with what is known in the place of names: `$name` alone is the value itself, and part of a text its text.
    fn filled(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => match text.strip_prefix('$').and_then(|name| self.known.get(name)) {
                Some(whole) => whole.clone(),
                None => self.text(text).into(),
            },
            Value::Array(items) => items.iter().map(|item| self.filled(item)).collect(),
            Value::Object(_) => {
                entries(value).map(|(name, value)| (name.to_owned(), self.filled(value))).collect()
            }
            other => other.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        let mut parts = text.split('$');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(part.len());
            let (name, rest) = part.split_at(end);
            match self.known.get(name).and_then(Value::as_str) {
                Some(value) => filled.push_str(value),
                None => filled.extend(["$", name]),
            }
            filled.push_str(rest);
        }
        filled
    }
}

/// The request with an unknown identifier, cursor or filter, and beyond each bound, which the client would not send; each with the
/// status of its response, where there is only one.
fn refused(operation: &Operation, arguments: &Map<String, Value>) -> Vec<(Parts, Option<u16>)> {
    let mut requests = Vec::new();
    let mut with = |name: &str, value: Value| {
        let mut arguments = arguments.clone();
        arguments.insert(name.to_owned(), value);
        requests.extend(Parts::from_arguments(operation, arguments).ok().map(|parts| (parts, None)));
    };
    for param in operation.params {
        if param.location == Location::Path {
            UNKNOWN.into_iter().for_each(|unknown| with(param.name, unknown.into()));
        } else if ["cursor", "filter"].contains(&param.name) {
            with(param.name, "unknown".into());
        }
    }
    for param in operation.params {
        let (Some(bounds), Ok(mut parts)) =
            (param.bounds, Parts::from_arguments(operation, arguments.clone()))
        else {
            continue;
        };
        let items = vec!["x"; bounds.max as usize + 1];
        set(
            &mut parts,
            param,
            match param.kind {
                Kind::Integer => (bounds.max + 1).into(),
                Kind::Object(_) => json!({ "eq": items }),
                _ => items.into(),
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
            parts.query.retain(|pair| pair.name != name);
            let values = match value {
                Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                other => vec![other.to_string()],
            };
            parts.query.push(QueryPair { name, values, location: param.location });
        }
    }
}

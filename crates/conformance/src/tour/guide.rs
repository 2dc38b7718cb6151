//! Walks the tour through a simulator in process, in simulated time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::endpoint::{ListStyle, Location, Operation, Parts, QueryPair};
use atlassian_admin_core::shape::Kind;
use atlassian_admin_core::{OPERATIONS, operation};
use atlassian_admin_simulator::{Reply, Simulator, VirtualTime};
use bytes::Bytes;
use http::Request;
use http::header::AUTHORIZATION;
use serde_json::{Map, Value};

use super::{Expected, NEVER_WRONG, Step};

/// What the simulator answered to a call.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) operation: &'static Operation,
    pub(crate) status: u16,
    pub(crate) body: Bytes,
}

/// The tour as it went.
#[derive(Debug, Default)]
pub(crate) struct Tour {
    /// All answers that came as expected.
    pub(crate) answers: Vec<Answer>,
    /// Calls that went otherwise, and operations that the tour does not reach.
    pub(crate) problems: Vec<String>,
}

impl Tour {
    /// Makes the tour through the organization of this seed.
    pub(crate) fn make(seed: u64, steps: Vec<Step>) -> Self {
        let mut guide = Guide::new(seed);
        let mut tour = Self::default();
        for step in steps {
            let name = step.operation;
            match guide.go(step) {
                Ok(answers) => tour.answers.extend(answers),
                Err(problem) => tour.problems.push(format!("tour: {name}: {problem}")),
            }
        }
        for operation in OPERATIONS {
            if !guide.done.contains_key(operation.id) {
                tour.problems.push(format!("tour: {} is never called with success", operation.id));
            }
            if !guide.refused.contains(operation.id) && !NEVER_WRONG.contains(&operation.id) {
                tour.problems.push(format!("tour: {} is never refused", operation.id));
            }
        }
        tour
    }
}

/// A simulator, and what is known so far.
struct Guide {
    simulator: Simulator,
    known: BTreeMap<&'static str, String>,
    /// The arguments of each operation's last successful call.
    done: BTreeMap<&'static str, Map<String, Value>>,
    refused: BTreeSet<&'static str>,
}

impl Guide {
    fn new(seed: u64) -> Self {
        let time = Arc::new(VirtualTime::new(drop));
        let simulator =
            Simulator::builder(time).seed(seed).accounts(40).events(500).rate_limits(false).build();
        let known = BTreeMap::from([
            ("org", simulator.org_id().to_string()),
            ("directory", simulator.directory_id().to_string()),
        ]);
        Self { simulator, known, done: BTreeMap::new(), refused: BTreeSet::new() }
    }

    /// Takes a step. A successful call is also made with a wrong key, and beyond each of its
    /// bounds.
    fn go(&mut self, step: Step) -> Result<Vec<Answer>, String> {
        let operation = operation(step.operation).ok_or("there is no such operation")?;
        let given = self.fill(step.arguments)?;
        match step.expected {
            Expected::Success(learned) => {
                let arguments = self.places(operation, given);
                let stranger = self.send(operation, &arguments, "a key of nobody")?.with_status(401)?;
                let answer = self.send(operation, &arguments, self.key(operation))?;
                if !(200..300).contains(&answer.status) {
                    return Err(format!("refused: {}", answer.told()));
                }
                let mut answers = vec![stranger];
                for parts in beyond_bounds(operation, &arguments)? {
                    answers.push(self.send_parts(operation, parts, self.key(operation))?.with_status(400)?);
                }
                for (name, pointer) in learned {
                    self.known.insert(name, answer.text_at(pointer)?);
                }
                self.done.insert(operation.id, arguments);
                answers.push(answer);
                Ok(answers)
            }
            Expected::Refusal(status) => {
                let mut arguments = self.done.get(operation.id).cloned().unwrap_or_default();
                arguments.extend(given);
                let arguments = self.places(operation, arguments);
                let answer = self.send(operation, &arguments, self.key(operation))?.with_status(status)?;
                self.refused.insert(operation.id);
                Ok(vec![answer])
            }
        }
    }

    /// Adds the organization and the directory where they are not given.
    fn places(&self, operation: &Operation, mut arguments: Map<String, Value>) -> Map<String, Value> {
        for (argument, name) in [("orgId", "org"), ("directoryId", "directory")] {
            let takes = operation.param(argument).is_some_and(|param| param.location == Location::Path);
            if let Some(value) = self.known.get(name).filter(|_| takes && !arguments.contains_key(argument)) {
                arguments.insert(argument.to_owned(), Value::String(value.clone()));
            }
        }
        arguments
    }

    fn fill(&self, arguments: Map<String, Value>) -> Result<Map<String, Value>, String> {
        arguments.into_iter().map(|(name, value)| Ok((name, self.filled(value)?))).collect()
    }

    /// A value with what is known in the place of names.
    fn filled(&self, value: Value) -> Result<Value, String> {
        Ok(match value {
            Value::String(text) => Value::String(self.text(&text)?),
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.filled(item)).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => Value::Object(self.fill(members)?),
            other => other,
        })
    }

    fn text(&self, text: &str) -> Result<String, String> {
        let mut parts = text.split('$');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(part.len());
            let (name, rest) = part.split_at(end);
            filled.push_str(self.known.get(name).ok_or_else(|| format!("${name} is not known by now"))?);
            filled.push_str(rest);
        }
        Ok(filled)
    }

    fn key(&self, operation: &Operation) -> &str {
        match operation.auth {
            KeyKind::Directory => self.simulator.directory_key(),
            _ => self.simulator.api_key(),
        }
    }

    /// Sends what the client would send, without the client: it would keep from us what was refused, and how.
    fn send(
        &self,
        operation: &'static Operation,
        arguments: &Map<String, Value>,
        key: &str,
    ) -> Result<Answer, String> {
        let parts = Parts::from_arguments(operation, arguments.clone()).map_err(|error| error.to_string())?;
        self.send_parts(operation, parts, key)
    }

    fn send_parts(&self, operation: &'static Operation, parts: Parts, key: &str) -> Result<Answer, String> {
        let target = parts.path_and_query(ListStyle::AsDocumented);
        let body = parts.body.map(|body| body.to_string()).unwrap_or_default();
        let request = Request::builder()
            .method(operation.method.as_str())
            .uri(format!("https://api.atlassian.com{target}"))
            .header(AUTHORIZATION, format!("Bearer {key}"))
            .body(body.into())
            .map_err(|error| error.to_string())?;
        match self.simulator.respond(&request) {
            Reply::Respond(answer) => {
                Ok(Answer { operation, status: answer.status.as_u16(), body: answer.body })
            }
            other => Err(format!("no answer: {other:?}")),
        }
    }
}

/// The call once for each bound of the operation, one beyond it. The client would not send them.
fn beyond_bounds(operation: &Operation, arguments: &Map<String, Value>) -> Result<Vec<Parts>, String> {
    let mut calls = Vec::new();
    for param in operation.params {
        let Some(bounds) = param.bounds else { continue };
        let over = bounds.max + 1;
        let items = vec!["x".to_owned(); over as usize];
        let mut parts =
            Parts::from_arguments(operation, arguments.clone()).map_err(|error| error.to_string())?;
        let name = param.name.to_owned();
        if let Some(body) = parts.body.as_mut().and_then(Value::as_object_mut) {
            let value = match param.kind {
                Kind::Integer => over.into(),
                Kind::Object(_) => serde_json::json!({ "eq": items }),
                _ => items.into(),
            };
            body.insert(name, value);
        } else {
            parts.query.retain(|pair| pair.name != name);
            let values = if param.kind == Kind::Integer { vec![over.to_string()] } else { items };
            parts.query.push(QueryPair { name, values, location: param.location });
        }
        calls.push(parts);
    }
    Ok(calls)
}

impl Answer {
    /// The answer, where it has this status.
    fn with_status(self, status: u16) -> Result<Self, String> {
        if self.status == status { Ok(self) } else { Err(format!("should be a {status}: {}", self.told())) }
    }

    /// The text or number at a place of the body.
    fn text_at(&self, pointer: &str) -> Result<String, String> {
        let body: Value = serde_json::from_slice(&self.body).map_err(|error| error.to_string())?;
        match body.pointer(pointer) {
            Some(Value::String(text)) => Ok(text.clone()),
            found => Err(format!("at {pointer} there is no text but {found:?}: {}", self.told())),
        }
    }

    fn told(&self) -> String {
        let body: String = String::from_utf8_lossy(&self.body).chars().take(200).collect();
        format!("{} {body}", self.status)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{call, refused};
    use super::*;
    use serde_json::json;

    #[test]
    fn one_step_leads_to_the_next() {
        let tour = Tour::make(
            1,
            vec![
                call("getDomains", json!({})).learn("domain", "/data/0/id"),
                call("getDomainById", json!({"domainId": "$domain"})),
                refused("getDomainById", 404, json!({"domainId": "00000000-0000-0000-0000-000000000000"})),
            ],
        );
        let seen: Vec<_> = tour.answers.iter().map(|answer| (answer.operation.id, answer.status)).collect();
        assert_eq!(
            seen,
            [
                ("getDomains", 401),
                ("getDomains", 200),
                ("getDomainById", 401),
                ("getDomainById", 200),
                ("getDomainById", 404)
            ]
        );
        let missed: Vec<_> = tour.problems.iter().filter(|problem| problem.contains("getDomain")).collect();
        assert_eq!(missed, ["tour: getDomains is never refused"]);
    }

    #[test]
    fn a_step_that_goes_otherwise_is_a_problem() {
        let problems = |step: Step| Tour::make(1, vec![step]).problems.remove(0);
        assert_eq!(problems(call("getNothing", json!({}))), "tour: getNothing: there is no such operation");
        assert_eq!(
            problems(call("getDomainById", json!({"domainId": "$x"}))),
            "tour: getDomainById: $x is not known by now"
        );
        let unknown =
            problems(call("getDomainById", json!({"domainId": "00000000-0000-0000-0000-000000000000"})));
        assert!(unknown.starts_with("tour: getDomainById: refused: 404 {"), "{unknown}");
        let allowed = problems(refused("getOrgs", 403, json!({})));
        assert!(allowed.starts_with("tour: getOrgs: should be a 403: 200 {"), "{allowed}");
        let lacking = problems(call("getOrgs", json!({})).learn("x", "/data/7"));
        assert!(
            lacking.starts_with("tour: getOrgs: at /data/7 there is no text but None: 200 {"),
            "{lacking}"
        );
    }
}

//! The examples of the operations: the JSON file beside each operation of the core.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::url::percent_encode;
use serde::Deserialize;
use serde_json::{Map, Value};

/// An examples file. These types are its schema: an unknown property is an error.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Requests, and the responses of a simulator.
    pub examples: Vec<Example>,
    /// Requests that a simulator refuses.
    pub refusals: Vec<Refusal>,
}

/// A request and its response.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What the example shows, as a predicate of the operation: `finds users by status`.
    pub name: String,
    /// What the organization has before the request.
    #[serde(default)]
    pub setup: Setup,
    /// The arguments by their names.
    pub arguments: Map<String, Value>,
    /// The exact request.
    pub request: Request,
    /// The response, by the rules of [`matching`](crate::matching). Without it, the example
    /// defines the request alone.
    pub response: Option<Response>,
}

/// A request and its refusal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// What is refused.
    pub name: String,
    /// What the organization has before the request.
    #[serde(default)]
    pub setup: Setup,
    /// The arguments by their names.
    pub arguments: Map<String, Value>,
    /// The status of the response.
    pub status: u16,
    /// The code in the response, where it has one.
    pub code: Option<String>,
    /// What the error's hint matches.
    pub hint: Option<Value>,
}

/// What an example needs. Names in texts, such as `$orgId`, stand for what it made: `$orgId` and
/// `$directoryId` are always there, the scenario makes `$accountId`, `$groupId`, `$policyId`,
/// `$tokenId` and `$scimUserId`, and calls keep values under names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Setup {
    /// The simulator's quirks.
    pub quirks: Vec<String>,
    /// The steps of a scenario, as `POST /_simulator/scenario` takes them.
    pub scenario: Vec<Value>,
    /// Calls before the request.
    pub calls: Vec<Call>,
}

/// An operation, its arguments, and pointers into the response to keep values by their names.
#[derive(Debug, Clone, Deserialize)]
pub struct Call(pub String, pub Map<String, Value>, #[serde(default)] pub BTreeMap<String, String>);

/// A request.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path as it is sent, escaped.
    pub path: String,
    /// The query as it is sent, escaped.
    pub query: Option<String>,
    /// The body.
    pub body: Option<Value>,
}

/// A response.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The body. Without it, the response is empty.
    pub body: Option<Value>,
}

impl Request {
    /// Method, path and query with the values of names: `GET /admin/v1/orgs?cursor=c`.
    #[must_use]
    pub fn line(&self, known: &Map<String, Value>) -> String {
        let query = self.query.as_ref().map_or(String::new(), |query| format!("?{query}"));
        let line = format!("{} {}{query}", self.method, self.path);
        fill_text(&line, known, |text| percent_encode(&text).to_string())
    }
}

/// The number of accounts in the organization of an example.
pub const ACCOUNTS: u64 = 40;

/// The number of events in its audit log.
pub const EVENTS: u64 = 100;

/// The examples of each operation of this build, in the order of [`OPERATIONS`].
///
/// # Errors
/// A file that cannot be read or does not match its schema.
pub fn all() -> Result<Vec<(&'static Operation, Examples)>, String> {
    OPERATIONS.iter().map(|operation| Ok((operation, of(operation)?))).collect()
}

/// The examples of an operation.
///
/// # Errors
/// A file that cannot be read or does not match its schema.
pub fn of(operation: &Operation) -> Result<Examples, String> {
    let path = folder().join(operation.group).join(operation.name).with_extension("json");
    let read = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_slice(&read).map_err(|error| format!("{}: {error}", path.display()))
}

/// The folder of the operations, which has a folder for each group.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/api")
}

/// Arguments as the words of the command line's `call`: `limit:=5`, `name=readers`.
#[must_use]
pub fn words(arguments: &Map<String, Value>) -> Vec<String> {
    let word = |(name, value): (&String, &Value)| match value {
        Value::String(text) => format!("{name}={text}"),
        other => format!("{name}:={other}"),
    };
    arguments.iter().map(word).collect()
}

/// A value with the values of names: `$orgId` alone is the value itself, and within a text it is
/// its text.
#[must_use]
pub fn fill(value: &Value, known: &Map<String, Value>) -> Value {
    let inner = |value: &Value| fill(value, known);
    match value {
        Value::String(text) => match text.strip_prefix('$').and_then(|name| known.get(name)) {
            Some(whole) => whole.clone(),
            None => fill_text(text, known, |text| text).into(),
        },
        Value::Array(items) => items.iter().map(inner).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), inner(member))).collect()
        }
        other => other.clone(),
    }
}

/// A text with the texts of names, each as `written` writes it.
pub fn fill_text(text: &str, known: &Map<String, Value>, written: impl Fn(String) -> String) -> String {
    let mut parts = text.split('$');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        match known.get(name).and_then(Value::as_str) {
            Some(value) => filled.push_str(&written(value.to_owned())),
            None => filled.push_str(&format!("${name}")),
        }
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn fill_replaces_names_by_their_values() {
        let known = json!({ "a": [1], "b": "x/y" });
        let known = known.as_object().unwrap();
        let filled = fill(&json!({ "whole": "$a", "text": ["<$b> $a $c"] }), known);
        assert_eq!(filled, json!({ "whole": [1], "text": ["<x/y> $a $c"] }));
        let request = json!({ "method": "GET", "path": "/$b", "query": "q=$b" });
        let request: Request = serde_json::from_value(request).unwrap();
        assert_eq!(request.line(known), "GET /x%2Fy?q=x%2Fy");
    }
}

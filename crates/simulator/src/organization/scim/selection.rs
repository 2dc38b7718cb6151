//! Which attributes a response holds (RFC 7644, section 3.9).

use serde_json::Value;

use super::Document;
use super::path::{self, Path};
use crate::problem::{Problem, ScimType};

/// Attributes that every response holds.
const ALWAYS: [&str; 2] = ["id", "schemas"];

/// The attributes that a request selects or excludes.
#[derive(Debug, Clone)]
pub(super) struct Selection {
    names: Vec<String>,
    /// Whether only the names are returned; otherwise all but these.
    only: bool,
}

impl Selection {
    /// Reads `attributes` and `excludedAttributes`.
    pub(super) fn new(only: Option<Vec<String>>, without: Option<Vec<String>>) -> Result<Self, Problem> {
        if only.is_some() && without.is_some() {
            let detail = "attributes and excludedAttributes exclude each other";
            return Err(Problem::scim(ScimType::InvalidValue, detail));
        }
        let (is_only, names) = (only.is_some(), only.or(without).unwrap_or_default());
        let is_attribute =
            |name: &String| Path::parse(name, &[], false).is_ok_and(|path| path.filter.is_none());
        match names.iter().find(|name| !is_attribute(name)) {
            None => Ok(Self { names, only: is_only }),
            Some(name) => Err(Problem::scim(ScimType::InvalidPath, format!("{name} is not an attribute"))),
        }
    }

    /// The selected part of a document, whose extensions say where the URNs of the names end.
    pub(super) fn of(&self, document: Document) -> Value {
        let known = path::urns_of(&document);
        let paths = self.names.iter().filter_map(|name| Path::parse(name, &known, false).ok());
        let paths: Vec<_> = paths.collect();
        let mut steps: Vec<Vec<_>> = paths.iter().map(|path| path.steps().collect()).collect();
        if self.only {
            steps.extend(ALWAYS.map(|name| vec![name]));
        } else {
            let is_always = |name: &str| ALWAYS.iter().any(|always| always.eq_ignore_ascii_case(name));
            steps.retain(|steps| !matches!(steps.as_slice(), [name] if is_always(name)));
        }
        let steps: Vec<_> = steps.iter().map(Vec::as_slice).collect();
        select(document.into(), &steps, self.only)
    }
}

/// Only the parts of a value, or of each of several values, to which any of the paths leads, or all
/// but these.
fn select(value: Value, paths: &[&[&str]], only: bool) -> Value {
    let selected = |(name, value): (String, Value)| {
        let paths = paths.iter().filter_map(|path| path.split_first());
        let paths: Vec<_> =
            paths.filter(|(first, _)| first.eq_ignore_ascii_case(&name)).map(|(_, rest)| rest).collect();
        match paths.iter().any(|path| path.is_empty()) {
            _ if paths.is_empty() => (!only).then_some((name, value)),
            true => only.then_some((name, value)),
            false => Some((name, select(value, &paths, only))),
        }
    };
    match value {
        Value::Array(items) => items.into_iter().map(|item| select(item, paths, only)).collect(),
        Value::Object(parts) => Value::Object(parts.into_iter().filter_map(selected).collect()),
        other => other,
    }
}

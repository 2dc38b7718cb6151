//! `operations`: what can be called.

use atlassian_admin::endpoint::{Location, Operation, Stability};
use atlassian_admin::shape::Kind;
use atlassian_admin::{OPERATIONS, operation};
use serde_json::{Value, json};

use crate::args::OperationsArgs;
use crate::exit::Failure;
use crate::nearest;
use crate::output::{put, table};

pub(super) fn run(args: &OperationsArgs) -> Result<(), Failure> {
    let one = args.operation.as_deref().map(find).transpose()?;
    if args.json {
        let listed: Vec<_> =
            OPERATIONS.iter().filter(|any| one.is_none_or(|one| one.id == any.id)).map(entry).collect();
        return put(format!("{}\n", Value::Array(listed)).as_bytes());
    }
    match one {
        Some(operation) => put(details(operation).as_bytes()),
        None => {
            let rows: Vec<_> = OPERATIONS.iter().map(row).collect();
            put(table::render(["operation", "id", "request", ""], &rows).as_bytes())
        }
    }
}

/// The operation of this name, or else the nearest names.
pub(super) fn find(name: &str) -> Result<&'static Operation, Failure> {
    if let Some(found) = operation(name) {
        return Ok(found);
    }
    let dotted: Vec<_> = OPERATIONS.iter().map(Operation::dotted).collect();
    let names = dotted.iter().map(String::as_str).chain(OPERATIONS.iter().map(|operation| operation.id));
    let hint = nearest::hint(name, names);
    Err(Failure::usage(format!("there is no operation {name:?}{hint} (`operations` lists them all)")))
}

fn entry(operation: &Operation) -> Value {
    let dotted = operation.dotted();
    let (group, name) = dotted.split_once('.').unwrap_or_default();
    json!({
        "id": operation.id,
        "group": group,
        "name": name,
        "method": operation.method.as_str(),
        "path": operation.path,
        "scopes": operation.scopes,
        "success": operation.success,
        "stability": stability(operation).0,
        "until": stability(operation).1,
        "replacement": operation.replacement,
        "key": operation.auth.name(),
    })
}

/// In a word, and until when it works.
fn stability(operation: &Operation) -> (&'static str, Option<&'static str>) {
    match operation.stability {
        Stability::Experimental => ("experimental", None),
        Stability::Deprecated(date) => ("deprecated", Some(date)),
        _ => ("stable", None),
    }
}

fn row(operation: &Operation) -> Vec<String> {
    let remark = match stability(operation) {
        ("stable", _) => String::new(),
        (word, None) => word.to_owned(),
        (word, Some(date)) => format!("{word}, works until {date}"),
    };
    let request = format!("{} {}", operation.method.as_str(), operation.path);
    vec![operation.dotted(), operation.id.to_owned(), request, remark]
}

fn details(operation: &Operation) -> String {
    let mut text = format!(
        "{} ({}): {}\n{} {}\n{}\nkey: {}\n",
        operation.dotted(),
        operation.id,
        operation.summary,
        operation.method.as_str(),
        operation.path,
        operation.docs,
        operation.auth,
    );
    if !operation.scopes.is_empty() {
        text.push_str(&format!("scopes: {}\n", operation.scopes.join(", ")));
    }
    if let (_, Some(date)) = stability(operation) {
        let successor = operation.replacement.unwrap_or("nothing");
        text.push_str(&format!("works until {date}; use instead: {successor}\n"));
    }
    if operation.params.is_empty() {
        return text;
    }
    text.push_str("\narguments:\n");
    for param in operation.params {
        let place = match param.location {
            Location::Path => "path",
            location if location.is_body() => "body",
            _ => "query",
        };
        let needed = if param.required { ", must be given" } else { "" };
        let (name, docs) = (param.name, param.docs);
        text.push_str(&format!("  {name} ({}, in the {place}{needed}): {docs}\n", kind(param.kind)));
        let known = values(param.kind);
        if !known.is_empty() {
            text.push_str(&format!("      known: {}\n", known.join(", ")));
        }
    }
    text
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::List(of) => format!("list of {}", self::kind(*of)),
        Kind::Object(shape) => {
            let names: Vec<_> = (shape.members)().iter().map(|member| member.name).collect();
            format!("object with {}", names.join(", "))
        }
        other => other.noun().to_owned(),
    }
}

fn values(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Enum(known) => known,
        Kind::List(of) => values(*of),
        _ => &[],
    }
}

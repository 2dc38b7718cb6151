//! `operations`: lists the operations, with their commands.

use std::time::SystemTime;

use atlassian_admin::operation::{Location, Operation, Param, Stability};
use atlassian_admin::schema::{Property, Schema};
use atlassian_admin::{OPERATIONS, Runtime, TokioRuntime, operation};
use serde_json::{Value, json};

use crate::args::OperationsArgs;
use crate::exit::Failure;
use crate::output::{Head, put, write_table};
use crate::{groups, nearest};

pub(super) fn run(args: &OperationsArgs, json: bool, quiet: bool) -> Result<(), Failure> {
    let asked: Vec<&Operation> = match args.operation.as_deref() {
        None => OPERATIONS.iter().collect(),
        Some(name) => match groups::operations(name).collect::<Vec<_>>() {
            none if none.is_empty() => vec![find_or_group(name)?],
            group => group,
        },
    };
    if json {
        let listed: Vec<_> = asked.into_iter().map(entry).collect();
        return put(format!("{}\n", Value::Array(listed)).as_bytes());
    }
    let now = TokioRuntime::new().now();
    match (asked.as_slice(), &args.operation) {
        ([operation], Some(name)) if groups::split(operation).0 != *name => {
            put(details(operation, now).as_bytes())
        }
        (listed, _) => {
            let rows: Vec<_> = listed.iter().map(|operation| row(operation, now)).collect();
            let heads = [
                Head::whole("operation"),
                Head::whole("command"),
                Head::text("id"),
                Head::text("request"),
                Head::text("remarks"),
            ];
            write_table(&heads, &rows, quiet).map_err(|error| Failure::stdout(&error))
        }
    }
}

/// Finds an operation by its name, or else suggests similar operations and groups.
fn find_or_group(name: &str) -> Result<&'static Operation, Failure> {
    let groups = groups::names();
    match nearest::nearest(name, groups.iter().map(String::as_str)).first() {
        Some(group) if operation(name).is_none() && !name.contains('.') => Err(Failure::usage(format!(
            "unknown operation or group {name:?}: did you mean {group}? (`operations` lists them all)"
        ))),
        _ => find(name),
    }
}

/// Finds an operation by its name, or else suggests similar ones.
pub(super) fn find(name: &str) -> Result<&'static Operation, Failure> {
    if let Some(found) = operation(name) {
        return Ok(found);
    }
    let dotted: Vec<_> = OPERATIONS.iter().map(Operation::dotted).collect();
    let names = dotted.iter().map(String::as_str).chain(OPERATIONS.iter().map(|operation| operation.id));
    let hint = nearest::hint(name, names);
    Err(Failure::usage(format!("unknown operation {name:?}{hint} (`operations` lists them all)")))
}

fn entry(operation: &Operation) -> Value {
    let (group, name) = groups::split(operation);
    json!({
        "id": operation.id,
        "group": group,
        "name": name,
        "command": groups::command(operation),
        "method": operation.method.as_str(),
        "path": operation.path,
        "scopes": operation.scopes,
        "success": operation.success,
        "stability": stability(operation),
        "until": operation.retirement().map(|retirement| retirement.date),
        "replacement": operation.retirement().map(|retirement| retirement.replacements),
        "key": operation.auth.name(),
        "arguments": operation.params.iter().map(argument).collect::<Vec<_>>(),
    })
}

fn argument(param: &Param) -> Value {
    let mut argument = json!({
        "name": param.name,
        "in": place(param),
        "required": param.required,
        "kind": describe(param.schema),
        "docs": param.docs,
    });
    if let (Some(bounds), Value::Object(members)) = (param.bounds, &mut argument) {
        members.insert("minimum".to_owned(), bounds.min.into());
        members.insert("maximum".to_owned(), bounds.max.into());
        members.extend(bounds.default.map(|default| ("default".to_owned(), default.into())));
    }
    describe_object(&mut argument, param.schema, &mut Vec::new());
    argument
}

/// Adds the properties of an object, or of the objects in a list.
fn describe_object(described: &mut Value, schema: Schema, within: &mut Vec<&'static str>) {
    let object = match schema {
        Schema::Object(object) => object,
        Schema::List(of) => return describe_object(described, *of, within),
        _ => return,
    };
    let Value::Object(members) = described else { return };
    if within.contains(&object.name) {
        return;
    }
    within.push(object.name);
    let property = |member: &Property| {
        let mut property = json!({
            "name": member.name,
            "required": member.required,
            "kind": describe(member.schema),
            "docs": member.docs,
        });
        describe_object(&mut property, member.schema, within);
        property
    };
    members.insert("properties".to_owned(), (object.properties)().iter().map(property).collect());
    within.pop();
}

fn place(param: &Param) -> &'static str {
    match param.location {
        Location::Path(_) => "path",
        Location::Query(_) => "query",
        Location::Body(_) => "body",
    }
}

/// Names the stability in one word.
fn stability(operation: &Operation) -> &'static str {
    match operation.stability {
        Stability::Experimental => "experimental",
        Stability::Deprecated(_) => "deprecated",
        _ => "stable",
    }
}

fn row(operation: &Operation, now: SystemTime) -> Vec<String> {
    let remark = match operation.stability {
        Stability::Stable => String::new(),
        Stability::Deprecated(retirement) => retirement.when(now),
        _ => stability(operation).to_owned(),
    };
    let request = format!("{} {}", operation.method.as_str(), operation.path);
    vec![operation.dotted(), groups::command(operation), operation.id.to_owned(), request, remark]
}

fn details(operation: &Operation, now: SystemTime) -> String {
    let mut text = format!(
        "{} ({}): {}\n{} {}\n{}\ncommand: atlassian-admin {} (--help has its flags)\nkey: {}\n",
        operation.dotted(),
        operation.id,
        operation.summary,
        operation.method.as_str(),
        operation.path,
        operation.docs,
        groups::command(operation),
        operation.auth,
    );
    if !operation.scopes.is_empty() {
        text.push_str(&format!("scopes: {}\n", operation.scopes.join(", ")));
    }
    if let Some(retirement) = operation.retirement() {
        text.push_str(&format!("{}\n", retirement.note(now)));
    }
    if operation.params.is_empty() {
        return text;
    }
    text.push_str("\narguments:\n");
    for param in operation.params {
        let place = place(param);
        let needed = if param.required { ", must be given" } else { "" };
        let (name, docs) = (param.name, param.docs);
        let bounds = param.bounds.map(|bounds| format!(" {}", bounds.docs)).unwrap_or_default();
        text.push_str(&format!(
            "  {name} ({}, in the {place}{needed}): {docs}{bounds}\n",
            describe(param.schema)
        ));
        known(&mut text, param.schema);
        properties(&mut text, param.name, param.schema, &mut Vec::new());
    }
    text
}

fn known(text: &mut String, schema: Schema) {
    let known = values(schema);
    if !known.is_empty() {
        text.push_str(&format!("      known: {}\n", known.join(", ")));
    }
}

/// Lists the properties of an object, or of the objects in a list, and theirs. An object within
/// one of its own kind is not repeated.
fn properties(text: &mut String, name: &str, schema: Schema, within: &mut Vec<&'static str>) {
    let (name, object) = match schema {
        Schema::Object(object) => (name.to_owned(), object),
        Schema::List(of) => return properties(text, &format!("{name}[]"), *of, within),
        _ => return,
    };
    if within.contains(&object.name) {
        return;
    }
    within.push(object.name);
    for member in (object.properties)() {
        let name = format!("{name}.{}", member.name);
        let needed = if member.required { ", must be given" } else { "" };
        text.push_str(&format!("    {name} ({}{needed}): {}\n", describe(member.schema), member.docs));
        known(text, member.schema);
        properties(text, &name, member.schema, within);
    }
    within.pop();
}

fn describe(schema: Schema) -> String {
    match schema {
        Schema::List(of) => format!("list of {}", describe(*of)),
        Schema::Object(object) => {
            let names: Vec<_> = (object.properties)().iter().map(|member| member.name).collect();
            format!("object with {}", names.join(", "))
        }
        other => other.expectation().to_owned(),
    }
}

fn values(schema: Schema) -> &'static [&'static str] {
    match schema {
        Schema::Enum(known) => known.values,
        Schema::List(of) => values(*of),
        _ => &[],
    }
}

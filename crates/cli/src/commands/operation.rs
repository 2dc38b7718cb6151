//! The commands of the operations: reads their flags into arguments, and calls.

use atlassian_admin::operation::Operation;
use atlassian_admin::schema::{ObjectSchema, Schema, Violation};
use serde_json::{Map, Value};

use super::call::{Call, Show, insert, json_of, of_schema};
use crate::args::{Flag, Global, OperationArgs, Output, flags};
use crate::exit::{Code, Failure};
use crate::explain::Explained;
use crate::signals::Interrupt;
use crate::{groups, nearest};

pub(super) async fn run(
    global: &Global,
    args: OperationArgs,
    earlier: Output,
    interrupt: Interrupt,
) -> Result<(), Failure> {
    let format = args.output.or(earlier).format()?;
    let call = Call {
        operation: args.operation,
        arguments: read(&args)?,
        dry_run: args.dry_run,
        unchecked: args.unchecked,
        show: Show::Items(format, args.limit),
        refuse: refusal,
    };
    call.run(global, interrupt).await
}

/// Reads the flags into the flat object of the operation's arguments.
fn read(args: &OperationArgs) -> Result<Map<String, Value>, Failure> {
    let mut arguments = Map::new();
    for (flag, values) in &args.given {
        for (at, text) in values.iter().enumerate() {
            if flag.is_id() && text.contains('@') && !args.unchecked {
                return Err(address(args.operation, flag));
            }
            let value = value(args.operation, flag, text)?;
            // Two flags of one argument are different properties of it.
            let _ = insert(&mut arguments, &flag.path, value, at > 0);
        }
    }
    Ok(arguments)
}

fn value(operation: &Operation, flag: &Flag, text: &str) -> Result<Value, Failure> {
    let must = |what: &str| {
        let cause = format!("the value must be {what}");
        refused(operation, format!("{flag} cannot take this value"), cause, help(operation))
    };
    if flag.is_json() {
        let (from, value) = json_of(&flag.to_string(), text)?;
        return value.map_err(|error| {
            let problem = super::call::json_problem(&error);
            let hint = "give JSON, @FILE to read it from a file, or - for standard input";
            refused(operation, format!("{flag} must be JSON"), format!("{from}{problem}"), hint.to_owned())
        });
    }
    match flag.schema {
        Schema::List(Schema::Object(object)) => match item(operation, flag, object, text)? {
            Some(item) => Ok(Value::Array(vec![item])),
            None => Err(must(&format!("{} or a JSON object", flag.value_name()))),
        },
        schema => of_schema(Some(schema), flag.bounds, text).map_err(|what| must(&what)),
    }
}

/// Reads an item of a list of objects: a JSON object, or `field=name,direction=asc`.
fn item(
    operation: &Operation,
    flag: &Flag,
    object: &ObjectSchema,
    text: &str,
) -> Result<Option<Value>, Failure> {
    if text.trim_start().starts_with('{') {
        return json_of(&flag.to_string(), text).map(|(_, value)| value.ok());
    }
    let mut item = Map::new();
    for pair in text.split(',') {
        let Some((name, text)) = pair.split_once('=') else { return Ok(None) };
        let known = (object.properties)().iter().find(|property| property.name == name);
        let Some(property) = known else {
            let names = (object.properties)().iter().map(|property| property.name);
            let hint = nearest::hint(name, names.clone());
            let hint = hint.strip_prefix(": ").map(|hint| format!("{hint} ")).unwrap_or_default();
            return Err(refused(
                operation,
                format!("{flag} has an unknown property {name:?}"),
                format!("its properties are {}", names.collect::<Vec<_>>().join(", ")),
                hint + &help(operation),
            ));
        };
        let Ok(value) = of_schema(Some(property.schema), None, text) else { return Ok(None) };
        item.insert(name.to_owned(), value);
    }
    Ok(Some(Value::Object(item)))
}

fn refused(operation: &Operation, problem: String, cause: String, hint: String) -> Failure {
    let problem = format!("{}: {problem}", groups::command(operation));
    Failure::Call(Code::Usage, Box::new(Explained::new(problem, cause, hint)))
}

fn help(operation: &Operation) -> String {
    format!("`atlassian-admin {} --help` describes its flags", groups::command(operation))
}

/// Refuses an e-mail address in the place of an identifier, and does not repeat it.
fn address(operation: &Operation, flag: &Flag) -> Failure {
    let hint = match flag.argument() {
        "accountId" | "accountIds" => {
            "`atlassian-admin users search --email ADDRESS` prints the account's identifier".to_owned()
        }
        "userId" | "scimUserId" => {
            r#"`atlassian-admin scim list-users --filter 'userName eq "ADDRESS"'` prints the identifier"#
                .to_owned()
        }
        _ => help(operation),
    };
    refused(
        operation,
        format!("{flag} must be an identifier"),
        "the value is an e-mail address".to_owned(),
        hint,
    )
}

/// Explains the first violation by the flag that was typed.
fn refusal(operation: &Operation, violations: &[Violation]) -> Failure {
    let Some(violation) = violations.first() else {
        return Failure::usage(format!("{}: the flags do not fit", groups::command(operation)));
    };
    let (flag, within) = place(operation, violation.at());
    let at = if within.is_empty() { flag.clone() } else { format!("{within} in {flag}") };
    let name = || violation.at().rsplit('.').next().unwrap_or_default();
    let nearest = |name: &str, known: &[&str]| match nearest::hint(name, known.iter().copied()) {
        none if none.is_empty() => String::new(),
        hint => hint.trim_start_matches(": ").to_owned() + " ",
    };
    let (problem, cause, hint) = match violation {
        Violation::UnknownValue { value, known, .. } => (
            match value.contains('@') {
                // An address is not repeated.
                true => format!("{at} cannot take this value"),
                false => format!("{at} cannot be {value:?}"),
            },
            format!("the known values are {}", known.join(", ")),
            nearest(value, known) + "--unchecked sends the value as it is",
        ),
        Violation::UnknownProperty { known, .. } => (
            format!("{at} is not known"),
            format!("the known properties are {}", known.join(", ")),
            nearest(name(), known) + "--unchecked sends it as it is",
        ),
        Violation::Missing { at } if at == "directoryId" => (
            "--directory is missing".to_owned(),
            "the operation is for one directory".to_owned(),
            "give --directory ID, or set ATLASSIAN_ADMIN_DIRECTORY_ID; `atlassian-admin directories list` prints the identifiers".to_owned(),
        ),
        Violation::Missing { .. } => {
            let cause = if within.is_empty() { "the operation cannot be called" } else { "it is not complete" };
            (format!("{at} is missing"), format!("{cause} without it"), help(operation))
        }
        Violation::OutOfBounds { problem, .. } => {
            let (must, found) = problem.rsplit_once(", not ").unwrap_or((problem, ""));
            (format!("{at} {must}"), format!("the value is {found}"), help(operation))
        }
        Violation::Type { expected, .. } => {
            (format!("{at} must be {expected}"), "the value is of another type".to_owned(), help(operation))
        }
        other => (other.to_string(), "the value does not fit".to_owned(), help(operation)),
    };
    refused(operation, problem, cause, hint)
}

/// Returns the flag of a violation, and the place within its value: `--data` and
/// `attributes.type`.
fn place(operation: &Operation, at: &str) -> (String, String) {
    let known = flags(operation).into_iter().filter_map(|flag| {
        let rest = at.strip_prefix(&flag.id())?.to_owned();
        (rest.is_empty() || rest.starts_with(['.', '['])).then_some((flag, rest))
    });
    let Some((flag, rest)) = known.min_by_key(|(_, rest)| rest.len()) else {
        return (at.to_owned(), String::new());
    };
    // Each item of a list is given by a flag of its own.
    let within = match rest.starts_with('[') {
        true => rest.split_once("].").map(|(_, within)| within),
        false => rest.strip_prefix('.'),
    };
    (flag.to_string(), within.unwrap_or_default().to_owned())
}

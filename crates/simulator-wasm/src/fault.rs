//! Faults as objects, or as the command line's text.

use atlassian_admin_simulator::{Fault, FaultArgument};
use serde_json::Value;

use crate::input::Input;

pub(crate) fn list(faults: &Input<'_>) -> Result<Vec<Fault>, String> {
    faults.list()?.iter().map(read).collect()
}

fn read(input: &Input<'_>) -> Result<Fault, String> {
    match input.value.as_str() {
        Some(text) => text.parse().map_err(|error| input.refuse(error)),
        None => of_object(input),
    }
}

/// Writes the object as text, which the simulator reads.
fn of_object(input: &Input<'_>) -> Result<Fault, String> {
    let (own, name) = match (input.get("status"), input.get("kind")) {
        (Some(status), None) => ("status", status.whole(400, 599)?.to_string()),
        (None, Some(kind)) => ("kind", kind.text()?.to_owned()),
        _ if input.value.is_object() => return Err(input.refuse("must have either `status` or `kind`")),
        _ => return Err(input.must_be("an object or a text")),
    };
    let row_name = if own == "status" { "STATUS" } else { &name };
    let Some(row) =
        Fault::KINDS.iter().find(|row| row.name == row_name && (own == "status") == is_status(row.name))
    else {
        let known: Vec<_> = Fault::KINDS.iter().map(|row| row.name).filter(|name| !is_status(name)).collect();
        return Err(input
            .get(own)
            .map_or_else(String::new, |kind| kind.must_be(&format!("one of {}", known.join(", ")))));
    };
    let arguments: Vec<_> = row.arguments.iter().chain(row.triggers).map(|it| (it, property(it))).collect();
    let names: Vec<_> = arguments.iter().map(|(_, name)| name.as_str()).collect();
    input.only(&[&[own], names.as_slice()].concat())?;
    let mut text = name.clone();
    let mut given = Vec::new();
    for (argument, property) in &arguments {
        let Some(value) = input.get(property) else {
            if argument.required {
                return Err(input.missing(property));
            }
            continue;
        };
        let pair = format!("{}={}", argument.name, written(&value)?);
        text += if given.is_empty() { ":" } else { "," };
        text += &pair;
        given.push((pair, value));
    }
    text.parse::<Fault>().map_err(|error| {
        let error = error.to_string();
        let located = given.iter().find_map(|(pair, value)| {
            let problem = error.strip_prefix(&format!("{name}: {pair} "))?;
            Some(value.refuse(format!("{} {problem}", value.value)))
        });
        located.unwrap_or_else(|| input.refuse(error))
    })
}

fn is_status(name: &str) -> bool {
    name == "STATUS"
}

/// The name of an argument in JavaScript: `retryAfter`. That of the operation is the name of the
/// method in Rust.
fn property(argument: &FaultArgument) -> String {
    if argument.name == "operation" {
        return "on".to_owned();
    }
    let mut words = argument.name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

fn written(value: &Input<'_>) -> Result<String, String> {
    match value.value {
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) if !text.contains(',') => Ok(text.clone()),
        _ => Err(value.must_be("a number or a text without a comma")),
    }
}

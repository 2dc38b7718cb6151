//! Validates arguments before anything is sent.

use atlassian_admin_core::json::Json;
use serde_json::{Map, Value};

use crate::failure::Misuse;
use crate::table::{Entry, Table};
use crate::validate::{self, Finding, Violation};

type RequestBuilder = (&'static Entry, Map<String, Value>);

/// Reads the arguments of a call and validates them.
pub(crate) fn prepare(name: &str, arguments: &str, json: Json) -> Result<RequestBuilder, Misuse> {
    let table = Table::get();
    let entry = table.entry(name).ok_or_else(Misuse::unknown_operation)?;
    let Some(Value::Object(read)) = (json.read)(arguments.as_bytes()) else {
        return Err(Misuse::new(&entry.operation, "takes an object of arguments"));
    };
    let findings = validate::arguments(table, entry, arguments.as_bytes(), json).first;
    if findings.is_empty() {
        return Ok((entry, read));
    }
    let problems: Vec<_> = findings.iter().map(problem).collect();
    Err(Misuse::new(&entry.operation, problems.join("; ")))
}

/// Describes a violation so that the caller can correct it.
fn problem(Finding { at, violation }: &Finding<'_>) -> String {
    match violation {
        Violation::Type { expected, .. } => [at, ": must be ", expected].concat(),
        Violation::Missing { .. } => [at, ": must be given"].concat(),
        Violation::Unknown(members) => {
            let known: Vec<_> = members.iter().map(|member| member.name).collect();
            [at, ": is not known here; known are ", &known.join(", ")].concat()
        }
    }
}

#[cfg(test)]
mod tests;

//! `@example` of an operation, from the file of examples beside it.

use atlassian_admin_core::operation::{Operation, Paging, Param};
use atlassian_admin_testing::examples::{Example, Examples};
use serde_json::Value;

use super::syntax::{property_name, quoted};

/// Returns the tag for the first example with a response.
pub(super) fn tag(operation: &Operation, examples: &Examples) -> String {
    let example = examples.examples.iter().find(|example| example.response.is_some());
    example
        .map_or_else(String::new, |example| format!("@example\n```ts\n{}\n```\n", code(operation, example)))
}

fn code(operation: &Operation, example: &Example) -> String {
    let written = |open: &str, between: &str, close: &str| {
        let given = |param: &Param| example.arguments.get_key_value(param.name);
        let members: Vec<_> = operation.params.iter().filter_map(given).map(property).collect();
        let arguments = match members.is_empty() {
            true => String::new(),
            false => format!("{{{open}{}{close}}}", members.join(between)),
        };
        let call = format!("admin.{}({arguments})", operation.dotted());
        match operation.paging {
            Paging::None => format!("await {call};"),
            _ => format!("for await (const item of {call}) console.log(item);"),
        }
    };
    let inline = written(" ", ", ", " ");
    if inline.len() <= 120 { inline } else { written("\n  ", ",\n  ", ",\n") }
}

/// Returns a property; one whose value is a variable of its name is written once.
fn property((name, value): (&String, &Value)) -> String {
    match literal(value) {
        variable if variable == *name => variable,
        value => format!("{}: {value}", property_name(name)),
    }
}

/// Returns a value. A name such as `$orgId` is a variable.
fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => text.strip_prefix('$').map_or_else(|| quoted(text), str::to_owned),
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(object) => {
            format!("{{ {} }}", object.iter().map(property).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use atlassian_admin_core::operation;
    use atlassian_admin_testing::examples::Request;

    use super::*;

    #[test]
    fn example_is_a_call() {
        let request = Request { method: String::new(), path: String::new(), query: None, body: None };
        for (name, arguments, expected) in [
            ("orgs.get", r#"{ "orgId": "$orgId" }"#, "await admin.orgs.get({ orgId });"),
            ("orgs.list", "{}", "for await (const item of admin.orgs.list()) console.log(item);"),
            (
                "account.updateProfile",
                r#"{ "accountId": "$accountId", "name": "A name that is so long that it needs a line", "extended_profile": { "a-b": [1, "it's"] } }"#,
                "await admin.account.updateProfile({\n  accountId,\n  name: 'A name that is so long that it needs a line',\n  extended_profile: { 'a-b': [1, 'it\\'s'] },\n});",
            ),
        ] {
            let arguments = serde_json::from_str(arguments).unwrap();
            let (name_of, setup, request) = (String::new(), Default::default(), request.clone());
            let example = Example { name: name_of, setup, arguments, request, response: None };
            assert_eq!(code(operation(name).unwrap(), &example), expected);
        }
    }
}

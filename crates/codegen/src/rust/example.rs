//! The example of an operation as a call by handles: the first one with a response.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{Operation, Paging};
use atlassian_admin_core::response_schema;
use atlassian_admin_core::schema::Schema;
use atlassian_admin_testing::examples::{Example, Examples};
use serde_json::Value;

use super::literal::{self, Literals};
use super::words::{noun, plural, snake_case};

/// Returns the example that the documentation shows.
pub(super) fn chosen<'a>(operation: &Operation, examples: &'a Examples) -> Result<&'a Example, String> {
    let answered = examples.examples.iter().find(|example| example.response.is_some());
    answered.ok_or_else(|| format!("{}: no example has a response", operation.dotted()))
}

/// Returns the visible code, without layout.
pub(super) fn code(operation: &Operation, examples: &Examples) -> Result<String, String> {
    let example = chosen(operation, examples)?;
    call(operation, example).map_err(|problem| format!("{}: {problem}", operation.dotted()))
}

/// Returns the hidden lines before the code: a simulator with what the example needs.
pub(super) fn hidden(operation: &Operation, example: &Example) -> String {
    let client = match operation.auth {
        KeyKind::Directory => "directory_client",
        _ => "client",
    };
    let mut names = BTreeSet::new();
    example.arguments.values().for_each(|value| variables(value, &mut names));
    let values = names
        .iter()
        .map(|name| format!("# let {} = example.value(\"{name}\")?;\n", snake_case(name)))
        .collect::<String>();
    format!(
        "# #[tokio::main(flavor = \"current_thread\")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {{
# let example = atlassian_admin_testing::documented::Documented::new(\"{}\").await?;
# let client = example.{client}();
{values}",
        operation.dotted()
    )
}

/// Collects the names in a value, such as `orgId` of `$orgId`.
fn variables<'a>(value: &'a Value, names: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => names.extend(text.strip_prefix('$')),
        Value::Array(items) => items.iter().for_each(|item| variables(item, names)),
        Value::Object(members) => members.values().for_each(|member| variables(member, names)),
        _ => {}
    }
}

fn call(operation: &Operation, example: &Example) -> Result<String, String> {
    let mut literals = Literals::default();
    let (handle, given) = handle(operation, example, &mut literals)?;
    let (mut required, mut setters) = (Vec::new(), String::new());
    for param in operation.params.iter().skip(given) {
        match example.arguments.get(param.name) {
            Some(value) if param.required => required.push(literals.value(&param.schema, value)?),
            Some(value) => {
                let value = literals.value(&param.schema, value)?;
                setters += &format!(".{}({value})", literal::name(param.name));
            }
            None if param.required => return Err(format!("the argument `{}` is missing", param.name)),
            None => {}
        }
    }
    let request = format!("{handle}.{}({}){setters}", operation.name, required.join(", "));
    let imports = imports(&literals);
    Ok(match (variable(operation), operation.paging) {
        (None, _) => format!("{imports}{request}.await?;"),
        (Some(variable), Paging::None) => format!("{imports}let {variable} = {request}.await?;"),
        // An audit log is too long for a list.
        (Some(variable), _) if variable == "events" => format!(
            "{imports}let mut events = {request}.items();
while let Some(event) = events.next().await {{ println!(\"{{:?}}\", event?); }}"
        ),
        (Some(variable), _) => format!("{imports}let {variable} = {request}.all().await?;"),
    })
}

/// Returns the handle of an operation, and how many of its arguments the handle has.
fn handle(
    operation: &Operation,
    example: &Example,
    literals: &mut Literals,
) -> Result<(String, usize), String> {
    let mut argument = |name: &str| {
        let param = operation.param(name).ok_or_else(|| format!("the argument `{name}` is unknown"))?;
        let value = example.arguments.get(name).ok_or_else(|| format!("the argument `{name}` is missing"))?;
        literals.value(&param.schema, value)
    };
    let group = operation.group;
    let scope: Vec<_> = operation.params.iter().map(|param| param.name).take(2).collect();
    Ok(match (operation.auth, scope.as_slice()) {
        (KeyKind::Directory, _) => (format!("client.scim({})", argument("directoryId")?), 1),
        (_, ["accountId", ..]) if group == "account" => {
            (format!("client.account({})", argument("accountId")?), 1)
        }
        (_, ["orgId", "directoryId"]) => {
            let directory = match example.arguments.get("directoryId").and_then(Value::as_str) {
                Some("-") => "all_directories()".to_owned(),
                _ => format!("directory({})", argument("directoryId")?),
            };
            (format!("client.organization({}).{directory}.{group}()", argument("orgId")?), 2)
        }
        (_, ["orgId", ..]) if group == "orgs" => (format!("client.organization({})", argument("orgId")?), 1),
        (_, ["orgId", ..]) => (format!("client.organization({}).{group}()", argument("orgId")?), 1),
        _ => (format!("client.{group}()"), 0),
    })
}

/// Returns the variable of the result by its type: `users`; none for an empty result.
fn variable(operation: &Operation) -> Option<String> {
    let named = |schema: &Schema| match schema {
        Schema::Object(schema) => noun(schema.name),
        // Any JSON: the operation names it.
        _ => operation.name.trim_start_matches("list_").to_owned(),
    };
    Some(match response_schema(operation)? {
        Schema::Nothing => return None,
        Schema::List(item) => plural(&named(item)),
        Schema::Object(schema) => match schema.of {
            Some(item) if operation.paging != Paging::None => plural(&named(item)),
            Some(Schema::List(item)) => plural(&named(item)),
            Some(item) => named(item),
            None => noun(schema.name),
        },
        other => named(&other),
    })
}

/// Returns the imports of values, and an empty line.
fn imports(literals: &Literals) -> String {
    let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (module, name) in &literals.types {
        modules.entry(module).or_default().push(name);
    }
    let mut lines: Vec<_> = modules
        .into_iter()
        .map(|(module, names)| match names.as_slice() {
            [name] => format!("use atlassian_admin::{module}::{name};\n"),
            names => format!("use atlassian_admin::{module}::{{{}}};\n", names.join(", ")),
        })
        .collect();
    lines.extend(literals.has_json.then(|| "use serde_json::json;\n".to_owned()));
    if lines.is_empty() { String::new() } else { lines.concat() + "\n" }
}

#[cfg(test)]
mod tests {
    use atlassian_admin_core::operation;
    use atlassian_admin_testing::examples::Request;

    use super::*;

    fn example(arguments: &str) -> Example {
        let request = Request { method: String::new(), path: String::new(), query: None, body: None };
        let arguments = serde_json::from_str(arguments).unwrap();
        Example { name: String::new(), setup: Default::default(), arguments, request, response: None }
    }

    #[test]
    fn example_is_a_call_by_handles() {
        for (name, arguments, expected) in [
            ("orgs.list", "{}", "let orgs = client.orgs().list().all().await?;"),
            ("orgs.get", r#"{ "orgId": "$orgId" }"#, "let org = client.organization(org_id).get().await?;"),
            (
                "users.search",
                r#"{ "orgId": "$orgId", "directoryId": "-", "limit": 9 }"#,
                "let users = client.organization(org_id).all_directories().users().search().limit(9).all().await?;",
            ),
            (
                "events.query",
                r#"{ "orgId": "o" }"#,
                "let mut events = client.organization(\"o\").events().query().items();\nwhile let Some(event) = events.next().await { println!(\"{:?}\", event?); }",
            ),
            (
                "account.disable",
                r#"{ "accountId": "$accountId", "message": "On leave" }"#,
                "client.account(account_id).disable().message(\"On leave\").await?;",
            ),
            (
                "groups.assignRole",
                r#"{ "orgId": "$orgId", "directoryId": "$directoryId", "groupId": "g", "resourceId": "r", "roleId": "atlassian/user" }"#,
                "use atlassian_admin::model::RoleId;\n\nclient.organization(org_id).directory(directory_id).groups().assign_role(\"g\", \"r\", RoleId::User).await?;",
            ),
            (
                "scim.listSchemas",
                r#"{ "directoryId": "$directoryId" }"#,
                "let schemas = client.scim(directory_id).list_schemas().await?;",
            ),
        ] {
            assert_eq!(call(operation(name).unwrap(), &example(arguments)).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn example_without_a_required_argument_is_refused() {
        let refused = call(operation("orgs.get").unwrap(), &example("{}"));
        assert_eq!(refused, Err("the argument `orgId` is missing".to_owned()));
    }
}

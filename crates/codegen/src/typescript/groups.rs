//! The client's properties: an object of methods for each group of operations.

use std::collections::BTreeMap;

use atlassian_admin_core::operation::Operation;
use atlassian_admin_core::response_schema;
use atlassian_admin_core::schema::Schema;
use atlassian_admin_testing::examples::Examples;

use super::example;
use super::operations::{answer_type, arguments_name, docs};
use super::syntax::{capitalized, comment, interface, of};

/// Renders `UsersOperations` and the other groups, and `Groups`, which has one of each.
pub(super) fn render(examples: &[(&Operation, Examples)]) -> String {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (operation, examples) in examples {
        let dotted = operation.dotted();
        let group = dotted.split('.').next().unwrap_or_default();
        let method = method(operation, &example::tag(operation, examples));
        groups.entry(group.to_owned()).or_default().push(method);
    }
    let interfaces = groups
        .iter()
        .map(|(group, methods)| interface(about(group), &name(group), methods.iter().cloned()) + "\n");
    let members = groups
        .keys()
        .map(|group| format!("{}  readonly {group}: {};\n", comment(about(group), "  "), name(group)));
    interfaces.collect::<String>() + &interface("Every group of operations.", "Groups", members)
}

/// Documents a group. A test of the package finds a group without documentation.
fn about(group: &str) -> &'static str {
    match group {
        "account" => {
            "Managed accounts, one by one: profile, e-mail address, API tokens, deactivation and deletion."
        }
        "accounts" => "All accounts that the organization manages.",
        "directories" => "The directories of the organization.",
        "domains" => "The domains that the organization has claimed.",
        "events" => "The audit log.",
        "groups" => "Groups of users, their members and their roles.",
        "legacy" => "What Atlassian is going to end. Each says what to use instead.",
        "orgs" => "The organizations that the key sees.",
        "policies" => "Policies, such as for IP addresses and data residency, and what they are on.",
        "roles" => "Who has which role on what, for single users.",
        "scim" => "Users and groups that an identity provider fills: SCIM, with the directory's own key.",
        "scimLinks" => "How records of SCIM and accounts belong together.",
        "users" => "Users of directories: who they are, and their access.",
        "workspaces" => "Instances of Jira, Confluence and other products.",
        _ => "",
    }
}

fn method(operation: &Operation, example: &str) -> String {
    let schema = response_schema(operation);
    let answer = answer_type(operation);
    let item = match schema {
        Some(Schema::Object(object)) => object.of.map(|item| of(*item, None)),
        _ => None,
    };
    let item = item.unwrap_or_else(|| "unknown".to_owned());
    let answer = match operation.paging.convention() {
        None => format!("Promise<{answer}>"),
        Some(convention) if convention.is_number => format!("List<{item}, {answer}, number>"),
        Some(_) => format!("List<{item}, {answer}>"),
    };
    // A call without required arguments may omit them all.
    let optional = if operation.params.iter().any(|param| param.required) { "" } else { "?" };
    let dotted = operation.dotted();
    format!(
        "{}  {}(args{optional}: {}, options?: CallOptions): {answer};\n",
        comment(&docs(operation, example), "  "),
        dotted.split('.').nth(1).unwrap_or_default(),
        arguments_name(operation)
    )
}

/// `UsersOperations`.
fn name(group: &str) -> String {
    format!("{}Operations", capitalized(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation;

    #[test]
    fn method_takes_arguments_and_returns_response() {
        let signature = |name: &str| {
            let method = method(operation(name).unwrap(), "");
            method.lines().last().map(|line| line.trim().to_owned()).unwrap()
        };
        assert_eq!(
            signature("orgs.get"),
            "get(args: GetOrgByIdArguments, options?: CallOptions): Promise<One<Org>>;"
        );
        assert_eq!(
            signature("orgs.list"),
            "list(args?: GetOrgsArguments, options?: CallOptions): List<Org, Page<Org>>;"
        );
        assert!(signature("scim.listUsers").ends_with(", number>;"));
    }
}

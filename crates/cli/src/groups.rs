//! The groups of operations: `users` of `users.search`; as a command, `scim-links` of
//! `scimLinks.get`.

use atlassian_admin::OPERATIONS;
use atlassian_admin::operation::{Operation, Paging, Stability};

/// Returns the names of all groups, in the order of the table of operations.
pub(crate) fn names() -> Vec<String> {
    let mut names: Vec<_> = OPERATIONS.iter().map(|operation| split(operation).0).collect();
    names.dedup();
    names
}

/// Returns the operations of a group, by its name or that of its command; none for an unknown
/// name.
pub(crate) fn operations(group: &str) -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(move |operation| split(operation).0 == group || words(operation).0 == group)
}

/// Returns the group of an operation, and its name within the group.
pub(crate) fn split(operation: &Operation) -> (String, String) {
    let dotted = operation.dotted();
    let (group, name) = dotted.split_once('.').unwrap_or(("", &dotted));
    (group.to_owned(), name.to_owned())
}

/// Returns the words of an operation's command: `policies` and `add-resource`.
pub(crate) fn words(operation: &Operation) -> (String, String) {
    (operation.group.replace('_', "-"), operation.name.replace('_', "-"))
}

/// Returns an operation's command: `policies add-resource`.
pub(crate) fn command(operation: &Operation) -> String {
    let (group, name) = words(operation);
    format!("{group} {name}")
}

/// Finds the operation of a command.
pub(crate) fn find(group: &str, name: &str) -> Option<&'static Operation> {
    operations(group).find(|operation| words(operation).1 == name)
}

/// Returns the operation of a group's command without another word: its listing, if that needs
/// nothing but the organization.
pub(crate) fn listing(group: &str) -> Option<&'static Operation> {
    let is_alone = |operation: &&Operation| {
        !matches!(operation.stability, Stability::Deprecated(_))
            && operation.params.iter().all(|param| param.name == "orgId" || !param.required)
    };
    find(group, "list").filter(is_alone)
}

/// Finds an operation that shows the content of a group.
pub(crate) fn example(group: &str) -> Option<&'static Operation> {
    let lists = |operation: &&Operation| {
        operation.paging != Paging::None && !matches!(operation.stability, Stability::Deprecated(_))
    };
    operations(group).find(lists).or_else(|| operations(group).next())
}

/// Describes a group in the list of commands.
pub(crate) fn about(group: &str) -> &'static str {
    match group {
        "account" => "Show, change, disable or delete one managed account, and its API tokens",
        "accounts" => "List the accounts that the organization manages",
        "directories" => "List the directories of the organization",
        "domains" => "List the domains that the organization has claimed, or show one",
        "groups" => "Search, create and delete groups; their members and roles",
        "legacy" => "Call what Atlassian has announced to stop; each names its successor",
        "orgs" => "List the organizations that the key can see, or show one",
        "policies" => "List, create and change policies, and the resources they apply to",
        "roles" => "Assign and revoke roles of users on resources",
        "scim" => "Provision users and groups by SCIM; needs the key of the directory",
        "scim-links" => "Show and remove the links between SCIM records and accounts",
        "users" => "Search, invite, suspend and remove the users of directories",
        "workspaces" => "Search the instances of Jira, Confluence and other products",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_in_one_group() {
        let groups = names();
        assert!(groups.iter().all(|group| groups.iter().filter(|other| *other == group).count() == 1));
        let found: usize = groups.iter().map(|group| operations(group).count()).sum();
        assert_eq!(found, OPERATIONS.len());
    }

    #[test]
    fn every_group_is_described() {
        for operation in OPERATIONS {
            let group = words(operation).0;
            assert!(group == "events" || !about(&group).is_empty(), "{group}");
        }
    }

    #[test]
    fn group_lists_by_itself_if_only_the_organization_is_needed() {
        let listed: Vec<_> = names().iter().filter_map(|group| listing(group)).map(command).collect();
        let expected = ["orgs list", "accounts list", "directories list", "domains list", "policies list"];
        assert_eq!(listed, expected);
    }

    #[test]
    fn find_reads_words_of_a_command() {
        let found = |group, name| find(group, name).map(Operation::dotted);
        assert_eq!(found("policies", "add-resource").as_deref(), Some("policies.addResource"));
        assert_eq!(found("scim-links", "get-for-email").as_deref(), Some("scimLinks.getForEmail"));
        assert_eq!(found("events", "export"), None);
    }
}

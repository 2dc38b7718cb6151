//! The groups of operations, as they are typed: `users` of `users.search`.

use atlassian_admin::OPERATIONS;
use atlassian_admin::operation::Operation;

/// Returns the names of all groups, in the order of the table of operations.
pub(crate) fn names() -> Vec<String> {
    let mut names: Vec<_> = OPERATIONS.iter().map(|operation| split(operation).0).collect();
    names.dedup();
    names
}

/// Returns the operations of a group; none for an unknown name.
pub(crate) fn operations(group: &str) -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(move |operation| split(operation).0 == group)
}

/// Returns the group of an operation, and its name within the group.
pub(crate) fn split(operation: &Operation) -> (String, String) {
    let dotted = operation.dotted();
    let (group, name) = dotted.split_once('.').unwrap_or(("", &dotted));
    (group.to_owned(), name.to_owned())
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
}

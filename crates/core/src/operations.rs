//! The list of all operations. Whatever is made of every operation (documents, dynamic calls, coverage) is made of this list.

use crate::api::{accounts, domains, events, orgs};
use crate::endpoint::{Endpoint, Operation};

macro_rules! operations {
    ($($endpoint:ty),* $(,)?) => {
        /// Every operation, by group.
        pub const OPERATIONS: &[Operation] = &[$(<$endpoint as Endpoint>::OPERATION),*];

        #[cfg(test)]
        mod every_operation {
            use super::*;
            use crate::endpoint::test_support::check;

            #[test]
            fn decodes_what_it_encodes() {
                $(check::<$endpoint>();)*
            }
        }
    };
}

operations![
    orgs::GetOrgs,
    orgs::GetOrgById,
    accounts::GetUsers,
    domains::GetDomains,
    domains::GetDomainById,
    events::GetEvents,
    events::PollEvents,
    events::GetEventById,
    events::GetEventActions,
];

/// The operation with this identifier (`getEvents`) or this group and name (`events.query`).
#[must_use]
pub fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| {
        operation.id == name
            || name
                .split_once('.')
                .is_some_and(|(group, verb)| (group, verb) == (operation.group, operation.name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::Location;
    use crate::path;
    use std::collections::BTreeSet;

    #[test]
    fn operations_are_found_by_both_names() {
        assert_eq!(operation("getEvents"), operation("events.query"));
        assert_eq!(operation("events.query").map(|found| found.path), Some("/admin/v1/orgs/{orgId}/events"));
        assert_eq!(operation("events.nothing"), None);
    }

    #[test]
    fn each_declares_what_its_path_names_and_is_named_once() {
        let mut names = BTreeSet::new();
        for operation in OPERATIONS {
            let declared: Vec<_> = operation
                .params
                .iter()
                .filter(|param| param.location == Location::Path)
                .map(|param| param.name)
                .collect();
            assert_eq!(path::variables(operation.path).collect::<Vec<_>>(), declared, "{}", operation.id);
            assert!(
                names.insert(operation.id.to_owned())
                    && names.insert(format!("{}.{}", operation.group, operation.name))
                    && names.insert(format!("{} {}", operation.method.as_str(), operation.path)),
                "{} stands twice",
                operation.id
            );
            assert!(
                operation.docs.starts_with("https://developer.atlassian.com/cloud/admin/"),
                "{}",
                operation.id
            );
            assert!(operation.summary.ends_with('.'), "{}", operation.id);
        }
    }
}

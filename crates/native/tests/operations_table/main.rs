//! The facts about operations that no document of Atlassian contains, repeated literally: client
//! and simulator use the same list of operations, so the tests of either would pass with a wrong
//! entry. `crates/conformance` compares the list with the documents.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin::OPERATIONS;
use atlassian_admin::auth::KeyKind;
use atlassian_admin::model::Timestamp;
use atlassian_admin::operation::{Method, Operation, Paging};

mod exceptions;

use exceptions::{
    AGAINST_THEIR_METHOD, LEGACY, LEGACY_ENDS, LISTINGS, REPEATED_AGAINST_THEIR_METHOD, STOPPING,
    UNDOCUMENTED,
};

fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

/// Returns the values that `of` finds for operations, by method and path.
fn exceptions<T>(of: impl Fn(&Operation) -> Option<T>) -> BTreeMap<String, T> {
    OPERATIONS.iter().filter_map(|operation| Some((line(operation), of(operation)?))).collect()
}

/// Returns the expected values.
fn expected<T: Copy>(rows: &[(&str, T)]) -> BTreeMap<String, T> {
    rows.iter().map(|(line, what)| ((*line).to_owned(), *what)).collect()
}

#[test]
fn reads_use_get_except_for_the_listed_operations() {
    let found = exceptions(|operation| {
        (operation.reads != (operation.method == Method::Get)).then_some(operation.reads)
    });
    assert_eq!(found, expected(AGAINST_THEIR_METHOD));
}

#[test]
fn paging_is_declared_for_the_listed_operations_alone() {
    let found = exceptions(|operation| (operation.paging != Paging::None).then_some(operation.paging));
    assert_eq!(found, expected(LISTINGS));
}

#[test]
fn writes_are_repeated_by_method_except_for_the_listed_operations() {
    let found = exceptions(|operation| {
        let by_method = operation.reads || !matches!(operation.method, Method::Post | Method::Patch);
        (operation.idempotent != by_method).then_some(operation.idempotent)
    });
    assert_eq!(found, expected(REPEATED_AGAINST_THEIR_METHOD));
}

#[test]
fn undocumented_operations_match_public_clients() {
    for (line, (success, place)) in expected(UNDOCUMENTED) {
        let operation = OPERATIONS.iter().find(|operation| self::line(operation) == line).unwrap();
        let site = if place.starts_with("admin-apis/") { "user-provisioning" } else { "organization" };
        let docs = format!("https://developer.atlassian.com/cloud/admin/{site}/rest/api-group-{place}");
        assert_eq!((operation.success, operation.docs), (success, &*docs), "{line}");
        assert_eq!((operation.limit, operation.scopes), (None, &[][..]), "{line}");
    }
}

#[test]
fn limit_families_have_one_operation_each() {
    let limited: Vec<_> = OPERATIONS.iter().filter_map(|operation| operation.limit).collect();
    let families: BTreeSet<_> = limited.iter().map(|limit| limit.family).collect();
    assert_eq!((limited.len(), families.len()), (5, 5), "{families:?}");
}

#[test]
fn retirement_is_declared_for_the_listed_operations_alone() {
    let found = exceptions(|operation| {
        let retirement = operation.retirement()?;
        let gone_from = Timestamp::from_millis(retirement.gone_from().unwrap());
        Some((gone_from.to_string(), retirement.replacements))
    });
    let mut rows = STOPPING.to_vec();
    if cfg!(feature = "legacy") {
        rows.extend(LEGACY.iter().map(|(line, instead)| (*line, (LEGACY_ENDS, *instead))));
    }
    let rows =
        rows.iter().map(|(line, (ends, instead))| ((*line).to_owned(), ((*ends).to_owned(), *instead)));
    assert_eq!(found, rows.collect());
}

#[test]
fn provisioning_alone_takes_the_key_of_a_directory() {
    for operation in OPERATIONS {
        let provisions = operation.path.starts_with("/scim/directory/{directoryId}/");
        let key = if provisions { KeyKind::Directory } else { KeyKind::Organization };
        assert_eq!(operation.auth, key, "{}", operation.id);
    }
}

//! What the table of operations says, once more and literally: the client and the simulator both go by the table, so that a wrong
//! number in it would pass the tests of either.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin::OPERATIONS;
use atlassian_admin::auth::KeyKind;
use atlassian_admin::endpoint::{Method, Operation, Paging, Stability};
use atlassian_admin::model::Timestamp;

mod exceptions;
mod rows;

use exceptions::{AGAINST_THEIR_METHOD, EXPERIMENTAL, LEGACY, LEGACY_ENDS, LISTINGS, STOPPING};
use rows::ROWS;

fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

#[test]
fn the_table_says_what_is_documented() {
    let declared: BTreeMap<_, _> = OPERATIONS.iter().map(|operation| (line(operation), operation)).collect();
    let expected: BTreeSet<_> = ROWS.iter().map(|row| row.0.to_owned()).collect();
    assert_eq!(declared.keys().cloned().collect::<BTreeSet<_>>(), expected);
    for &(line, limit, scopes, success, idempotent, page) in ROWS {
        let operation = declared[line];
        assert_eq!(operation.limit.map(|limit| (limit.family, limit.per_minute)), limit, "{line}");
        assert_eq!(operation.scopes, scopes, "{line}");
        assert_eq!(operation.success, success, "{line}");
        assert_eq!(operation.idempotent, idempotent, "{line}");
        // Most are documented with the organization's API; the others say where.
        let page = if page.contains("/rest/") {
            page.to_owned()
        } else {
            format!("organization/rest/api-group-{page}")
        };
        let docs = format!("https://developer.atlassian.com/cloud/admin/{page}");
        assert_eq!(operation.docs, docs, "{line}");
    }
}

/// What `of` finds at operations, by their methods and paths.
fn exceptions<T>(of: impl Fn(&Operation) -> Option<T>) -> BTreeMap<String, T> {
    OPERATIONS.iter().filter_map(|operation| Some((line(operation), of(operation)?))).collect()
}

/// What it should find.
fn expected<T: Copy>(rows: &[(&str, T)]) -> BTreeMap<String, T> {
    rows.iter().map(|(line, what)| ((*line).to_owned(), *what)).collect()
}

#[test]
fn what_reads_is_a_get_but_for_these() {
    let found = exceptions(|operation| {
        (operation.reads != (operation.method == Method::Get)).then_some(operation.reads)
    });
    assert_eq!(found, expected(AGAINST_THEIR_METHOD));
}

#[test]
fn these_and_no_others_come_in_pages() {
    let found = exceptions(|operation| (operation.paging != Paging::None).then_some(operation.paging));
    assert_eq!(found, expected(LISTINGS));
}

#[test]
fn these_and_no_others_are_experimental() {
    let found = exceptions(|operation| (operation.stability == Stability::Experimental).then_some(()));
    assert_eq!(found, expected(EXPERIMENTAL));
}

#[test]
fn these_and_no_others_are_announced_to_stop() {
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
fn provisioning_takes_the_directorys_key_and_nothing_else_does() {
    for operation in OPERATIONS {
        let provisions = operation.path.starts_with("/scim/directory/{directoryId}/");
        let key = if provisions { KeyKind::Directory } else { KeyKind::Organization };
        assert_eq!(operation.auth, key, "{}", operation.id);
    }
}

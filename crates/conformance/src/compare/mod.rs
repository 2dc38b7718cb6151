//! The table of operations against the documents: everything that a client relies on, one difference per line.

mod bounds;
mod kinds;
mod request;

use std::collections::BTreeSet;

use atlassian_admin_core::endpoint::{Operation, Stability};
use atlassian_admin_core::shape::Kind;
use atlassian_admin_core::{OPERATIONS, answer_kind};

use crate::difference::Difference;
use crate::document::Documented;
use kinds::Kinds;

/// Which way a value goes: what we send must be what the document takes; of an answer we may know more than it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Sent,
    Answered,
}

/// Our operation for a documented one.
pub(crate) fn ours(documented: &Documented<'_>) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| documented.is(operation.method.as_str(), operation.path))
}

/// All differences, each once.
pub(crate) fn compare(documented: &[Documented<'_>]) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut kinds = Kinds::default();
    for operation in documented {
        let Some(ours) = ours(operation) else {
            let named = operation.id().unwrap_or("an operation without a name");
            differences.push(Difference::new(
                format!("{} {}", operation.method, operation.path),
                named,
                "nothing of it",
            ));
            continue;
        };
        facts(ours, operation, &mut differences);
        request::compare(ours, operation, &mut kinds, &mut differences);
        bounds::compare(ours, operation, &mut differences);
        answer(ours, operation, &mut kinds, &mut differences);
    }
    for ours in OPERATIONS {
        if !documented.iter().any(|operation| operation.is(ours.method.as_str(), ours.path)) {
            let said = format!("{} {}", ours.method.as_str(), ours.path);
            differences.push(Difference::new(ours.id, "nothing of it", said));
        }
    }
    differences.extend(kinds.found);
    differences.sort();
    differences.dedup();
    differences
}

/// What is said of the operation as a whole.
fn facts(ours: &Operation, documented: &Documented<'_>, found: &mut Vec<Difference>) {
    let mut fact = |part: &str, document: String, our: String| {
        if document != our {
            found.push(Difference::new(format!("{} {part}", ours.id), document, our));
        }
    };
    if let Some(id) = documented.id() {
        fact("id", id.to_owned(), ours.id.to_owned());
    }
    fact("path", documented.path.clone(), ours.path.to_owned());
    let success: BTreeSet<_> = documented.statuses().filter(|status| (200..300).contains(status)).collect();
    fact("success", statuses(success), statuses(ours.success.iter().copied().collect()));
    let deprecated = matches!(ours.stability, Stability::Deprecated(_));
    fact("deprecation", lasting(documented.json["deprecated"] == true), lasting(deprecated));
    let experimental = ours.stability == Stability::Experimental;
    fact("reservation", reserved(documented.json["x-experimental"] == true), reserved(experimental));
    fact("scopes", listed(documented.scopes()), listed(ours.scopes.to_vec()));
}

/// The answers of all statuses of success.
fn answer(ours: &Operation, documented: &Documented<'_>, kinds: &mut Kinds, found: &mut Vec<Difference>) {
    let at = format!("{} answer", ours.id);
    let kind = answer_kind(ours).unwrap_or(Kind::Nothing);
    let schemas: Vec<_> = documented
        .statuses()
        .filter(|status| (200..300).contains(status))
        .filter_map(|status| documented.answer(status))
        .collect();
    if schemas.is_empty() && kind != Kind::Nothing {
        found.push(Difference::new(&at, "nothing", kind.noun()));
    }
    for schema in schemas {
        kinds.compare(&kind, schema, &at, Direction::Answered);
    }
}

fn statuses(statuses: BTreeSet<u16>) -> String {
    listed(statuses.iter().map(ToString::to_string).collect())
}

fn listed<T: AsRef<str>>(words: Vec<T>) -> String {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn lasting(deprecated: bool) -> String {
    if deprecated { "it is deprecated".into() } else { "it stays".into() }
}

fn reserved(experimental: bool) -> String {
    if experimental { "it is experimental".into() } else { "it is not experimental".into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{operations, tests::document};
    use serde_json::{Value, json};

    /// The differences of `GET /admin/v1/orgs/{orgId}` (`getOrgById`) with this documentation of it.
    fn differences(path: &str, operation: Value) -> Vec<String> {
        let documents = [document(path, json!({"get": operation}), json!({}))];
        compare(&operations(&documents))
            .iter()
            .filter(|difference| difference.at.contains("getOrgById"))
            .map(ToString::to_string)
            .collect()
    }

    const SCOPES: &str = "**[Authorization scopes](/x/) required:** `read:orgs:admin`";

    #[test]
    fn an_operation_that_is_as_documented_shows_no_difference() {
        let operation = json!({"operationId": "getOrgById", "description": SCOPES, "responses": {"200": {"content": {"application/json": {
            "schema": {"properties": {"data": {"properties": {"id": {"type": "string"}}}}}
        }}}, "404": {}}});
        assert_eq!(differences("/v1/orgs/{orgId}", operation), [""; 0]);
    }

    #[test]
    fn each_fact_that_differs_is_one_line() {
        let operation = json!({"operationId": "org", "deprecated": true, "x-experimental": true, "responses": {"204": {}}});
        assert_eq!(
            differences("/v1/orgs/{id}", operation),
            [
                "getOrgById answer: the document says nothing; we say an object",
                "getOrgById deprecation: the document says it is deprecated; we say it stays",
                "getOrgById id: the document says org; we say getOrgById",
                "getOrgById path: the document says /admin/v1/orgs/{id}; we say /admin/v1/orgs/{orgId}",
                "getOrgById reservation: the document says it is experimental; we say it is not experimental",
                "getOrgById scopes: the document says none; we say read:orgs:admin",
                "getOrgById success: the document says 204; we say 200",
            ]
        );
    }

    #[test]
    fn what_one_side_lacks_is_a_difference() {
        let documents = [document("/v9/novel", json!({"put": {}}), json!({}))];
        let found = compare(&operations(&documents));
        assert_eq!(found.len(), OPERATIONS.len() + 1);
        let told: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(
            told[0],
            "PUT /admin/v9/novel: the document says an operation without a name; we say nothing of it"
        );
        assert!(
            told.contains(&"getOrgs: the document says nothing of it; we say GET /admin/v1/orgs".to_owned())
        );
    }
}

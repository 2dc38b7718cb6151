//! The list of operations and the table of facts: everything that a client relies on, one difference per line.

mod bounds;
mod kinds;
mod request;

use std::collections::BTreeSet;

use atlassian_admin_core::endpoint::{Operation, Stability};
use atlassian_admin_core::shape::Kind;
use atlassian_admin_core::{OPERATIONS, answer_kind};

use crate::difference::Difference;
use crate::facts::{Documented, Facts};

/// The direction of a value: a request must be what the document accepts, while we may know more about a response than it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Direction {
    Request,
    Response,
}

/// A comparison with the table.
#[derive(Debug)]
struct Comparison<'a> {
    facts: &'a Facts,
    found: Vec<Difference>,
    /// What has been compared, by place (which a named schema has of its own), our type and direction: schemas are shared, and may
    /// refer to themselves.
    seen: BTreeSet<(String, &'static str, Direction)>,
}

impl Comparison<'_> {
    fn report(&mut self, at: impl Into<String>, document: impl Into<String>, ours: impl Into<String>) {
        self.found.push(Difference::new(at, document, ours));
    }

    fn expect_equal(&mut self, at: impl Into<String>, document: String, ours: String) {
        if document != ours {
            self.report(at, document, ours);
        }
    }
}

/// Our operation for a documented one.
pub(crate) fn ours(documented: &Documented) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| documented.is(operation.method.as_str(), operation.path))
}

/// All differences, each once.
pub(crate) fn compare(facts: &Facts) -> BTreeSet<Difference> {
    let mut comparison = Comparison { facts, found: Vec::new(), seen: BTreeSet::new() };
    for documented in &facts.operations {
        let Some(ours) = ours(documented) else {
            let named = documented.id.as_deref().unwrap_or("an operation without an identifier");
            comparison.report(format!("{} {}", documented.method, documented.path), named, "nothing of it");
            continue;
        };
        whole(ours, documented, &mut comparison);
        request::compare(ours, documented, &mut comparison);
        bounds::compare(ours, documented, &mut comparison);
        response(ours, documented, &mut comparison);
    }
    for ours in OPERATIONS {
        if !facts.operations.iter().any(|operation| operation.is(ours.method.as_str(), ours.path)) {
            comparison.report(ours.id, "nothing of it", format!("{} {}", ours.method.as_str(), ours.path));
        }
    }
    comparison.found.into_iter().collect()
}

/// What is said about the operation as a whole.
fn whole(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
    let mut fact = |part: &str, document: String, our: String| {
        comparison.expect_equal(format!("{} {part}", ours.id), document, our);
    };
    if let Some(id) = &documented.id {
        fact("id", id.clone(), ours.id.to_owned());
    }
    fact("path", documented.path.clone(), ours.path.to_owned());
    fact("docs", documented.docs.clone(), ours.docs.to_owned());
    fact(
        "success",
        listed(documented.success()),
        listed(ours.success.iter().copied().collect::<BTreeSet<_>>()),
    );
    fact("scopes", listed(&documented.scopes), listed(ours.scopes));
    // Of several limits the lowest one counts.
    let limit =
        |per_minute: Option<u32>| per_minute.map_or("none".to_owned(), |limit| format!("{limit} a minute"));
    fact(
        "limit",
        limit(documented.limits.values().min().copied()),
        limit(ours.limit.map(|limit| limit.per_minute)),
    );
    let lasts = |deprecated: bool| if deprecated { "it is deprecated" } else { "it stays" }.to_owned();
    fact(
        "deprecation",
        lasts(documented.deprecated),
        lasts(matches!(ours.stability, Stability::Deprecated(_))),
    );
    let reserved = |experimental: bool| {
        if experimental { "it is experimental" } else { "it is not experimental" }.to_owned()
    };
    fact(
        "reservation",
        reserved(documented.experimental),
        reserved(ours.stability == Stability::Experimental),
    );
}

/// The responses with all statuses of success.
fn response(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
    let at = format!("{} response", ours.id);
    let kind = answer_kind(ours).unwrap_or(Kind::Nothing);
    let facts = comparison.facts;
    let schemas: Vec<_> =
        documented.success().filter_map(|status| documented.response(status, facts)).collect();
    if schemas.is_empty() && kind != Kind::Nothing {
        comparison.report(&at, "nothing", kind.noun());
    }
    for schema in schemas {
        comparison.kind(&kind, schema, &at, Direction::Response);
    }
}

fn listed<T: ToString>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
    if values.is_empty() { "none".to_owned() } else { values.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tests::facts;
    use serde_json::{Value, json};

    /// What one part of the comparison finds of an operation that is documented like this.
    pub(super) fn differences(
        operation: Value,
        schemas: Value,
        part: fn(&Operation, &Documented, &mut Comparison<'_>),
    ) -> Vec<String> {
        let facts = facts(operation, schemas);
        let mut comparison = Comparison { facts: &facts, found: Vec::new(), seen: BTreeSet::new() };
        let documented = &facts.operations[0];
        part(ours(documented).unwrap(), documented, &mut comparison);
        comparison.found.sort();
        comparison.found.iter().map(ToString::to_string).collect()
    }

    fn all(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
        whole(ours, documented, comparison);
        response(ours, documented, comparison);
    }

    const DOCS: &str =
        "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get";

    #[test]
    fn an_operation_that_is_as_documented_has_no_difference() {
        let schema = json!({"properties": {"data": {"properties": {"id": {"type": "string"}}}}});
        let operation = json!({
            "id": "getOrgById", "path": "/admin/v1/orgs/{orgId}", "docs": DOCS, "scopes": ["read:orgs:admin"],
            "responses": {"200": schema, "404": null},
        });
        assert_eq!(differences(operation, json!({}), all), [""; 0]);
    }

    #[test]
    fn each_fact_that_differs_is_one_line() {
        let operation = json!({
            "id": "org", "path": "/admin/v1/orgs/{id}", "docs": "elsewhere", "limits": {"user": 9, "API path": 7},
            "deprecated": true, "experimental": true, "responses": {"204": null},
        });
        assert_eq!(
            differences(operation, json!({}), all),
            [
                "getOrgById deprecation: the document says it is deprecated; we say it stays",
                &format!("getOrgById docs: the document says elsewhere; we say {DOCS}"),
                "getOrgById id: the document says org; we say getOrgById",
                "getOrgById limit: the document says 7 a minute; we say none",
                "getOrgById path: the document says /admin/v1/orgs/{id}; we say /admin/v1/orgs/{orgId}",
                "getOrgById reservation: the document says it is experimental; we say it is not experimental",
                "getOrgById response: the document says nothing; we say an object",
                "getOrgById scopes: the document says none; we say read:orgs:admin",
                "getOrgById success: the document says 204; we say 200",
            ]
        );
    }

    #[test]
    fn an_operation_that_one_side_lacks_is_a_difference() {
        let found = compare(&facts(json!({"method": "PUT", "path": "/admin/v9/novel"}), json!({})));
        assert_eq!(found.len(), OPERATIONS.len() + 1);
        let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(
            lines[0],
            "PUT /admin/v9/novel: the document says an operation without an identifier; we say nothing of it"
        );
        let missing = "getOrgs: the document says nothing of it; we say GET /admin/v1/orgs";
        assert!(lines.contains(&missing.to_owned()));
    }
}

//! The list of operations and the table of facts: everything that a client relies on, one
//! difference per line.

mod bounds;
mod request;
mod schemas;

use std::collections::BTreeSet;

use atlassian_admin_core::operation::{Operation, Stability};
use atlassian_admin_core::schema::Schema;
use atlassian_admin_core::{OPERATIONS, response_schema};

use crate::difference::Difference;
use crate::facts::{Documented, Facts};

/// The direction of a value: a request must be what the document accepts, while we may know more
/// about a response than it says.
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
    /// What has been compared, by place (which a named schema has of its own), our type and
    /// direction: schemas are shared, and may refer to themselves.
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
    let sent = response_schema(ours).unwrap_or(Schema::Nothing);
    let facts = comparison.facts;
    let schemas: Vec<_> =
        documented.success().filter_map(|status| facts.response(documented, status)).collect();
    if schemas.is_empty() && sent != Schema::Nothing {
        comparison.report(&at, "nothing", sent.expectation());
    }
    for schema in schemas {
        comparison.schema(&sent, schema, &at, Direction::Response);
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

    /// The differences at places that begin with one of these.
    fn differences(operation: Value, schemas: Value, at: &[&str]) -> Vec<String> {
        let found = compare(&facts(operation, schemas));
        let found = found.iter().filter(|found| at.iter().any(|at| found.at.starts_with(at)));
        found.map(ToString::to_string).collect()
    }

    #[test]
    fn compare_reports_each_differing_fact_as_one_line() {
        let operation = json!({
            "id": "org", "path": "/admin/v1/orgs/{id}", "docs": "elsewhere", "limits": {"user": 9, "API path": 7},
            "deprecated": true, "experimental": true, "responses": {"204": null},
        });
        assert_eq!(
            differences(operation, json!({}), &["getOrgById", "getOrgs"]),
            [
                "getOrgById deprecation: the document says it is deprecated; we say it stays",
                "getOrgById docs: the document says elsewhere; we say https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get",
                "getOrgById id: the document says org; we say getOrgById",
                "getOrgById limit: the document says 7 a minute; we say none",
                "getOrgById path: the document says /admin/v1/orgs/{id}; we say /admin/v1/orgs/{orgId}",
                "getOrgById reservation: the document says it is experimental; we say it is not experimental",
                "getOrgById response: the document says nothing; we say an object",
                "getOrgById scopes: the document says none; we say read:orgs:admin",
                "getOrgById success: the document says 204; we say 200",
                "getOrgs: the document says nothing of it; we say GET /admin/v1/orgs",
            ]
        );
        assert_eq!(
            differences(json!({"path": "/admin/v9/novel"}), json!({}), &["GET"]),
            [
                "GET /admin/v9/novel: the document says an operation without an identifier; we say nothing of it"
            ]
        );
    }

    #[test]
    fn queries_are_compared_by_name_requirement_style_values_and_bounds() {
        let text = json!({"type": "string"});
        let operation = json!({"path": "/admin/v2/orgs/{orgId}/directories", "query": [
            {"name": "accountId", "required": true, "schema": text},
            {"name": "directoryIds", "commas": true, "schema": {"type": "array", "items": text, "minItems": 1, "maxItems": 50}},
            {"name": "searchTerm", "schema": {"type": "integer"}},
            {"name": "novel", "schema": text},
        ]});
        assert_eq!(
            differences(operation, json!({}), &["getDirectoriesForOrg query", "getDirectoriesForOrg bounds"]),
            [
                "getDirectoriesForOrg bounds directoryIds: the document says 1 to 50; we say 1 to 10",
                "getDirectoriesForOrg bounds limit: the document says no bounds; we say 1 to 100, default 20",
                "getDirectoriesForOrg query accountId: the document says required; we say optional",
                "getDirectoriesForOrg query cursor: the document says nothing of it; we say text",
                "getDirectoriesForOrg query directoryIds: the document says a list with commas; we say a list as a repeated key",
                "getDirectoriesForOrg query limit: the document says nothing of it; we say a whole number",
                "getDirectoriesForOrg query novel: the document says text; we say nothing of it",
                "getDirectoriesForOrg query searchTerm: the document says a whole number; we say text",
            ]
        );
        let order = json!({"type": "string", "enum": ["asc", "random"]});
        let operation = json!({"path": "/admin/v1/orgs/{orgId}/events-stream", "query": [{"name": "sortOrder", "schema": order}]});
        assert_eq!(
            differences(operation, json!({}), &["pollEvents query sortOrder"]),
            [
                "pollEvents query sortOrder: the document says nothing of them; we say the values desc",
                "pollEvents query sortOrder: the document says the values random; we say nothing of them",
            ]
        );
    }

    #[test]
    fn bodies_and_responses_are_compared_property_by_property() {
        let text = json!({"type": "string"});
        let path = "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups";
        let body = json!({"properties": {"name": text, "colour": text}, "required": ["colour"]});
        assert_eq!(
            differences(
                json!({"method": "POST", "path": path, "body": body}),
                json!({}),
                &["createGroup body"]
            ),
            [
                "createGroup body.colour: the document says text; we say nothing of it",
                "createGroup body.description: the document says nothing of it; we say text",
                "createGroup body.name: the document says optional; we say required",
            ]
        );
        // We may know more about a response, but not less.
        let org = json!({"id": {"type": "integer"}, "twin": {"$ref": "#/schemas/test/Org"}});
        let page =
            json!({"properties": {"data": {"type": "array", "items": {"$ref": "#/schemas/test/Org"}}}});
        assert_eq!(
            differences(
                json!({"path": "/admin/v1/orgs", "responses": {"200": page}}),
                json!({"Org": {"properties": org}}),
                &["Org"],
            ),
            [
                "Org.id: the document says a whole number; we say text",
                "Org.twin: the document says an object of id, twin; we say nothing of it",
            ]
        );
    }
}

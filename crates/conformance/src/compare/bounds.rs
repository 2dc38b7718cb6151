//! The bounds of arguments against those of the documents, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::endpoint::{Operation, Param};
use atlassian_admin_core::shape::Kind;

use crate::difference::Difference;
use crate::document::{Documented, Limits};

/// The bounds of a request by place: `limit`, `emailDomains.eq`.
type Places = BTreeMap<String, Limits>;

pub(super) fn compare(ours: &Operation, documented: &Documented<'_>, found: &mut Vec<Difference>) {
    let (theirs, known) = (of_document(documented), of_operation(ours));
    for place in theirs.keys().chain(known.keys()).collect::<BTreeSet<_>>() {
        let (theirs, known) = (theirs.get(place), known.get(place));
        if theirs != known {
            let written = |limits: Option<&Limits>| limits.map_or("no bounds".to_owned(), Limits::to_string);
            let at = format!("{} bounds {place}", ours.id);
            found.push(Difference::new(at, written(theirs), written(known)));
        }
    }
}

fn of_document(documented: &Documented<'_>) -> Places {
    let mut places = Places::new();
    for query in documented.query() {
        query.schema.limits(query.name, &mut places);
    }
    if let Some(body) = documented.body() {
        body.limits("", &mut places);
    }
    places
}

fn of_operation(operation: &Operation) -> Places {
    let mut places = Places::new();
    for param in operation.params {
        let Some(bounds) = param.bounds else { continue };
        let number = |number: u32| Some(u64::from(number));
        let limits = Limits {
            least: number(bounds.min),
            most: number(bounds.max),
            default: bounds.default.and_then(number),
        };
        places.extend(bounded(param).into_iter().map(|place| (place, limits)));
    }
    places
}

/// What the bounds of a parameter limit: the parameter, or the lists in its object.
fn bounded(param: &Param) -> Vec<String> {
    let Kind::Object(shape) = param.kind else { return vec![param.name.to_owned()] };
    let lists = (shape.members)().iter().filter(|member| matches!(member.kind, Kind::List(_)));
    lists.map(|list| format!("{}.{}", param.name, list.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::ours;
    use super::*;
    use crate::document::{operations, tests::document};
    use serde_json::{Value, json};

    fn differences(path: &str, item: Value, schemas: Value) -> Vec<String> {
        let documents = [document(path, item, schemas)];
        let documented = operations(&documents);
        let mut found = Vec::new();
        compare(ours(&documented[0]).unwrap(), &documented[0], &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn bounds_of_queries_are_compared_both_ways() {
        let list = |most: u32| json!({"type": "array", "items": {}, "minItems": 1, "maxItems": most});
        let parameters = json!([
            {"in": "query", "name": "directoryIds", "schema": list(50)},
            {"in": "query", "name": "searchTerm", "schema": {"type": "integer", "maximum": 7}},
        ]);
        assert_eq!(
            differences(
                "/v2/orgs/{orgId}/directories",
                json!({"get": {"parameters": parameters}}),
                json!({})
            ),
            [
                "getDirectoriesForOrg bounds directoryIds: the document says 1 to 50; we say 1 to 10",
                "getDirectoriesForOrg bounds limit: the document says no bounds; we say 1 to 100; 20 unless given",
                "getDirectoriesForOrg bounds searchTerm: the document says at most 7; we say no bounds",
            ]
        );
    }

    #[test]
    fn bounds_of_bodies_are_found_at_any_depth() {
        let body = json!({"$ref": "#/components/schemas/Query"});
        let item = json!({"post": {"requestBody": {"content": {"application/json": {"schema": body}}}}});
        let inner = json!({"type": "array", "minItems": 2, "items": {"$ref": "#/components/schemas/Query"}});
        let limit = json!({"type": "integer", "minimum": 1, "maximum": 1000, "default": 20});
        let found = differences(
            "/v2/orgs/{orgId}/workspaces",
            item,
            json!({"Query": {"properties": {"limit": limit, "query": {"properties": {"and": inner}}}}}),
        );
        assert_eq!(
            found[0],
            "queryWorkspacesV2 bounds query.and: the document says at least 2; we say no bounds"
        );
        assert!(found[1].starts_with("queryWorkspacesV2 bounds query.and[].limit: "), "{found:?}");
    }
}

//! The bounds of arguments and those of the documents, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::endpoint::{Operation, Param};
use atlassian_admin_core::shape::Kind;

use super::Comparison;
use crate::facts::Documented;
use crate::schema::Bounds;

/// The bounds of a request by place: `limit`, `emailDomains.eq`.
type Places = BTreeMap<String, Bounds>;

pub(super) fn compare(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
    let (theirs, known) = (of_document(documented, comparison), of_operation(ours));
    for place in theirs.keys().chain(known.keys()).collect::<BTreeSet<_>>() {
        let written = |bounds: Option<&Bounds>| bounds.map_or("no bounds".to_owned(), Bounds::to_string);
        let at = format!("{} bounds {place}", ours.id);
        comparison.expect_equal(at, written(theirs.get(place)), written(known.get(place)));
    }
}

fn of_document(documented: &Documented, comparison: &Comparison<'_>) -> Places {
    let mut places = Places::new();
    for query in &documented.query {
        comparison.facts.schema(&query.schema).bounds(&query.name, &mut places);
    }
    if let Some(body) = &documented.body {
        comparison.facts.schema(body).bounds("", &mut places);
    }
    places
}

fn of_operation(operation: &Operation) -> Places {
    let mut places = Places::new();
    for param in operation.params {
        let Some(bounds) = param.bounds else { continue };
        let number = |number: u32| Some(u64::from(number));
        let bounds = Bounds {
            min: number(bounds.min),
            max: number(bounds.max),
            default: bounds.default.and_then(number),
        };
        places.extend(bounded(param).into_iter().map(|place| (place, bounds)));
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
    use super::super::tests::differences;
    use super::*;
    use serde_json::json;

    #[test]
    fn bounds_of_queries_are_compared_both_ways() {
        let list = json!({"type": "array", "items": {}, "minItems": 1, "maxItems": 50});
        let operation = json!({"path": "/admin/v2/orgs/{orgId}/directories", "query": [
            {"name": "directoryIds", "schema": list},
            {"name": "searchTerm", "schema": {"type": "integer", "maximum": 7}},
        ]});
        assert_eq!(
            differences(operation, json!({}), compare),
            [
                "getDirectoriesForOrg bounds directoryIds: the document says 1 to 50; we say 1 to 10",
                "getDirectoriesForOrg bounds limit: the document says no bounds; we say 1 to 100, default 20",
                "getDirectoriesForOrg bounds searchTerm: the document says at most 7; we say no bounds",
            ]
        );
    }

    #[test]
    fn bounds_of_bodies_are_found_at_any_depth() {
        let reference = json!({"$ref": "#/schemas/test/Query"});
        let operation =
            json!({"method": "POST", "path": "/admin/v2/orgs/{orgId}/workspaces", "body": reference});
        let inner = json!({"type": "array", "minItems": 2, "items": reference});
        let limit = json!({"type": "integer", "minimum": 1, "maximum": 1000, "default": 20});
        let query = json!({"properties": {"limit": limit, "query": {"properties": {"and": inner}}}});
        let found = differences(operation, json!({"Query": query}), compare);
        assert_eq!(
            found[0],
            "queryWorkspacesV2 bounds query.and: the document says at least 2; we say no bounds"
        );
        assert!(found[1].starts_with("queryWorkspacesV2 bounds query.and[].limit: "), "{found:?}");
    }
}

//! What an operation takes: its query and its body.

use atlassian_admin_core::endpoint::{Location, Operation, Param};
use atlassian_admin_core::shape::Kind;

use super::Direction::Sent;
use super::kinds::{Kinds, requirement};
use crate::difference::Difference;
use crate::document::{Documented, Says};

pub(super) fn compare(
    ours: &Operation,
    documented: &Documented<'_>,
    kinds: &mut Kinds,
    found: &mut Vec<Difference>,
) {
    query(ours, documented, kinds, found);
    body(ours, documented, kinds, found);
}

fn query(ours: &Operation, documented: &Documented<'_>, kinds: &mut Kinds, found: &mut Vec<Difference>) {
    let at = |name: &str| format!("{} query {name}", ours.id);
    let documented = documented.query();
    for query in &documented {
        let says = query.schema.says();
        let param = ours.param(query.name).filter(|param| param.location.is_query());
        let Some(param) = param else {
            found.push(Difference::new(at(query.name), says.noun(), "nothing of it"));
            continue;
        };
        if query.required != param.required {
            found.push(Difference::new(
                at(query.name),
                requirement(query.required),
                requirement(param.required),
            ));
        }
        let style = match says {
            Says::List(items) if matches!(items.says(), Says::Object(_)) => None,
            Says::List(_) if query.commas => Some(Location::Comma),
            Says::List(_) => Some(Location::Repeat),
            Says::Object(_) | Says::AnyObject => None,
            _ => Some(Location::Plain),
        };
        if style != Some(param.location) {
            found.push(Difference::new(
                at(query.name),
                style.map_or("no way of writing it", written),
                written(param.location),
            ));
        }
        kinds.compare(&param.kind, query.schema, &at(query.name), Sent);
    }
    for param in ours.params.iter().filter(|param| param.location.is_query()) {
        if !documented.iter().any(|query| query.name == param.name) {
            found.push(Difference::new(at(param.name), "nothing of it", param.kind.noun()));
        }
    }
}

/// Whether a body is optional is not compared: we always send one, and the documents call even those optional that have required
/// members.
fn body(ours: &Operation, documented: &Documented<'_>, kinds: &mut Kinds, found: &mut Vec<Difference>) {
    let at = format!("{} body", ours.id);
    let params: Vec<&Param> = ours.params.iter().filter(|param| param.location.is_body()).collect();
    match (documented.body(), params.as_slice()) {
        (None, []) => {}
        (None, _) => found.push(Difference::new(at, "nothing", "a body")),
        (Some(schema), []) => found.push(Difference::new(at, schema.says().noun(), "nothing")),
        (Some(schema), [Param { location: Location::Document, kind, .. }]) => {
            kinds.compare(kind, schema, &at, Sent);
        }
        (Some(schema), params) => match schema.says() {
            Says::Object(members) => {
                let ours: Vec<(&str, Kind, bool)> =
                    params.iter().map(|param| (param.name, param.kind, param.required)).collect();
                kinds.compare_members(&ours, members, &at, Sent);
            }
            other => found.push(Difference::new(at, other.noun(), "an object")),
        },
    }
}

fn written(location: Location) -> &'static str {
    match location {
        Location::Comma => "a list with commas",
        Location::Repeat => "a list as a repeated key",
        Location::Json => "JSON text",
        _ => "plain text",
    }
}

#[cfg(test)]
mod tests {
    use super::super::ours;
    use super::*;
    use crate::document::{operations, tests::document};
    use serde_json::{Value, json};

    fn differences(path: &str, item: Value) -> Vec<String> {
        let documents = [document(path, item, json!({}))];
        let documented = operations(&documents);
        let (mut kinds, mut found) = (Kinds::default(), Vec::new());
        compare(ours(&documented[0]).unwrap(), &documented[0], &mut kinds, &mut found);
        found.extend(kinds.found);
        found.sort();
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_query_is_compared_by_name_requirement_and_style() {
        let text = json!({"type": "string"});
        let list = json!({"type": "array", "items": text});
        let parameters = json!([
            {"in": "query", "name": "accountId", "required": true, "schema": text},
            {"in": "query", "name": "directoryIds", "explode": false, "schema": list},
            {"in": "query", "name": "searchTerm", "schema": {"type": "integer"}},
            {"in": "query", "name": "novel", "schema": text},
            {"in": "query", "name": "limit", "schema": {"type": "integer"}},
        ]);
        assert_eq!(
            differences("/v2/orgs/{orgId}/directories", json!({"get": {"parameters": parameters}})),
            [
                "getDirectoriesForOrg query accountId: the document says required; we say optional",
                "getDirectoriesForOrg query cursor: the document says nothing of it; we say text",
                "getDirectoriesForOrg query directoryIds: the document says a list with commas; we say a list as a repeated key",
                "getDirectoriesForOrg query novel: the document says text; we say nothing of it",
                "getDirectoriesForOrg query searchTerm: the document says a whole number; we say text",
            ]
        );
    }

    #[test]
    fn the_body_is_compared_member_by_member() {
        let path = "/v2/orgs/{orgId}/directories/{directoryId}/groups";
        let body = |schema: Value| json!({"post": {"requestBody": {"content": {"application/json": {"schema": schema}}}}});
        let members = json!({"properties": {"name": {"type": "string"}, "colour": {"type": "string"}}, "required": ["colour"]});
        assert_eq!(
            differences(path, body(members)),
            [
                "createGroup body.colour: the document says text; we say nothing of it",
                "createGroup body.description: the document says nothing of it; we say text",
                "createGroup body.name: the document says optional; we say required",
            ]
        );
        assert_eq!(
            differences(path, body(json!({"type": "array", "items": {}}))),
            ["createGroup body: the document says a list, each anything; we say an object"]
        );
        assert_eq!(
            differences(path, json!({"post": {}})),
            ["createGroup body: the document says nothing; we say a body"]
        );
    }
}

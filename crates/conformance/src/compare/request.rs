//! The query and the body of an operation.

use atlassian_admin_core::operation::{BodyPart, Location, Operation, Param, QueryStyle};
use atlassian_admin_core::schema::Schema;

use super::Comparison;
use super::Direction::Request;
use super::schemas::requirement;
use crate::facts::Documented;
use crate::schema::Allows;

pub(super) fn compare(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
    query(ours, documented, comparison);
    body(ours, documented, comparison);
}

fn query(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
    let at = |name: &str| format!("{} query {name}", ours.id);
    for query in &documented.query {
        let schema = comparison.facts.schema(&query.schema);
        let allows = schema.allows();
        let param = ours.wire_param(&query.name).filter(|param| param.location.is_query());
        let Some(param) = param else {
            comparison.report(at(&query.name), allows.noun(), "nothing of it");
            continue;
        };
        comparison.expect_equal(at(&query.name), requirement(query.required), requirement(param.required));
        let style = match allows {
            Allows::List(items) if matches!(items.allows(), Allows::Object(_)) => None,
            Allows::List(_) if query.commas => Some(Location::Query(QueryStyle::Comma)),
            Allows::List(_) => Some(Location::Query(QueryStyle::Repeat)),
            Allows::Object(_) | Allows::AnyObject => None,
            _ => Some(Location::Query(QueryStyle::Plain)),
        };
        comparison.expect_equal(at(&query.name), written(style), written(Some(param.location)));
        comparison.schema(&param.schema, schema, &at(&query.name), Request);
    }
    for param in ours.params.iter().filter(|param| param.location.is_query()) {
        if !documented.query.iter().any(|query| query.name == param.wire) {
            comparison.report(at(param.wire), "nothing of it", param.schema.expectation());
        }
    }
}

/// Whether a body is optional is not compared: we always send one, and the documents call even
/// those optional that have required properties.
fn body(ours: &Operation, documented: &Documented, comparison: &mut Comparison<'_>) {
    let at = format!("{} body", ours.id);
    let params: Vec<&Param> = ours.params.iter().filter(|param| param.location.is_body()).collect();
    let schema = documented.body.as_ref().map(|body| comparison.facts.schema(body));
    match (schema, params.as_slice()) {
        (None, []) => {}
        (None, _) => comparison.report(at, "nothing", "a body"),
        (Some(schema), []) => comparison.report(at, schema.allows().noun(), "nothing"),
        (Some(schema), [Param { location: Location::Body(BodyPart::Whole), schema: ours, .. }]) => {
            comparison.schema(ours, schema, &at, Request);
        }
        (Some(schema), params) => match schema.allows() {
            Allows::Object(properties) => {
                let ours: Vec<(&str, Schema, bool)> =
                    params.iter().map(|param| (param.wire, param.schema, param.required)).collect();
                comparison.properties(&ours, properties, &at, Request);
            }
            other => comparison.report(at, other.noun(), "an object"),
        },
    }
}

/// How an argument is written; `None` where the documents do not say it.
fn written(location: Option<Location>) -> String {
    let written = match location {
        Some(Location::Query(QueryStyle::Comma)) => "a list with commas",
        Some(Location::Query(QueryStyle::Repeat)) => "a list as a repeated key",
        Some(Location::Query(QueryStyle::Json)) => "JSON text",
        Some(_) => "plain text",
        None => "no way of writing it",
    };
    written.to_owned()
}

//! The bounds of arguments and those of the documents, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::operation::{Operation, Param};
use atlassian_admin_core::schema::Schema;

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
    let Schema::Object(object) = param.schema else { return vec![param.name.to_owned()] };
    let lists = (object.properties)().iter().filter(|member| matches!(member.schema, Schema::List(_)));
    lists.map(|list| format!("{}.{}", param.name, list.name)).collect()
}

//! The simulator's responses and the schemas of the documents.

mod validator;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::Outcome;
use crate::difference::Difference;
use crate::facts::{Documented, Facts};
use crate::walk::{Response, Walk};
use validator::Validators;

/// The result of the check.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// How many responses of success were validated.
    pub(crate) successes: usize,
    /// How many refusals were validated.
    pub(crate) refusals: usize,
    /// Where responses are not as documented.
    pub(crate) differences: BTreeSet<Difference>,
    /// What went wrong on the walk.
    pub(crate) problems: Vec<String>,
}

/// The least number of responses and of refusals: should cases of the suite no longer be sent, the
/// check fails.
const MINIMUM: (usize, usize) = (800, 2_000);

/// Walks through the simulator, and validates each response against what the document says about
/// its status.
pub(crate) fn check(facts: &Facts) -> Outcome<Checked> {
    let walk = Walk::take()?;
    let mut validators = Validators::new(facts);
    let mut checked = Checked { problems: walk.problems, ..Checked::default() };
    for response in &walk.responses {
        let operation = facts
            .operations
            .iter()
            .find(|operation| operation.is(response.operation.method.as_str(), response.operation.path));
        // The comparison reports operations that no document has.
        let Some(operation) = operation else { continue };
        checked.differences.extend(differences(operation, response, facts, &mut validators));
        let count = if response.status.is_success() { &mut checked.successes } else { &mut checked.refusals };
        *count += 1;
    }
    if checked.successes < MINIMUM.0 || checked.refusals < MINIMUM.1 {
        checked.problems.push(format!(
            "walk: {} responses and {} refusals were validated, expected at least {MINIMUM:?}",
            checked.successes, checked.refusals
        ));
    }
    Ok(checked)
}

/// Where a response is not as documented; what many items of a list share is reported once.
fn differences(
    operation: &Documented,
    response: &Response,
    facts: &Facts,
    validators: &mut Validators<'_>,
) -> Vec<Difference> {
    let status = response.status.as_u16();
    let at = format!("{} {status}", response.operation.id);
    let only = |document: &str, ours: &str| vec![Difference::new(&at, document, ours)];
    if !operation.responses.contains_key(&status) {
        return only("nothing of this status", "it is one");
    }
    // No response with status 204 has a body, whatever a document says.
    let schema = facts.response(operation, status).filter(|_| status != 204);
    let Some(schema) = schema else {
        let surplus = response.status.is_success() && !response.body.is_empty();
        return if surplus { only("nothing of a body", "there is one") } else { Vec::new() };
    };
    let body: Value = match serde_json::from_slice(&response.body) {
        Ok(body) => body,
        Err(error) => return only("JSON", &format!("something else: {error}")),
    };
    let validator = match validators.of(schema) {
        Ok(validator) => validator,
        Err(error) => return only(error, "a response"),
    };
    let within = |place: &str| format!("{at} {place}").trim_end().to_owned();
    let invalid = validator.iter_errors(&body).map(|error| {
        Difference::new(within(&place(error.instance_path().as_str())), "otherwise", error.to_string())
    });
    invalid.collect()
}

/// A place in a body, the same for all items of a list.
fn place(pointer: &str) -> String {
    let segments =
        pointer.split('/').map(|segment| if segment.parse::<u64>().is_ok() { "*" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::ours;
    use crate::facts::tests::facts;
    use serde_json::json;

    fn differences_of(status: u16, body: &'static str) -> Vec<String> {
        let schema = json!({"properties": {"id": {"type": "string", "nullable": true}}, "required": ["id"]});
        let responses = json!({"200": schema, "202": null, "404": null});
        let facts = facts(json!({"path": "/admin/v1/orgs", "responses": responses}), json!({}));
        let documented = &facts.operations[0];
        let status = status.try_into().unwrap();
        let response = Response { operation: ours(documented).unwrap(), status, body: body.into() };
        let found = differences(documented, &response, &facts, &mut Validators::new(&facts));
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn differences_report_each_deviation_of_a_response() {
        for (status, body) in [(200, r#"{"id": null}"#), (202, ""), (404, "anything")] {
            assert_eq!(differences_of(status, body), [""; 0]);
        }
        for (status, body, difference) in [
            (
                200,
                r#"{"id": 1}"#,
                "getOrgs 200 /id: the document says otherwise; we say 1 is not valid under any of the schemas listed in the 'anyOf' keyword",
            ),
            (200, "{}", "getOrgs 200: the document says otherwise; we say \"id\" is a required property"),
            (
                200,
                r#"{"id": null, "more": 1}"#,
                "getOrgs 200: the document says otherwise; we say Unevaluated properties are not allowed ('more' was unexpected)",
            ),
            (
                200,
                "",
                "getOrgs 200: the document says JSON; we say something else: EOF while parsing a value at line 1 column 0",
            ),
            (202, "{}", "getOrgs 202: the document says nothing of a body; we say there is one"),
            (418, "", "getOrgs 418: the document says nothing of this status; we say it is one"),
        ] {
            assert_eq!(differences_of(status, body), [difference]);
        }
    }

    #[test]
    fn place_is_the_same_for_all_items_of_a_list() {
        assert_eq!(place("/data/12/id"), "/data/*/id");
    }
}
